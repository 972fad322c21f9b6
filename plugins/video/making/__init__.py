"""Makes a short film of a page: its sentences in big letters, each word marked as the voice says it, beside its pictures.

Needs the extra `film`: Pillow draws, resvg-py draws SVG, imageio-ffmpeg writes MP4 and WebM.
"""

from .captions import cues_of
from .draw import Drawer
from .make import FilmError, Made, make_film
from .scenes import Scene, scenes_of

__all__ = ["Drawer", "FilmError", "Made", "Scene", "cues_of", "make_film", "scenes_of"]
