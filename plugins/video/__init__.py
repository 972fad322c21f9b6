"""Room video: films that nobody is left out of, with captions, a transcript and controls of our own.

Takes `page.document`: `/// video` blocks, and `video` and `captions` of the front matter. Gives `page.video`: films with
their sources, captions and transcripts, the Blocks that these add to the page, and in `site.data` the captions as scripts.
"""

from plugins import document

from .address import External, read_address
from .captions import read_captions
from .cues import Captions, Cue, write_vtt
from .gather import videos
from .language import identifier
from .making import Drawer, FilmError, Scene, cues_of, make_film, scenes_of
from .model import Film, Videos

__all__ = [
    "Captions",
    "Cue",
    "Drawer",
    "External",
    "Film",
    "FilmError",
    "Scene",
    "Videos",
    "cues_of",
    "make_film",
    "make_ready",
    "process",
    "read_address",
    "read_captions",
    "scenes_of",
    "write",
    "write_vtt",
]


def make_ready() -> None:
    """Load what takes long, where a process has time before its build."""
    identifier()


def process(site: document.Site) -> None:
    """Give each page its `video`, None where it has no film."""
    for page in document.every_page(site):
        page.video, problems = videos(page, site)
        site.problems += problems


def write(site: document.Site) -> None:
    """Write the captions as VTT files, for browsers without script."""
    for page in document.every_page(site):
        for track in (track for film in (page.video.all if page.video else ()) for track in film.tracks):
            path = site.output / track.address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(track.text, encoding="utf-8", newline="\n")
