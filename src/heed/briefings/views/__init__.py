"""The pages of the one page: writing it, agreeing it, releasing it. One function each."""
