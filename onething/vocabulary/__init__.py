"""The declared words: the one list that parser, checker, formatter, editors and reference page read.

A word is admitted with its effect: ``tests/ablation`` takes each one out and sees something change.
"""

from __future__ import annotations

from onething.vocabulary.bundle import BUNDLE
from onething.vocabulary.catalogue import DEPARTMENT, DOCUMENT, ELEMENT, LIST, PLACE, SOURCE, STANDARD
from onething.vocabulary.change import CHANGES, ChangeWord
from onething.vocabulary.matter import MATTER, REMINDER
from onething.vocabulary.phrase import OPERATORS, QUALIFIERS, UNITS, Operator, Qualifier, Unit
from onething.vocabulary.role import PARAMETER, ROLE
from onething.vocabulary.scenario import SCENARIO
from onething.vocabulary.situation import INFORM, REFUSE, REFUSE_JOINT, SITUATION
from onething.vocabulary.word import PHRASE_OF_TYPE, Block, Word

# In the order of the reference page and of `onething vocabulary`.
BLOCKS: tuple[Block, ...] = (
    BUNDLE,
    ROLE,
    SITUATION,
    PARAMETER,
    REFUSE_JOINT,
    REFUSE,
    INFORM,
    MATTER,
    REMINDER,
    SCENARIO,
    PLACE,
    DEPARTMENT,
    ELEMENT,
    DOCUMENT,
    SOURCE,
    LIST,
    STANDARD,
)

__all__ = [
    "BLOCKS", "CHANGES", "OPERATORS", "PHRASE_OF_TYPE", "QUALIFIERS", "UNITS",
    "Block", "ChangeWord", "Operator", "Qualifier", "Unit", "Word",
]  # fmt: skip
