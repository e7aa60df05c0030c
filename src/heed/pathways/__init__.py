"""A partnership's way of working, as data: routes, criteria, clocks, questions and words."""
