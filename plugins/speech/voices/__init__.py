"""The voices behind one protocol: Runs in, Clips out, one call for a whole page."""

from .espeak import Espeak
from .piper import Piper
from .protocol import RATE, Clip, Run, Voice, VoiceError

__all__ = ["RATE", "Clip", "Espeak", "Piper", "Run", "Voice", "VoiceError"]
