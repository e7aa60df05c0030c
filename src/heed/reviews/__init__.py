"""The review is opened, scoped and timed; agencies, family and practitioners are asked in."""
