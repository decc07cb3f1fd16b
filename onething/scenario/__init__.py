"""场景: run them, and see what they cover."""
