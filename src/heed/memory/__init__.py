"""What is already known: themes, earlier learning, and the search over all of it."""
