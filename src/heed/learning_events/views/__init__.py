"""The pages of a learning event, one function each."""
