"""What should change: routed to working groups, acted on, followed until it made a difference."""
