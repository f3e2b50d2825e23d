"""The foods page: its tabs, its selectors, and the day a reader builds."""
