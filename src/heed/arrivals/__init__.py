"""Bringing in what exists: people, agency contacts and open reviews, from a spreadsheet."""
