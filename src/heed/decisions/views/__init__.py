"""The pages of a decision: triage, the incident test, weighing, the record. One function each."""
