"""What every template may use of people."""
