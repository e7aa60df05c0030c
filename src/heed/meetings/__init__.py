"""Groups meet on a cycle: agenda, quoracy, declared interests, minutes."""
