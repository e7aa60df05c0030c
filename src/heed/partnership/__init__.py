"""Partnerships, agencies, groups, people, the parts they play, and the thread that a case is."""
