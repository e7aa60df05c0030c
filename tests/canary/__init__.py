"""Confidential texts with a marked word each, and whether any comes out where it may not."""
