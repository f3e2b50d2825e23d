"""Open every page of the dashboard in this folder, and print as JSON what each said.

    python -m tests.open_pages balance tab=Signs     one page by an address of its own, the others plainly

Run in a process of its own, in a copy of the project whose data files a test has damaged.
"""

import json
import logging
import sys
from urllib.parse import parse_qs

import streamlit as st
from streamlit.testing.v1 import AppTest

import serve
from tests.conftest import pages_as_a_server_has_them, registered_pages
from tests.site_map import ROOT, page_file, page_slugs


def words_of(slug: str, query: str) -> dict[str, list[str]]:
    """The title, the error messages and the exceptions of one page."""
    page = AppTest.from_file(ROOT / "dashboard.py", default_timeout=60)
    if slug:
        page._registered_pages = registered_pages()
        page.switch_page(page_file(slug))
    for name, values in parse_qs(query).items():
        page.query_params[name] = values
    page.run()
    return {
        "titles": [title.value for title in page.title],
        "errors": [error.value for error in page.error],
        "exceptions": [exception.message for exception in page.exception],
        "charts_and_tables": [
            element.type for kind in ("plotly_chart", "arrow_data_frame") for element in page.get(kind)
        ],
    }


def main() -> None:
    """Print what the server tells at its start, and what each page says."""
    logging.disable(logging.WARNING)
    st.set_option("client.showErrorDetails", "full")
    pages_as_a_server_has_them()
    slug, query = sys.argv[1:] or ("", "")
    said = {page: words_of(page, query if page == slug else "") for page in page_slugs()}
    print(json.dumps({"start": serve.data_problems(), "pages": said}))


if __name__ == "__main__":
    main()
