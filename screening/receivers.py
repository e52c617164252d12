"""Facts from below: raise the counter in the same transaction, ring after it."""
