"""What teams can do about a theme: modules, in a toolkit that one or several partnerships own."""
