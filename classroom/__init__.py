"""A class that answers from its phones: codes, questions, answers, tallies, and who is told when the lesson goes on.

Knows the data and a database, no page: the presenter's screen (components/) and the phones (routes/) are two users of it.
"""
