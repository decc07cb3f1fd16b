"""onething: a language and compiler for 高效办成一件事 bundles.

The phases, each a pure function, are listed in ``docs/architecture.md``.
"""

__version__ = "0.1.0"
LANGUAGE = "2"  # version of the language; rule sets are frozen per version
