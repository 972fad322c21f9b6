"""Alignment: where each word is said in a recording, by dynamic time warping against a voice whose words are known."""

from .features import HIGHEST
from .match import FOREIGN, VERSION, Found, Stretch, match
from .onsets import edges, loudness

__all__ = ["FOREIGN", "HIGHEST", "VERSION", "Found", "Stretch", "edges", "loudness", "match"]
