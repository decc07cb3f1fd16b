"""Bad input, blow-ups and surroundings: whatever is typed or set, a coded finding. docs/robustness.md lists it."""
