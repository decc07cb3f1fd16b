"""The documentation holds what it says: its examples compile, its commands exist, its tables are fresh."""
