"""Mends Markdown lines that Python-Markdown would read otherwise than the editor meant.

Each repair keeps the number of lines or adds blank ones, and is told by its line.
"""

from __future__ import annotations

import itertools
import re

FENCE = re.compile(r"\s*(```+|~~~+)")
ORDINAL = re.compile(r"(?P<indent> *)(?P<number>\d{1,9})(?P<sign>[.)])(?P<blank>\s+)(?P<text>\S.*)")
BULLET = re.compile(r"(?P<indent>[ \t]*)(?P<sign>[-*+•·–])(?P<blank>[ \t]+)(?P<text>\S.*)")
MARK = re.compile(r"(?P<indent>[ \t]*)(?P<sign>[-*+]|\d{1,9}\.)(?P<blank>[ \t]+)(?P<text>\S.*)")
#: Only what can be nothing else than an address: a page of ours, or another site's.
APART = re.compile(r"(?<!\\)(\[[^\[\]]+\]) +(\((?:https?://[^\s()]+|[^\s()]+\.md(?:#[^\s()]*)?)\))")
ESCAPED = re.compile(r" *\d+\\")
STEP = 4


def mend(body: str, first_line: int) -> tuple[str, list[tuple[int, str]]]:
    """The body with lists and ordinals as meant, and (line, text in bokmål) for each repair."""
    lines, repairs = body.split("\n"), []
    prose = outside_fences(lines)
    _bullets(lines, prose, first_line, repairs)
    _links(lines, prose, first_line, repairs)
    _ordinals(lines, prose)
    _indents(lines, prose, first_line, repairs)
    return "\n".join(_gaps(lines, prose, first_line, repairs)), repairs


def _links(lines: list[str], prose: list[bool], first_line: int, repairs: list) -> None:
    """A link with a blank between its text and its address, which Markdown would show as it is written."""
    for at, line in enumerate(lines):
        if prose[at] and "] (" in line and "`" not in line and (mended := APART.sub(r"\1\2", line)) != line:
            lines[at] = mended
            repairs.append((first_line + at, "Lenken hadde et mellomrom mellom ] og (. Det er tatt bort."))


def numbers(lines: list[str]) -> dict[int, bool]:
    """The lines whose number `mend` writes otherwise: True where it is made text ("8\\. klasse"), False where "1)" is made "1."."""
    before, prose = list(lines), outside_fences(lines)
    _bullets(before, prose, 0, [])
    after = list(before)
    _ordinals(after, prose)
    return {at: bool(ESCAPED.match(line)) for at, line in enumerate(after) if line != before[at]}


def outside_fences(lines: list[str]) -> list[bool]:
    """Which lines are prose: code blocks between ``` or ~~~ are left alone."""
    out, fence = [], ""
    for line in lines:
        found = FENCE.match(line)
        if fence:
            out.append(False)
            fence = "" if found and found[1].startswith(fence) and line.strip() == found[1] else fence
        else:
            fence = found[1] if found else ""
            out.append(not found)
    return out


def _bullets(lines: list[str], prose: list[bool], first_line: int, repairs: list) -> None:
    """Bullets pasted from Word (• · –) become Markdown's; a dash counts where the next line has one too."""
    for at, line in enumerate(lines):
        found = prose[at] and BULLET.fullmatch(line)
        if not found or found["sign"] in "-*+":
            continue
        if found["sign"] == "–" and not _neighbour(lines, at, "–"):
            continue
        lines[at] = f"{found['indent']}- {found['text']}"
        repairs.append((first_line + at, f"Listetegnet «{found['sign']}» er byttet med en bindestrek."))


def _neighbour(lines: list[str], at: int, sign: str) -> bool:
    around = [lines[at - 1] if at else "", lines[at + 1] if at + 1 < len(lines) else ""]
    return any(re.match(rf"\s*[{sign}-]\s+\S", line) for line in around)


def _ordinals(lines: list[str], prose: list[bool]) -> None:
    """A sentence that begins with "8. klasse" or "17. mai" stays a sentence.

    A list is at least two numbers in a row, counted up by one (or all 1) and, unless it starts
    at 1, without blank lines between; all else is text, its full stop escaped.
    """
    run: list[tuple[int, int, str]] = []
    for at, line in [*enumerate(lines), (len(lines), "x")]:
        found = at < len(lines) and prose[at] and ORDINAL.fullmatch(line)
        if found and (not run or _follows(run, int(found["number"]), found["indent"])):
            run.append((at, int(found["number"]), found["indent"]))
        elif found or (line.strip() and (not line.startswith(" ") or not run)):
            _escape(lines, run)
            run = [(at, int(found["number"]), found["indent"])] if found else []


def _follows(run: list[tuple[int, int, str]], number: int, indent: str) -> bool:
    *_, (_, last, before) = run
    return indent == before and (number == last + 1 or number == last == 1)


def _escape(lines: list[str], run: list[tuple[int, int, str]]) -> None:
    if not run:
        return
    close = all(b - a == 1 for (a, *_), (b, *_) in itertools.pairwise(run))
    if len(run) > 1 and (run[0][1] <= 1 or close):
        for at, *_ in run:
            lines[at] = re.sub(r"^( *\d+)\)", r"\1.", lines[at])
        return
    for at, *_ in run:
        lines[at] = re.sub(r"^( *\d+)([.)])", r"\1\\\2", lines[at])


def _indents(lines: list[str], prose: list[bool], first_line: int, repairs: list) -> None:
    """Nested lists indented by two or three blanks (or a tab) get the four that Python-Markdown wants."""
    levels: list[int] = []
    for at, line in enumerate(lines):
        if not prose[at]:
            continue
        indent = len(line.expandtabs(STEP)) - len(line.expandtabs(STEP).lstrip())
        found = MARK.fullmatch(line)
        if not found:
            if line.strip() and levels:
                levels = levels if indent > levels[-1] or (indent and lines[at - 1].strip()) else []
                if levels and indent < STEP * len(levels) and not lines[at - 1].strip():
                    lines[at] = " " * STEP * len(levels) + line.strip()
            continue
        if indent >= STEP and not levels:
            continue
        while levels and indent < levels[-1]:
            levels.pop()
        if not levels or indent >= levels[-1] + 2:
            levels.append(indent)
        wanted = " " * STEP * (len(levels) - 1)
        if len(wanted) != indent:
            lines[at] = f"{wanted}{found['sign']}{found['blank']}{found['text']}"
            repairs.append((first_line + at, "Innrykket i listen er gjort om til fire mellomrom."))


def _gaps(lines: list[str], prose: list[bool], first_line: int, repairs: list) -> list[str]:
    """A list right below a paragraph gets the blank line that makes it a list."""
    out: list[str] = []
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else ""
        if prose[at] and MARK.fullmatch(line) and not line.startswith(" "):
            if _ends_paragraph(before):
                repairs.append((first_line + at, "Listen manglet en tom linje over seg. Den er satt inn."))
            if _ends_paragraph(before) or _ends_item(lines, at):
                out.append("")
        out.append(line)
    return out


def _ends_paragraph(line: str) -> bool:
    return bool(line.strip()) and not re.match(r"\s|[-*+>|#:]|\d+\.\s|///|!!!|\?\?\?|\[\^|\*\[", line)


def _ends_item(lines: list[str], at: int) -> bool:
    """The line above is an indented paragraph of the item above, which else swallows this item."""
    above = lines[at - 1] if at else ""
    return bool(re.match(r"\s+\S", above)) and not MARK.fullmatch(above) and at > 1 and not lines[at - 2].strip()
