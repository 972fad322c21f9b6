"""One page's synthesis in a process of its own: runs in on stdin, samples and word events out on stdout.

Started as a script, `espeak_worker.py LIBRARY DATA`, with nothing but the standard library: a fresh
process gives the same bytes each time, and its death harms no other page. In: JSON
{"rate": words a minute, "runs": [[voice, text], ...]}. Out, for each run in order: events and
samples as two uint32 counts, then (character, sample) pairs of int32, then int16 samples.
Exit code 3: a voice is not there (its name on stderr).
"""

from __future__ import annotations

import ctypes
import json
import os
import struct
import sys
from ctypes import POINTER, c_char_p, c_int, c_short, c_uint, c_void_p

RETRIEVAL = 1  # AUDIO_OUTPUT_RETRIEVAL plays nothing and waits for nothing
DONT_EXIT = 0x8000
UTF8 = 1  # and no SSML, no phonemes: what an editor writes is text
RATE_PARAMETER = 1
WORD_EVENT = 1
NO_VOICE = 3


class _Id(ctypes.Union):
    _fields_ = [("number", c_int), ("name", c_char_p), ("string", ctypes.c_char * 8)]


class _Event(ctypes.Structure):
    _fields_ = [
        ("type", c_int),
        ("unique", c_uint),
        ("position", c_int),
        ("length", c_int),
        ("ms", c_int),
        ("sample", c_int),
        ("user", c_void_p),
        ("id", _Id),
    ]


_CALLBACK = ctypes.CFUNCTYPE(c_int, POINTER(c_short), c_int, POINTER(_Event))


class Engine:
    """The library, with the samples and word events of the run being said."""

    def __init__(self, library: str, data: str, rate: int) -> None:
        self.library = ctypes.CDLL(library)
        os.chdir(data)  # the path is then ".", and its length, which espeak limits, never matters
        if self.library.espeak_Initialize(RETRIEVAL, 0, b".", DONT_EXIT) <= 0:
            sys.exit("espeak_Initialize")
        self.samples = bytearray()
        self.events: list[int] = []
        self.callback = _CALLBACK(self._take)
        self.library.espeak_SetSynthCallback(self.callback)
        self.library.espeak_SetParameter(RATE_PARAMETER, rate, 0)

    def _take(self, samples: POINTER(c_short), count: int, events: POINTER(_Event)) -> int:
        if count > 0:
            self.samples += ctypes.string_at(samples, count * 2)
        index = 0
        while events[index].type:
            if events[index].type == WORD_EVENT:
                self.events += (events[index].position - 1, events[index].sample)
            index += 1
        return 0

    def choose(self, voice: str) -> None:
        """Voices are chosen by name; anything but 0 means that another would speak in its place."""
        if self.library.espeak_SetVoiceByName(voice.encode()) != 0:
            sys.stderr.write(voice)
            sys.exit(NO_VOICE)

    def say(self, text: str) -> bytes:
        """The frame of one run."""
        self.samples.clear()
        self.events.clear()
        data = text.encode()
        self.library.espeak_Synth(data, ctypes.c_size_t(len(data) + 1), 0, 0, 0, UTF8, None, None)
        self.library.espeak_Synchronize()
        counts = struct.pack("<II", len(self.events) // 2, len(self.samples) // 2)
        return counts + struct.pack(f"<{len(self.events)}i", *self.events) + self.samples


def speak(job: dict, library: str, data: str) -> list[bytes]:
    """Each run's frame. Runs of one voice are said together: many changes of voice lose events."""
    engine = Engine(library, data, job["rate"])
    frames = [b""] * len(job["runs"])
    for voice in dict.fromkeys(voice for voice, _ in job["runs"]):
        engine.choose(voice)
        for index, (wanted, text) in enumerate(job["runs"]):
            if wanted == voice:
                frames[index] = engine.say(text)
    return frames


if __name__ == "__main__":
    sys.stdout.buffer.writelines(speak(json.load(sys.stdin.buffer), *sys.argv[1:3]))
