"""The shape of what people type about a position; what it means is the services' part."""
