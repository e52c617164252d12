"""How an open position is told to machines. Pure: values in, plain structures out."""
