"""The fixtures other tests stand on do what they say."""

import pytest

from tests.site_map import page_slugs, site_pages


@pytest.mark.parametrize("slug", page_slugs(), ids=lambda slug: slug or "overview")
def test_every_page_opens_inside_the_frame(app, slug):
    """Each page has a title, no exception, and the line that it is no medical advice, which dashboard.py adds."""
    page = app(slug)
    assert not page.exception
    assert len(page.title) == 1
    assert any("not medical advice" in html.proto.body for html in page.get("html"))


def test_an_unknown_parameter_is_named_in_a_notice(app):
    """Filters given to `app` arrive as a link's would."""
    assert "zebra" in app("foods", zebra="1").warning[0].value


def test_a_page_that_is_not_there_is_an_error(app):
    """A test with a misspelled page fails and does not quietly test the first page."""
    with pytest.raises(KeyError, match="no page at 'fods'"):
        app("fods")


def test_pages_are_read_from_the_list_in_menu_py():
    """Address and file as st.Page gives them; the default page is at the root."""
    source = """
page = st.navigation({"": [st.Page("pages/overview.py", title="Overview", default=True)],
                      "More": [st.Page("pages/risk_groups.py", url_path="risk-groups"), st.Page("pages/pain.py")]})
"""
    assert [(page.slug, page.file) for page in site_pages(source)] == [
        ("", "pages/overview.py"),
        ("risk-groups", "pages/risk_groups.py"),
        ("pain", "pages/pain.py"),
    ]
