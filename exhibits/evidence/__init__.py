"""Evidence: what five articles claim, the studies that bear on it, and what could not be found."""
