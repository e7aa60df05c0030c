"""What each agency knows: its return, prepared by a manager with frontline colleagues."""
