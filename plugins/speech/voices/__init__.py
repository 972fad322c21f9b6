"""The voices behind one protocol: Runs in, Clips out, one call for a whole page."""

from .espeak import Espeak
from .protocol import Clip, Run, Voice, VoiceError

__all__ = ["Clip", "Espeak", "Run", "Voice", "VoiceError"]
