"""Room speech: every page as one sound file with the time of each word.

Takes a page's title, summary and Blocks (`document.spoken_blocks`). Gives `page.speech`, the
sound in `site.files` and its word times in `site.data`; `script_json` tells what will be said.
"""

from .cleaning import clean
from .data import data_key
from .inventory import Listed, inventory, sample_text, try_voice
from .make import make
from .room import Speech, Summary, process, summary, write
from .saying import aloud
from .script import script
from .settings import ESPEAK_VOICES, Pauses, SpeechSettings, spoken_language
from .show import script_json, script_text
from .voices import VoiceError
from .voices.ffmpeg import find_ffmpeg
from .voices.install import Offer, install, offer

__all__ = [
    "ESPEAK_VOICES",
    "Listed",
    "Offer",
    "Pauses",
    "Speech",
    "SpeechSettings",
    "Summary",
    "VoiceError",
    "aloud",
    "clean",
    "data_key",
    "find_ffmpeg",
    "install",
    "inventory",
    "make",
    "offer",
    "process",
    "sample_text",
    "script",
    "script_json",
    "script_text",
    "spoken_language",
    "summary",
    "try_voice",
    "write",
]
