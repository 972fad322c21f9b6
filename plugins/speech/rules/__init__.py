"""How each language says its signs, numbers and short forms."""

from .choice import rules_for
from .scan import Token, scan

__all__ = ["Token", "rules_for", "scan"]
