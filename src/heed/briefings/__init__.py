"""The one page: written, checked, signed off and released."""
