"""Addresses of films at YouTube, Vimeo and NRK: which film, and from where in it, whatever form the address has.

Only the film's id is ever used on a page: the address itself is read, decoded, compared and thrown away.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import unescape
from types import MappingProxyType
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:(?!\d)", re.IGNORECASE)
INVISIBLE = re.compile("[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202f\u2060-\u2064\ufeff]")
FRAME = re.compile(r"<iframe\b[^>]*?\ssrc\s*=\s*[\"']([^\"']+)", re.IGNORECASE)
SPAN = re.compile(r"(?:(\d{1,3})h)?(?:(\d{1,4})m)?(?:(\d{1,6})s?)?", re.IGNORECASE)
YOUTUBE_ID = re.compile(r"[\w-]{11}", re.ASCII)
VIMEO_ID, VIMEO_CODE = re.compile(r"\d{5,12}", re.ASCII), re.compile(r"[0-9a-f]{6,16}", re.IGNORECASE)
NRK_ID = re.compile(r"[A-Z]{4}\d{8}|PS\*\d{4,9}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
#: How Vimeo writes a film within many.
COLLECTIONS = frozenset({("groups", "videos"), ("album", "video"), ("showcase", "video")})

UNSAFE = "Adressen «{}» kan ikke brukes. Den må begynne med https:// og gå til YouTube, Vimeo eller NRK."
PLAIN = "Adressen «{}» er ikke kryptert. Skriv https:// i stedet for http://."
HOST = "«{}» er ikke YouTube, Vimeo eller NRK. Legg filmen i innholdsmappen, eller bruk en adresse hos en av de tre."
WRONG = "«{}» er ikke en adresse hos {}. Rett nøkkelen eller adressen."
NO_ID = "Adressen «{}» viser ikke til én film hos {}. Åpne filmen der, trykk Del, og kopier adressen derfra."


@dataclass(frozen=True, slots=True)
class External:
    """A film elsewhere: its id at `service` (youtube, vimeo or nrk), where it starts in seconds, and Vimeo's code for private films."""

    service: str
    id: str
    start: int = 0
    code: str = ""


HOSTS: Mapping[str, str] = MappingProxyType(
    {
        "youtube.com": "youtube", "www.youtube.com": "youtube", "m.youtube.com": "youtube", "music.youtube.com": "youtube",
        "youtu.be": "youtube", "www.youtu.be": "youtube", "youtube-nocookie.com": "youtube", "www.youtube-nocookie.com": "youtube",
        "vimeo.com": "vimeo", "www.vimeo.com": "vimeo", "player.vimeo.com": "vimeo",
        "nrk.no": "nrk", "www.nrk.no": "nrk", "tv.nrk.no": "nrk", "static.nrk.no": "nrk",
    }
)  # fmt: skip
NAMES: Mapping[str, str] = MappingProxyType({"youtube": "YouTube", "vimeo": "Vimeo", "nrk": "NRK"})


def read_address(written: str, service: str = "") -> External:
    """The film that an address or (with `service`) an id names. Raises ValueError, with what to do in bokmål, for any other.

    >>> read_address("https://youtu.be/--AbCdEfGh1?t=1m23s")
    External(service='youtube', id='--AbCdEfGh1', start=83, code='')
    """
    text = _decoded(written)
    if service and (found := _bare(text, service)):
        return found
    parts = _split(text, written)
    host = (parts.hostname or "").lower()
    known = HOSTS.get(host)
    if not known or parts.username is not None or _port(parts) not in (None, 443):
        raise ValueError(HOST.format(host or _shown(written)))
    if service and known != service:
        raise ValueError(WRONG.format(_shown(written), NAMES[service]))
    found = READERS[known](host, parts)
    if not found:
        raise ValueError(NO_ID.format(_shown(written), NAMES[known]))
    return found


def is_address(written: str) -> bool:
    """Whether a text means an address and not a file below content/: it has a scheme, or begins as a known host."""
    text = _decoded(written)
    drive = re.match(r"[a-zA-Z]:[\\/]", written.strip())
    return not drive and bool(SCHEME.match(text) or text.startswith("//") or re.split(r"[/?#\\]", text)[0].lower() in HOSTS)


def _decoded(written: str) -> str:
    """The address without HTML around it, blanks or codes; decoded till nothing changes, so that no host hides in it."""
    frame = FRAME.search(written)
    text = frame[1] if frame else written
    for _ in range(3):
        text = INVISIBLE.sub("", unescape(text))
        if unquote(text) == text:
            break
        text = unquote(text)
    return text.strip("\"'<>")


