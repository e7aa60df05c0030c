"""A partner puts a case, or good practice, forward."""
