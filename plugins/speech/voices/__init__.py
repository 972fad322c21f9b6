"""The voices behind one protocol: Runs in, Clips out, one call for a whole page."""

from .aligned import Aligned
from .cast import Cast, split
from .espeak import Espeak
from .google import Google, GttsSettings
from .gtts import Gtts
from .kept import Kept
from .piper import Piper
from .protocol import RATE, Clip, Run, Voice, VoiceError
from .sound_file import Sound, SoundFault, read_sound, unreadable

__all__ = [
    "RATE",
    "Aligned",
    "Cast",
    "Clip",
    "Espeak",
    "Google",
    "Gtts",
    "GttsSettings",
    "Kept",
    "Piper",
    "Run",
    "Sound",
    "SoundFault",
    "Voice",
    "VoiceError",
    "read_sound",
    "split",
    "unreadable",
]
