"""One result table each: read, check, estimate, check, write."""
