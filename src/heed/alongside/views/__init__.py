"""The pages of what runs alongside, one function a page."""
