"""Room speech: every page as one sound file with the time of each word.

Takes a page's title, summary and Blocks (`document.spoken_blocks`). Gives `page.speech`, the
sound in `site.files` and its word times in `site.data`; `script_json` tells what will be said.

Any short text is heard by one element, `<ly-listen>`, written by the macro `listen` in
`speech/listen.html`; it says what lies in a data script, whole or from one Block to another:

- the page itself: `listen("Lytt")`; some of its Blocks (a summary, a line of a transcript, an
  answer): `listen("Hør", "kort-1", "kort-2")`;
- another page's beginning (a card, a search result): `listen("Hør", "tittel", "kort-1", key=other.speech.key)`;
- a text that is in no page's sound (the explanation of a word). A room above this one asks for it in
  its `process`: `document.want_sound(site, text, lang, page.document.file)`; the template then has
  its key: `listen("Hør", key=SITE.heard[text, lang], shown="id")`, where `shown` is the id of an
  element that holds just that text, whose words are then marked. A room below this one gets the key
  at once: `voice_text(site, text, lang)`. The key is "" where nothing can be heard: print no button.

Scripts that make such buttons set `data-key`, `data-from` and `data-to` of the element.
"""

from .cleaning import clean
from .data import data_key
from .heard import Heard, clock, hear_all
from .inventory import Listed, inventory, sample_text, try_voice
from .make import make
from .room import Speech, Summary, may_be_better, process, summary, write
from .saying import aloud
from .script import script
from .settings import ESPEAK_VOICES, Pauses, SpeechSettings, spoken_language
from .short import voice_text
from .show import script_json, script_text
from .voices import GttsSettings, VoiceError
from .voices.ffmpeg import find_ffmpeg
from .voices.install import Offer, install, offer

__all__ = [
    "ESPEAK_VOICES",
    "GttsSettings",
    "Heard",
    "Listed",
    "Offer",
    "Pauses",
    "Speech",
    "SpeechSettings",
    "Summary",
    "VoiceError",
    "aloud",
    "clean",
    "clock",
    "data_key",
    "find_ffmpeg",
    "hear_all",
    "install",
    "inventory",
    "make",
    "may_be_better",
    "offer",
    "process",
    "sample_text",
    "script",
    "script_json",
    "script_text",
    "spoken_language",
    "summary",
    "try_voice",
    "voice_text",
    "write",
]
