"""Every exhibit can be taken away somewhere: under its picture, its table or its words."""

import re

from exhibits.catalog import catalog
from tests.browser.views import VIEWS, View

# What a reader opens on top of it: a record or a search by its address, a fold by its key.
OPENED = (
    View("evidence", {"tab": "Claims", "claim": "J01"}),
    View("evidence", {"tab": "Studies", "study": "garrison_2020"}),
    View("foods", {"tab": "Contrast", "topic": "Refined or whole"}),
    View("balance", {"tab": "Blood levels", "value": "1.8 mg/dL"}),
    View("find", {"find_q": "almonds"}),
    View("sources", {"tab": "Data", "preview": "true"}),
)
FOLDS = ("held-still", "objections")
TAKEN = re.compile(r'class="take"[^>]*data-exhibit="([^"]+)')


def test_every_exhibit_can_be_taken_away(app):
    """Also those that are told in words, and those that a reader opens."""
    seen = set()
    for view in (*VIEWS, *OPENED):
        page = app(view.slug, **view.query)
        if "Is it magnesium?" in view.query.values():
            for fold in FOLDS:
                page.session_state[fold] = True
            page.run()
        seen |= set(TAKEN.findall(" ".join(one.proto.body for one in page.get("html"))))
    assert set(catalog()) == seen