def _split(text: str, written: str) -> SplitResult:
    if text.startswith("//"):
        text = f"https:{text}"
    scheme = SCHEME.match(text)
    if not scheme and re.split(r"[/?#\\]", text)[0].lower() in HOSTS:
        text = f"https://{text}"
    elif scheme and scheme[0].lower() == "http:":
        raise ValueError(PLAIN.format(_shown(written)))
    elif not scheme or scheme[0].lower() != "https:" or not text[6:].startswith("//") or "\\" in text:
        raise ValueError(UNSAFE.format(_shown(written)))
    try:
        return urlsplit(text)
    except ValueError:
        raise ValueError(UNSAFE.format(_shown(written))) from None


def _port(parts: SplitResult) -> int | None:
    try:
        return parts.port
    except ValueError:
        return 0


def _shown(written: str) -> str:
    return re.sub("[\x00-\x1f\x7f-\x9f]", "", written)[:80]


def _bare(text: str, service: str) -> External | None:
    """An id alone, or Vimeo's with its code."""
    if service == "youtube" and YOUTUBE_ID.fullmatch(text):
        return External(service, text)
    if service == "nrk" and NRK_ID.fullmatch(text):
        return External(service, _nrk_case(text))
    id_, _, code = text.partition("/")
    if service == "vimeo" and VIMEO_ID.fullmatch(id_) and (not code or VIMEO_CODE.fullmatch(code)):
        return External(service, id_, 0, code)
    return None


def _youtube(host: str, parts: SplitResult) -> External | None:
    path, query = _steps(parts), parse_qs(parts.query)
    if host.endswith("youtu.be"):
        id_ = path[0] if path else ""
    elif len(path) > 1 and path[0].lower() in ("shorts", "embed", "live", "v", "e"):
        id_ = path[1]
    else:
        id_ = query.get("v", [""])[0] if not path or path[0].lower() == "watch" else ""
    return External("youtube", id_, _start(parts, "t", "start", "time_continue")) if YOUTUBE_ID.fullmatch(id_) else None


def _vimeo(host: str, parts: SplitResult) -> External | None:
    path = _steps(parts)
    at = next((at for at, step in enumerate(path) if VIMEO_ID.fullmatch(step) and _leads_to_film(path[:at])), None)
    if at is None:
        return None
    rest = path[at + 1] if len(path) > at + 1 else parse_qs(parts.query).get("h", [""])[0]
    return External("vimeo", path[at], _start(parts, "t"), rest if VIMEO_CODE.fullmatch(rest) else "")


def _leads_to_film(path: list[str]) -> bool:
    """Whether a film's number may follow these steps: nothing, a channel, a group, a collection."""
    if path in ([], ["video"], ["manage", "videos"]):
        return True
    return (len(path) == 2 and path[0] == "channels") or (len(path) == 3 and (path[0], path[2]) in COLLECTIONS)


def _nrk(host: str, parts: SplitResult) -> External | None:
    wanted = [*_steps(parts), *(each for key in ("id", "v") for each in parse_qs(parts.fragment + "&" + parts.query).get(key, ()))]
    ids = [step for step in wanted if NRK_ID.fullmatch(step)]
    ids += [step.rsplit("_", 1)[-1] for step in wanted if NRK_ID.fullmatch(step.rsplit("_", 1)[-1])]
    return External("nrk", _nrk_case(ids[0]), _start(parts, "t")) if ids else None


def _nrk_case(id_: str) -> str:
    return id_.lower() if "-" in id_ else id_.upper()


def _steps(parts: SplitResult) -> list[str]:
    return [step for step in parts.path.split("/") if step]


def _start(parts: SplitResult, *names: str) -> int:
    """Where the film is to start, in seconds: "83", "83s", "1m23s", behind "?" or "#"."""
    given = parse_qs(f"{parts.query}&{parts.fragment}")
    text = next((given[name][0] for name in names if name in given), "")
    found = SPAN.fullmatch(text)
    hours, minutes, seconds = (int(part or 0) for part in found.groups()) if found else (0, 0, 0)
    return hours * 3600 + minutes * 60 + seconds


READERS: Mapping[str, Callable[[str, SplitResult], External | None]] = MappingProxyType(
    {"youtube": _youtube, "vimeo": _vimeo, "nrk": _nrk}
)
