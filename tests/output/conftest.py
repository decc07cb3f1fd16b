"""The program as a user runs it, and a way to say what stands in a folder."""

from cli.conftest import onething, workspace  # noqa: F401
