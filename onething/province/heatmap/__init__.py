"""The coverage as one page to look at: places by bundles, colour and letter in each cell."""
