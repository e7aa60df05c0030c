"""The pages of a meeting: planning it, holding it, its items. One function each."""
