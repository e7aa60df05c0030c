"""What a case calls for: triage, the serious incident test, criteria, the route chosen and why."""
