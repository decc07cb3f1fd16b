"""The program as a user runs it."""

from cli.conftest import onething, workspace  # noqa: F401
