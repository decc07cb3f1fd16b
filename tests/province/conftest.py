"""The one Chromium of the tests that look at pages."""

from tests.emit.conftest import chromium

__all__ = ["chromium"]
