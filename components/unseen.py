"""For whoever does not see a page change, or has no mouse: a choice is told what it brought, and the focus is not lost.

Streamlit draws anew what a choice changes and says nothing of it, and where the button that was pressed goes away, the focus
falls out of the page. Both are mended in the browser, for every page and control at once: no page has to think of it, and
the server does nothing for it. docs/decisions.md has the reasons.
"""

from __future__ import annotations

from pathlib import Path

UNSEEN = f"<script>{Path(__file__).with_suffix('.js').read_text(encoding='utf-8')}</script>"
"""Goes into Streamlit's page. It tells the headings that took the place of others (each is a finding or a count of what was
found) and a record that was opened, in a region of the role "status"; where the focus fell out of the page after a key was
pressed, it puts it on what is drawn in the same place, else on the next thing that can be used."""
