"""Too little or too much: side by side, by blood level, sign by sign, and how common."""
