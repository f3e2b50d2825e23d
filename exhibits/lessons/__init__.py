"""What a lesson shows: its figures and right answers looked up in the exhibits, and a class's answers beside the data."""
