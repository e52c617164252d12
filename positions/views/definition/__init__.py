"""The definition: one long page, each part of it a module."""
