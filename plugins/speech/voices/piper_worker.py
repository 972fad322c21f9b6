"""One page's sentences by Piper in a process of its own: runs in on stdin, samples and marks out on stdout.

Started as a script, `piper_worker.py MODEL`: Piper's own espeak-ng, which makes its phonemes, can
kill its process and must harm no other page; and with fixed dice a fresh process gives the same
sound each time. In: JSON {"scale": length of a phoneme, 1 as the voice was made,
"runs": [[[spoken, after], ...], ...]}. Out, for each run in order: marks and samples as two uint32
counts, then (place in the run, sample) pairs of int32, then int16 samples, and the rate in the first frame.
"""

from __future__ import annotations

import json
import os
import struct
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnxruntime
import piper
from piper import PiperVoice, SynthesisConfig

SEED = 1
#: Where espeak-ng's data lies in the package; given as a relative path, which it limits in length.
DATA = "espeak-ng-data"
#: Piper takes what stands in these as phonemes and not as text.
ORDERS = str.maketrans("[]", "  ")
GAP, SAME = -1, 2
STRESS = "ˈˌ"
SIGNS = ".,:;?!"
UNHEARD = STRESS + SIGNS + "ː ^$_"


def main(model: str) -> None:
    """Load the voice, then say every run."""
    job = json.loads(sys.stdin.buffer.read())
    path = Path(model).resolve()
    os.chdir(Path(piper.__file__).parent)
    onnxruntime.set_seed(SEED)
    voice = PiperVoice.load(path, espeak_data_dir=DATA, include_alignments=True)
    style = SynthesisConfig(length_scale=voice.config.length_scale * job["scale"])
    sys.stdout.buffer.write(struct.pack("<I", voice.config.sample_rate))
    for words in job["runs"]:
        sys.stdout.buffer.write(frame(voice, words, style))
        sys.stdout.buffer.flush()


def frame(voice: PiperVoice, words: Sequence[Sequence[str]], style: SynthesisConfig) -> bytes:
    """One run, said: its marks and its samples."""
    words = [[each.translate(ORDERS) for each in word] for word in words]
    heard, sound, at = [], [], 0
    for chunk in voice.synthesize(" ".join(spoken + after for spoken, after in words), style, include_alignments=True):
        for each in chunk.phoneme_alignments or ():
            heard.append((each.phoneme, at))
            at += each.num_samples
        sound.append(chunk.audio_int16_array)
        at = sum(map(len, sound))
    marks = match([list(phonemes(voice, spoken)) for spoken, _ in words], starts(heard))
    samples = np.concatenate(sound) if sound else np.zeros(0, np.int16)
    flat = [number for pair in marks for number in pair]
    return struct.pack(f"<II{len(flat)}i", len(marks), len(samples), *flat) + samples.astype("<i2").tobytes()


def phonemes(voice: PiperVoice, text: str) -> Iterator[str]:
    """The sounds of one word alone, without stress and blanks, which depend on its neighbours."""
    return (each for sentence in voice.phonemize(text) for each in sentence if sounds(each))


def sounds(phoneme: str) -> bool:
    """Whether it is heard: no stress, length, blank, punctuation or mark of a beginning or end."""
    return phoneme not in UNHEARD


def starts(heard: list[tuple[str, int]]) -> list[tuple[str, int]]:
    """The sounds among what was heard, each from where it begins to be heard.

    Stress has samples of its own, before its vowel. In flowing speech a word is heard from its
    blank's beginning (42 ms before its first phoneme's, by the onset of s after a vowel); where a
    sign stands before the blank, the blank is a pause.
    """
    found, begun, last = [], None, ""
    for each, sample in heard:
        if sounds(each):
            found.append((each, sample if begun is None else begun))
        if each not in STRESS and not (each == " " and last not in SIGNS):
            begun = None
        elif begun is None:
            begun = sample
        last = each
    return found


def match(words: list[list[str]], heard: list[tuple[str, int]]) -> list[tuple[int, int]]:
    """(word, sample) for each word whose sounds are found among those `heard`, by least edits.

    S. Needleman and C. Wunsch, "A general method applicable to the search for similarities in the
    amino acid sequence of two proteins" (1970).
    """
    wanted, said = [(index, each) for index, word in enumerate(words) for each in word], heard
    cost = np.zeros((len(wanted) + 1, len(said) + 1), np.int32)
    cost[:, 0], cost[0, :] = np.arange(len(wanted) + 1) * GAP, np.arange(len(said) + 1) * GAP
    for row, (_, want) in enumerate(wanted, 1):
        same = np.array([SAME if want == have else GAP for have, _ in said], np.int32)
        entering = np.maximum(cost[row - 1, :-1] + same, cost[row - 1, 1:] + GAP)
        slope = np.arange(1, len(said) + 1)
        best = np.maximum.accumulate(np.concatenate(([cost[row, 0]], entering + slope)))
        cost[row, 1:] = best[1:] - slope
    return _starts(wanted, said, cost)


def _starts(wanted: list[tuple[int, str]], said: list[tuple[str, int]], cost: np.ndarray) -> list[tuple[int, int]]:
    row, column, first = len(wanted), len(said), {}
    while row and column:
        same = SAME if wanted[row - 1][1] == said[column - 1][0] else GAP
        if cost[row, column] == cost[row - 1, column - 1] + same:
            first[wanted[row - 1][0]] = said[column - 1][1]
            row, column = row - 1, column - 1
        elif cost[row, column] == cost[row - 1, column] + GAP:
            row -= 1
        else:
            column -= 1
    return sorted(first.items())


if __name__ == "__main__":
    main(sys.argv[1])
