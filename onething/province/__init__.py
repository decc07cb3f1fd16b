"""The province: what is asked of all bundles together, answered from a summary of each."""
