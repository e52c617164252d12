"""Shapes of input: the public form page by page, and what staff fill in."""
