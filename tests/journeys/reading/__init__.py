"""Journeys of those who only read: the library as it is served, and as files."""
