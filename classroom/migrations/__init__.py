"""How the database came to its present form; `classroom.database` runs what is missing at first use."""
