"""One page for the consulting room: what to take in, from which exhibits, and what fits."""
