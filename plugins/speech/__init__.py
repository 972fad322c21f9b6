"""Room speech: every page as one sound file with the time of each word.

Takes a page's title, summary and Blocks (`document.spoken_blocks`). Gives `page.speech`, the
sound in `site.files` and its word times in `site.data`; `script_json` tells what will be said.
"""

from .data import data_key
from .make import make
from .room import Speech, Summary, process, summary, write
from .script import script
from .settings import Pauses, SpeechSettings
from .show import script_json, script_text

__all__ = [
    "Pauses",
    "Speech",
    "SpeechSettings",
    "Summary",
    "data_key",
    "make",
    "process",
    "script",
    "script_json",
    "script_text",
    "summary",
    "write",
]
