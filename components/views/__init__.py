"""One module a page: from the reader's choices to tables and finished figures, each built once per process.

Functions take small hashable arguments, carry `@built_once`, and what they return is never changed.
"""

from functools import partial

import streamlit as st

# Finished figures and tables are shared by all readers of the process; 512 views of one function are kept.
built_once = partial(st.cache_resource, show_spinner=False, max_entries=512)
