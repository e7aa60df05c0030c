"""The pages of toolkits: what is made, what is agreed, what is shared."""
