"""Every convention has a test that fails when it is broken, and says what to do instead."""
