"""YAML that is plainly written, read by libyaml: as the same nodes, and some twenty times faster than ruamel.yaml reads it.

libyaml reads YAML 1.1, so it is asked only about lines that mean the same in 1.1 and 1.2: keys, texts that begin with a letter or
a digit or stand in quotes, lists of words, and whole lines of comment. Everything else, and what it finds wrong, is for ruamel.yaml.
"""

from __future__ import annotations

import re

from ruamel.yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml import CBaseLoader, YAMLError
from yaml import nodes as libyaml

#: A text on one line, without what either version has its own rules for (a colon before a blank, a comment, odd blanks).
PLAIN = r"[^\W_](?:[^\s:#]|:(?=[^\s:#])|[ ](?![ #]))*(?<! )"
QUOTED = r"\"[^\"\\\n\t]*\"|'[^'\n\t]*'"
ITEM = r"[^\W_](?:[\w/.()§+–-]|[ ](?=[\w(§+–]))*"
LIST = rf"\[{ITEM}(?:, {ITEM})*\]"
LINE = rf"[ ]*#.*|[ ]*(?:-[ ])*(?:[^\W\d_][\w-]*:(?:[ ]+(?:{PLAIN}|{QUOTED}|{LIST})?)?|(?<=-[ ])(?:{PLAIN}|{QUOTED}|{LIST}))"
CALM = re.compile(rf"(?:{LINE}\n)*(?:{LINE})?\n?")
ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\xa0\u2007\u2028\u2029\u202f\ufeff\ufffe\uffff\ud800-\udfff]")


def compose_calm(text: str) -> Node | None:
    """The nodes of a YAML text as ruamel.yaml has them, None where it is not plainly written."""
    if not text or ODD.search(text) or not all(map(CALM.fullmatch, text.split("\n"))):
        return None
    try:
        return _node(CBaseLoader(text).get_single_node())
    except (YAMLError, RecursionError):
        return None


def _node(found: libyaml.Node | None) -> Node | None:
    """A node of libyaml as ruamel's."""
    if isinstance(found, libyaml.ScalarNode):
        return ScalarNode(found.tag, found.value, found.start_mark, found.end_mark, style=found.style or None)
    if isinstance(found, libyaml.SequenceNode):
        return SequenceNode(found.tag, [_node(each) for each in found.value], found.start_mark, found.end_mark)
    if isinstance(found, libyaml.MappingNode):
        return MappingNode(found.tag, [(_node(key), _node(value)) for key, value in found.value], found.start_mark, found.end_mark)
    return None
