"""The views of the library: reading, following, what has changed since."""
