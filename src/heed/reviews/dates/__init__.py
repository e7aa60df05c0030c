"""The dates of a case: what law sets, what we aim for, and the pauses that move the latter."""
