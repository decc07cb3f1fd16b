"""The command line as a user runs it."""

from tests.cli.conftest import onething, workspace

__all__ = ["onething", "workspace"]
