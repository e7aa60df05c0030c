"""Files that people attach: checked, stored under random names, served by the stage that owns them."""
