"""What was learnt, one function a page."""
