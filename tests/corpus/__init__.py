"""Small files that read as the specification: what the language accepts, and what it says to what it does not."""
