"""Two notations, one tree: parse, format, convert. Parsing never raises for anything a file can hold."""

from __future__ import annotations

from onething.source import Source
from onething.syntax.tree import Tree


def parse(source: Source) -> Tree:
    """The tree of a file; its notation follows from the suffix of its path."""
    return parse_yaml(source) if source.path.lower().endswith((".yaml", ".yml")) else parse_text(source)


def parse_text(source: Source) -> Tree:
    """The tree of a file in the text notation."""
    from onething.syntax.text import parse_text as text

    return text(source)


def parse_yaml(source: Source) -> Tree:
    """The tree of a file in the YAML notation."""
    from onething.syntax.yaml import parse_yaml as yaml

    return yaml(source)


def format_text(tree: Tree) -> str | None:
    """The file as the formatter writes it, or None when a mistake in it means that something would be lost."""
    from onething.syntax.format import format_text as text

    return text(tree)


def format_yaml(tree: Tree) -> str | None:
    """The file in the YAML notation, or None when a mistake in it means that something would be lost."""
    from onething.syntax.write_yaml import format_yaml as yaml

    return yaml(tree)


def yaml_schema() -> dict:
    """A JSON Schema for editors of the YAML notation."""
    from onething.syntax.schema import yaml_schema as schema

    return schema()


__all__ = ["format_text", "format_yaml", "parse", "parse_text", "parse_yaml", "yaml_schema"]
