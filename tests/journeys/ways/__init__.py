"""Journeys in each partnership's own way of working, from a referral to a decision told."""
