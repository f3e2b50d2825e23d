"""One module a page: from the reader's choices to tables and finished figures, each built once per process.

Functions take small hashable arguments, carry `@built_once`, and what they return is never changed.
"""

from functools import lru_cache

# Finished figures and tables are shared by all readers of the process; 512 views of one function are kept. Not
# st.cache_resource: it hashes every argument piece by piece, which takes longer than most of these functions.
built_once = lru_cache(maxsize=512)
