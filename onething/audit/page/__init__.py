"""The audit as one page to look at: a table of all bundles, and of each what it lost and what wins it."""

from onething.audit.page.page import page, section

__all__ = ["page", "section"]
