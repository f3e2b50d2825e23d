"""Charts, tables, controls and the frame round every page. May import data; never pipeline."""
