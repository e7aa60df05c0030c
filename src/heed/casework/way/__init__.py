"""The pages on which a coordinator changes how the partnership works."""
