"""The survey page: its tabs and its selectors."""
