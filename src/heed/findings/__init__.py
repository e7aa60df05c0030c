"""What was learnt, with its evidence and themes."""
