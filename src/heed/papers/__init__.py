"""Files that people attach: checked, stored under random names, served by their stage."""
