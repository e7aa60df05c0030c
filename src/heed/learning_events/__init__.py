"""People meet and reflect."""
