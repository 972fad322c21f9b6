"""YAML as text: nodes become dicts, lists and strings, each with its line, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from .calm import compose_calm
from .decode import tidy


@dataclass
class Header:
    """Front matter as text values: `values` nested dicts, lists and strings; `lines` the line of each key's path.

    `body` is the rest of the file and `body_line` its first line; `repairs` and `faults` are
    (line, text in bokmål); a fault's code is its third part.
    """

    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[tuple, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1
    repairs: list[tuple[int, str]] = field(default_factory=list)
    faults: list[tuple[int, str, str]] = field(default_factory=list)


def compose(text: str) -> Node | None:
    """The nodes of a YAML text; raises ruamel's YAMLError, or RecursionError for absurd nesting."""
    return compose_calm(text) or YAML(typ="safe", pure=True).compose(text)


class Reader:
    """Turns YAML nodes into text values; an alias is refused, so nothing can grow or recurse."""

    def __init__(self, header: Header, first_line: int) -> None:
        self.header, self.first_line, self.seen = header, first_line, set()

    def value(self, node: Node, path: tuple) -> Any:
        if id(node) in self.seen:
            self.fault(node, "Henvisninger med & og * kan ikke brukes. Skriv verdien en gang til.", "front-matter")
            return None
        self.seen.add(id(node))
        if isinstance(node, ScalarNode):
            return None if node.style is None and node.value in ("", "~") else tidy(node.value)  # "\u0000" is an escape in YAML
        if isinstance(node, SequenceNode):
            items = [self.item(each, (*path, number)) for number, each in enumerate(node.value)]
            return [item for item in items if item is not None]
        return self.mapping(node, path, {})

    def item(self, node: Node, path: tuple) -> Any:
        self.header.lines[path] = self.line(node)
        return self.value(node, path)

    def mapping(self, node: MappingNode, path: tuple, into: dict[str, Any]) -> dict[str, Any]:
        self.seen.add(id(node))
        for key_node, value_node in node.value:
            key = " ".join(tidy(str(key_node.value)).split()) if isinstance(key_node, ScalarNode) else ""
            if not path:
                key = key.lower()
            if not key:
                self.fault(key_node, "En opplysning mangler navn.", "front-matter")
            elif key in into:
                first = self.header.lines[(*path, key)]
                self.fault(key_node, f"«{key}» står to ganger (også på linje {first}). Ta bort den ene.", "duplicate-key")
            else:
                self.header.lines[(*path, key)] = self.line(key_node)
                into[key] = self.value(value_node, (*path, key))
        return into

    def line(self, node: Node) -> int:
        return self.first_line + node.start_mark.line

    def fault(self, node: Node, text: str, code: str) -> None:
        self.header.faults.append((self.line(node), text, code))
