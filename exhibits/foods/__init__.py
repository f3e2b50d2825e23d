"""Foods: which hold magnesium, how they lie, and what a day of them adds up to."""
