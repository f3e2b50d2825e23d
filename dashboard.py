"""Magnesium in Balance: page config, the list of pages, navigation. Start with `make run`."""

import streamlit as st

PAGES = {
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
page = st.navigation(PAGES, position="top")  # before any import of ours, or a menu made from file names flashes up

from components import frame  # noqa: E402

frame.run(page)
