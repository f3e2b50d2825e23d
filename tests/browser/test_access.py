"""Every page and tab at 200% and 400% zoom, with large letters, without motion, in forced colors, and for a coarse finger."""

import pytest

from tests.browser.access import look_over
from tests.browser.views import VIEWS


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.name)
def test_every_view_can_be_used_by_everybody(visit, view):
    """One opening, looked at in every way."""
    page = visit(view.slug, **view.query)
    page.emulate_media(reduced_motion="reduce")
    found = {check: problems for check, problems in look_over(page).items() if problems}
    page.emulate_media(reduced_motion="no-preference", forced_colors="none")
    assert not found, "\n".join(f"{check}: {one}" for check, problems in found.items() for one in problems)
