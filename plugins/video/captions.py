"""A captions file, whatever program wrote it, to cues that no browser loses, and all that was wrong with it."""

from __future__ import annotations

import codecs
import re

import webvtt

from plugins import document

from .cues import Captions, Cue, Fault, write_vtt
from .language import other_language
from .rules import check_cues
from .scan import LOST, MENDED, Scan

#: Other formats, by how they begin.
FOREIGN = re.compile(r"\s*(\[Script Info\]|<\?xml|<tt\b|<SAMI>|\{\d+\}\{\d+\}|\{\\rtf|PK(?!\w)|Scenarist_SCC)", re.IGNORECASE)
UNKNOWN = "Filen er verken WebVTT eller SRT. Lagre tekstingen som .vtt eller .srt, og bruk den filen."
NOTHING = "Filen har ingen tekst med tider. Sjekk at det er riktig fil, og at den er lagret som .vtt eller .srt."
UTF16 = "Filen var lagret som UTF-16, som nettlesere ikke leser. Den er gjort om til UTF-8."
CP1252 = "Filen var lagret med Windows-tegn (1252), og da blir æ, ø og å feil. Den er gjort om til UTF-8."
MOJIBAKE = "Teksten har «{}», som ser ut som ødelagte bokstaver. Åpne filen, rett dem, og lagre den som UTF-8."
DIFFERS = "Teksten leses ulikt av to lesere og kan gå tapt. Skriv tider og tekst slik WebVTT vil ha det."
BROKEN = re.compile("Ã[\x80-\xbf†˜…]|Â[\xa0-\xbf]|\ufffd")


def read_captions(data: bytes, file: str, lang: str, length: int | None = None) -> Captions:
    """The Captions of a file's bytes, in `lang`; `length` is the film's, in ms, where it is known. Never raises."""
    text, faults = decode(data)
    if FOREIGN.match(text):
        return Captions(file, lang, (), (Fault(1, LOST, UNKNOWN),))
    found = Scan(text, file)
    cues, more = check_cues(tuple(found.cues), length)
    faults += [*found.faults, *more]
    if not found.cues and not any(fault.code == LOST for fault in faults):
        faults.append(Fault(1, LOST, NOTHING))
    faults += other_language(cues, lang)
    faults += read_back(cues)
    return Captions(file, lang, cues, tuple(sorted(dict.fromkeys(faults), key=lambda fault: fault.line)))


def decode(data: bytes) -> tuple[str, list[Fault]]:
    """The text of a file with "\n" at line ends, and what its encoding was where that is a fault."""
    wide = not data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF8)) and _wide(data)
    if wide:
        data = {"utf-16-le": codecs.BOM_UTF16_LE, "utf-16-be": codecs.BOM_UTF16_BE}[wide] + data
    text, repairs = document.decode(data)
    faults = [Fault(1, MENDED, UTF16 if "UTF-16" in each else CP1252) for each in repairs]
    for number, line in enumerate(text.split("\n"), 1):
        if broken := BROKEN.search(line):
            faults.append(Fault(number, LOST, MOJIBAKE.format(line[max(0, broken.start() - 8) : broken.end() + 8].strip())))
            break
    return text, faults


def _wide(data: bytes) -> str:
    """UTF-16 without a mark at its start has a zero in every other byte of its first signs."""
    head = data[:64]
    if len(head) > 7 and not any(head[1:8:2]) and all(head[0:8:2]):
        return "utf-16-le"
    return "utf-16-be" if len(head) > 7 and not any(head[0:8:2]) and all(head[1:8:2]) else ""


def read_back(cues: tuple[Cue, ...]) -> list[Fault]:
    """What webvtt-py, a reader that is not ours, does not find again in the file that we write."""
    if not cues:
        return []
    try:
        seen = [(each.start_in_seconds, each.raw_text) for each in webvtt.from_string(write_vtt(cues))]
    except webvtt.errors.MalformedFileError:
        seen = []
    ours = [(cue.start // 1000, cue.text) for cue in cues]
    if seen == ours:
        return []
    first = next((at for at, each in enumerate(ours) if at >= len(seen) or seen[at] != each), len(ours) - 1)
    return [Fault(cues[first].line, LOST, DIFFERS)]
