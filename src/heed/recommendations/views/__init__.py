"""The pages of recommendations and actions, one function each."""
