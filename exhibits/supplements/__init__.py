"""What is in the pill: the exhibits."""
