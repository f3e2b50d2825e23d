"""Sources: the bibliography, the tables and their columns, words, known faults."""
