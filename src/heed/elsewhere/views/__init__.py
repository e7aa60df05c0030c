"""The pages of what others learnt, and of older documents of our own."""
