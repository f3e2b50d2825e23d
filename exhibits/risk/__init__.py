"""Who is at risk: the exhibits."""
