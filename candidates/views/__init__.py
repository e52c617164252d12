"""HTTP of applying, of the status page, and of the pipeline."""
