"""Names and codes: which name means which thing, and whether a code can be one. Knows nothing of a workspace."""
