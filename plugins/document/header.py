"""The front matter of a file: finding it, mending what editors often get wrong, reading it as YAML."""

from __future__ import annotations

import re
from types import MappingProxyType

from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.nodes import MappingNode, Node, SequenceNode

from .unreadable import unreadable
from .yamltext import Header, Reader, compose

BLANK = "[ \t\u00a0\u2007\u202f\u200b]"
FENCE = re.compile(rf"(?:-{{3,}}|[-–—]*[–—][-–—]*){BLANK}*")
CLOSE = re.compile(rf"(?:-{{3,}}|[-–—]*[–—][-–—]*|\.\.\.){BLANK}*")
KEY = re.compile(rf"(?P<indent>{BLANK}*)(?P<dash>-{BLANK}+)?(?P<key>\w[\w -]*?){BLANK}*:(?:{BLANK}+(?P<value>.*))?", re.DOTALL)
ITEM = re.compile(rf"(?P<indent>{BLANK}*)-{BLANK}+(?P<value>.*)", re.DOTALL)
INDENT = re.compile(rf"^{BLANK}+")
#: Blanks that are none in YAML, and tabs, which it does not take either.
ODD = re.compile("[\u00a0\u2007\u202f\u200b\t]")
BLOCK_SCALAR = re.compile(r"[|>][+-]?\d?[+-]?\s*(#.*)?")
TIGHT = re.compile(r"(?P<key>[A-Za-zæøåÆØÅ_]+):(?=[^\s/:])(?P<value>.*)", re.DOTALL)
TIGHT_ITEM = re.compile(rf"(?P<indent>{BLANK}*)-(?P<value>[^\W\d_].*)")
RISKY = re.compile(r"^[-?:,\[\]{}#&*!|>'\"%@`]|:(\s|$)|\s#")
QUOTED = re.compile(r"\"[^\"\\]*\"|'[^']*'")
CLOSERS = MappingProxyType({"[": "]", "{": "}", '"': '"'})
LARGEST = 64_000


def read_header(text: str) -> Header:
    """Split `text` into front matter and body, and read the former; never raises."""
    header = Header()
    lines = text.split("\n")
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    if not FENCE.fullmatch(lines[first]):
        return _unfenced(header, lines, first)
    if first:
        header.repairs.append((1, "Det sto tomme linjer over ---. Ta dem bort: innledningen skal begynne på første linje."))
    if "-" * 3 not in lines[first]:
        header.repairs.append((first + 1, "Linjen over innledningen var en lang strek. Skriv tre bindestreker: ---"))
    last = next((at for at in range(first + 1, len(lines)) if CLOSE.fullmatch(lines[at])), None)
    if last is None:
        header.faults.append(
            (first + 1, "Innledningen slutter ikke. Sett en linje med --- under den siste opplysningen.", "front-matter-open")
        )
        last = next((at for at in range(first + 1, len(lines)) if not lines[at].strip()), len(lines) - 1)
    _fill(header, lines[first + 1 : last], first + 2)
    header.body, header.body_line = "\n".join(lines[last + 1 :]), last + 2
    return header


def _unfenced(header: Header, lines: list[str], first: int) -> Header:
    """A file without ---: lines like "title: Kokk" at the top are still read as its front matter."""
    found = KEY.fullmatch(lines[first]) if lines else None
    if not found or found["key"].lower() not in ("title", "tittel"):
        header.body, header.body_line = "\n".join(lines), 1
        return header
    last = next((at for at in range(first, len(lines)) if not KEY.fullmatch(lines[at])), len(lines))
    header.repairs.append((first + 1, "Innledningen mangler linjene med ---. Sett --- over og under den."))
    _fill(header, lines[first:last], first + 1)
    header.body, header.body_line = "\n".join(lines[last:]), last + 1
    return header


