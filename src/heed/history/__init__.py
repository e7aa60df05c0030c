"""Who did or read what, and when. The only way to change a state.

A business record, not a log: entries are added in the same transaction as what they tell of, and
the database itself refuses to change or delete one.
"""
