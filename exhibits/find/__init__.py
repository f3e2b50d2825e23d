"""Find: one search over all that the pages hold, each result with the address that shows it."""