def _fill(header: Header, lines: list[str], first_line: int) -> None:
    text = "\n".join(_mended(lines, first_line, header.repairs))
    if len(text) > LARGEST:
        header.faults.append((first_line, f"Innledningen er lengre enn {LARGEST} tegn. Mangler den siste linjen med ---?", "front-matter"))
        return
    try:
        node = compose(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at, why = unreadable(lines, mark.line if mark else 0)
        header.faults.append((first_line + at, why, "front-matter"))
        return
    except (YAMLError, RecursionError, ValueError, TypeError):
        header.faults.append((first_line, "Innledningen kan ikke leses. Skriv én opplysning på hver linje: title: Kokk", "front-matter"))
        return
    if isinstance(node, MappingNode):
        Reader(header, first_line).mapping(node, (), header.values)
    elif node is not None:
        header.faults.append((first_line, "Innledningen må ha en opplysning på hver linje, for eksempel: title: Kokk", "front-matter"))


def _mended(lines: list[str], first_line: int, repairs: list[tuple[int, str]]) -> list[str]:
    """The lines with blanks made plain and risky one-line values quoted; block scalars are left alone."""
    out, block = [], None
    for number, line in enumerate(lines, first_line):
        indent = len(line) - len(line.lstrip())
        if block is not None and (not line.strip() or indent > block):
            out.append(line)
            continue
        block = None
        mended, said = mended_line(line)
        if said:
            repairs.append((number, said))
        if (found := KEY.fullmatch(mended) or ITEM.fullmatch(mended)) and BLOCK_SCALAR.fullmatch(found["value"] or ""):
            block = indent
        out.append(mended)
    return out


def mended_line(line: str) -> tuple[str, str]:
    """A line of front matter with plain blanks and a risky value in quotes, and what was done, in bokmål."""
    if tight := TIGHT_ITEM.fullmatch(line):
        return f"{_plain(tight['indent'])}- {_quoted(tight['value'])}", "Det manglet et mellomrom etter bindestreken. Det er satt inn."
    if tight := TIGHT.fullmatch(line):
        mended, _ = mended_line(f"{tight['key']}: {tight['value']}")
        return mended, f"Det manglet et mellomrom etter «{tight['key']}:». Det er satt inn."
    found = KEY.fullmatch(line)
    item = None if found else ITEM.fullmatch(line)
    if not found and not item:
        return INDENT.sub(lambda blank: _plain(blank[0]), line), ""
    parts = (found or item).groupdict()
    value = (parts["value"] or "").strip()
    quoted = _quoted(value)
    start = _plain(parts["indent"]) + ("- " if item or parts.get("dash") else "")
    mended = start + (f"{parts['key']}: " if found else "") + quoted
    odd = value and ODD.search(line.removesuffix(value))
    if quoted != value:
        return mended, f"Teksten «{value}» ble satt i anførselstegn, ellers leses den feil."
    return mended, "Det sto et hardt mellomrom eller en tabulator her. Det er byttet med et vanlig mellomrom." if odd else ""


def _plain(blank: str) -> str:
    return blank.replace("\t", "  ").replace("\u00a0", " ").replace("\u2007", " ").replace("\u202f", " ").replace("\u200b", "")


def _quoted(value: str) -> str:
    """`value` as it stands where YAML reads just that text (or a list), else in quotes.

    A " #" before a blank is a comment, as in YAML; before anything else ("Kokk #1") it is text.
    """
    if not value or BLOCK_SCALAR.fullmatch(value) or not RISKY.search(value) or QUOTED.fullmatch(value) or _goes_on(value):
        return value
    plain = re.split(r"\s#(?=\s|$)", value)[0].rstrip() if not value.startswith(('"', "'")) else value
    try:
        node = compose(f"k: {plain}\n")
        inner = node.value[0][1]
        if len(node.value) == 1 and _reads_right(inner, plain):
            return value if plain == value or isinstance(inner, SequenceNode) else plain
    except (YAMLError, RecursionError, ValueError, AttributeError, IndexError, TypeError):
        pass
    return "'" + plain.replace("'", "''") + "'"


def _goes_on(value: str) -> bool:
    """Opens a list or a quotation that does not end here: it may go on below, and else is the editor's to mend."""
    closer = CLOSERS.get(value[0])
    return bool(closer) and closer not in value[1:]


def _reads_right(node: Node, text: str) -> bool:
    if isinstance(node, SequenceNode):
        return text.startswith("[") and not _odd(node) and text.endswith("]")
    if isinstance(node, MappingNode):
        return text.startswith("{") and text.endswith("}") and not text.startswith("{filename}")
    return not _odd(node) and (node.style in ("'", '"') or node.value == text)


def _odd(node: Node) -> bool:
    """Has an anchor or a tag of the author's own."""
    return bool(getattr(node, "anchor", None)) or not str(node.tag).startswith("tag:yaml.org,2002:")
