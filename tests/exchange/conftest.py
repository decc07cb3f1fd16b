"""The program as a user runs it."""

from cli.conftest import onething  # noqa: F401
