"""The menu: every page with its name and address. It knows Streamlit alone, so that nothing slow is read before it shows."""

from copy import copy
from functools import cache

import streamlit as st


def pages() -> dict[str, list[st.Page]]:
    """The headings of the menu and the pages below each, anew for every run, which marks the page that it opens."""
    return {heading: [copy(page) for page in below] for heading, below in _found().items()}


@cache  # each page that is made asks the disk for its file; it may be made within a run only
def _found() -> dict[str, list[st.Page]]:
    return {
        "": [
            st.Page("pages/overview.py", title="Overview", default=True),
            st.Page("pages/balance.py", title="Too little or too much", url_path="balance"),
            st.Page("pages/intake_nerves.py", title="Intake and nerves", url_path="intake-nerves"),
            st.Page("pages/foods.py", title="Foods", url_path="foods"),
            st.Page("pages/risk_groups.py", title="Who is at risk", url_path="risk-groups"),
        ],
        "More": [
            st.Page("pages/pain.py", title="Pain", url_path="pain"),
            st.Page("pages/evidence.py", title="Evidence", url_path="evidence"),
            st.Page("pages/supplements.py", title="Supplements", url_path="supplements"),
            st.Page("pages/brief.py", title="Brief", url_path="brief"),
            st.Page("pages/teach.py", title="Teach", url_path="teach"),
            st.Page("pages/sources.py", title="Sources", url_path="sources"),
            st.Page("pages/find.py", title="Find", url_path="find"),
        ],
    }
