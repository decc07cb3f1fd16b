"""The program as a user runs it, and a workspace to run it on."""

from tests.cli.conftest import onething, workspace

__all__ = ["onething", "workspace"]
