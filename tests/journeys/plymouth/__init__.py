"""Journeys of a partnership that works in Plymouth's way."""
