"""What a page needs to know of each service: the frame's address, the film's own page, and who gets to know of the visitor."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import quote, urlencode

from .address import External

#: What a page's content security policy must let a frame be from.
FRAME_HOSTS: Mapping[str, str] = MappingProxyType(
    {"youtube": "https://www.youtube-nocookie.com", "vimeo": "https://player.vimeo.com", "nrk": "https://static.nrk.no"}
)
#: What is told before anything is fetched: who is asked.
OWNERS: Mapping[str, str] = MappingProxyType({"youtube": "YouTube (Google)", "vimeo": "Vimeo", "nrk": "NRK"})


def frame_address(film: External) -> str:
    """What the iframe loads when somebody has asked for it; the film then plays at once, since that was the question."""
    if film.service == "youtube":
        query = {"autoplay": 1, "cc_load_policy": 1, "rel": 0, "enablejsapi": 1} | ({"start": film.start} if film.start else {})
        return f"{FRAME_HOSTS['youtube']}/embed/{quote(film.id)}?{urlencode(query)}"
    if film.service == "vimeo":
        query = ({"h": film.code} if film.code else {}) | {"dnt": 1, "autoplay": 1}
        return f"{FRAME_HOSTS['vimeo']}/video/{film.id}?{urlencode(query)}" + (f"#t={film.start}s" if film.start else "")
    return f"{FRAME_HOSTS['nrk']}/ludo/latest/video-embed.html#id={quote(film.id, safe='*')}"


def own_page(film: External, second: int | None = None) -> str:
    """The film's page at its service, from a second on (else from where the editor's address says)."""
    start = film.start if second is None else second
    if film.service == "youtube":
        return f"https://www.youtube.com/watch?v={quote(film.id)}" + (f"&t={start}s" if start else "")
    if film.service == "vimeo":
        return f"https://vimeo.com/{film.id}" + (f"/{film.code}" if film.code else "") + (f"#t={start}s" if start else "")
    return _nrk_page(film)


def _nrk_page(film: External) -> str:
    """Programmes have pages of their own; a clip is shown by the player's page."""
    if film.id[:4].isalpha() and film.id[4:].isdigit():
        return f"https://tv.nrk.no/program/{film.id}"
    return f"https://www.nrk.no/embed/{quote(film.id, safe='*')}" if film.id.startswith("PS*") else frame_address(film)
