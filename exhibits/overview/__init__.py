"""What the Overview shows: the two-sided picture, seven takeaways, and the reader's own target."""
