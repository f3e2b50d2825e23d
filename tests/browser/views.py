"""The views that the browser looks at: every page, every tab of it, and what else is composed in another way.

A new tab is added here; a test compares this list with the tabs that a page has.
"""

from typing import NamedTuple

from tests.site_map import page_slugs


class View(NamedTuple):
    """A page by an address; `drawn` where there must be a chart in it."""

    slug: str
    query: dict[str, str | list[str]]
    drawn: bool = False

    @property
    def name(self) -> str:
        """Its name in the list of tests: "foods-See-Groups"."""
        return "-".join(
            [self.slug or "overview", *(self.query[key] for key in ("tab", "picture", "topic") if key in self.query)]
        )


# Beside the first tab, which is open at the plain address.
TABS = {
    "balance": ("Blood levels", "Signs", "How common"),
    "intake-nerves": (
        *("Is it magnesium?", "One day of eating", "Compare groups", "Draw it first", "Every analysis"),
        *("Where it comes from", "Published figures", "How people eat"),
    ),
    "foods": ("See", "Compare", "Build a day", "Contrast"),
    "risk-groups": ("In the survey", "Your profile", "Medicines"),
    "pain": ("Stopping", "Testing", "30-day plan", "Questions", "All mechanisms"),
    "evidence": ("Claims", "Articles", "Effects", "Two views", "Studies", "Not found"),
    "supplements": ("Absorption", "From pill to body", "Interactions", "On the skin"),
    "sources": ("Data", "Methods", "Glossary", "Corrections", "Accessibility"),
}
DAY = [
    "oatmeal-cooked-with-water:1",
    "white-bread:2",
    "chia-seeds:0.5",
    "banana:50g",
]  # 137.5 mg: tests/data/test_day.py
# With these a tab shows more than at its plain address: a day that is added up, a profile, an upper level passed.
WITH = {
    "foods": {"day": DAY, "pill": "400"},
    "risk-groups": {"years": "70"},
    "supplements": {"mg": "500"},
}
TOO_SMALL = {"who": "Women", "ages": "60 to 74", "diabetes": "Yes", "ckd": "Reduced"}

PLAIN = [View(slug, {}, drawn=slug == "intake-nerves") for slug in page_slugs()]
VIEWS = [
    *PLAIN,
    *(
        View(slug, {"tab": tab} | WITH.get(slug, {}), drawn=slug == "intake-nerves")
        for slug, tabs in TABS.items()
        for tab in tabs
    ),
    View("foods", {"tab": "Find", **WITH["foods"]}),
    View("foods", {"tab": "See", "picture": "Groups", **WITH["foods"]}),
    View("foods", {"tab": "Contrast", "topic": "Raw or cooked", **WITH["foods"]}),
]
