"""Alignment: word starts against known positions, what does not fit the text, and memory on a long sound."""

from __future__ import annotations

import tracemalloc

import numpy as np
import pytest

from plugins.speech.align import Found, Stretch, match
from plugins.speech.align.features import features
from plugins.speech.align.onsets import edges
from plugins.speech.align.warp import STEP, around, longer, warp
from plugins.speech.sound import Joined
from plugins.speech.voices import RATE
from tests.voicing import NORWEGIAN, OTHER, errors, reading

#: Pauses of somebody who reads unevenly, ms.
UNEVEN = (300, 1400, 200, 700, 250)


def stretches(known: Joined) -> list[Stretch]:
    return [Stretch(*each) for each in zip(known.starts, known.ends, known.words, strict=True)]


def found_in(sound: np.ndarray, text: str = NORWEGIAN) -> list[Found]:
    known = reading(text, "nb")
    return match(sound, known.samples, stretches(known))


@pytest.mark.parametrize(("voice", "rate"), [("nb+m3", 140), ("nb+f2", 180), ("nb", 110)])
def test_words_are_found_in_another_voice_at_another_speed(voice: str, rate: int) -> None:
    sound = reading(NORWEGIAN, voice, rate, UNEVEN)
    found = found_in(sound.samples)
    words = errors([each.words for each in found], sound.words)
    starts = errors([[each.start] for each in found], [[start] for start in sound.starts])
    typical, most = np.percentile(words, [50, 95])
    print(f"\n{voice} {rate}: words {typical:.0f} ms, p95 {most:.0f} ms; sentences {np.max(starts):.0f} ms at most")
    assert np.median(words) < 9 and np.percentile(words, 95) < 30 and np.max(starts) < 30
    assert all(each.fits for each in found)


def test_noise_behind_the_voice_costs_little() -> None:
    sound = reading(NORWEGIAN, "nb+m3", 140, UNEVEN)
    noise = np.random.default_rng(1).normal(0, np.sqrt((sound.samples.astype(float) ** 2).mean()) / 10, len(sound.samples))
    found = found_in(np.clip(sound.samples + noise, -32768, 32767).astype(np.int16))
    words = errors([each.words for each in found], sound.words)
    print(f"\n20 dB over noise: words {np.median(words):.0f} ms, p95 {np.percentile(words, 95):.0f} ms")
    assert np.percentile(words, 95) < 80 and all(each.fits for each in found)


def cut(sound: Joined, *numbers: int) -> list[np.ndarray]:
    """Sentences of a reading, each with the pause after it."""
    ends = [*sound.starts[1:], len(sound.samples)]
    return [sound.samples[sound.starts[number] : ends[number]] for number in numbers]


def test_another_text_is_found_out() -> None:
    sound = reading(OTHER, "nb+m3", 150, UNEVEN)
    found = found_in(sound.samples)
    print("\nanother text:", [f"{each.cost:.1f}" for each in found])
    assert sum(each.fits for each in found) <= len(found) / 4


def test_a_sentence_left_out_harms_no_other() -> None:
    sound = reading(NORWEGIAN, "nb+m3", 150, UNEVEN)
    numbers = [number for number in range(len(sound.starts)) if number != 5]
    found = found_in(np.concatenate(cut(sound, *numbers)))
    assert not found[5].fits
    assert [each.fits for number, each in enumerate(found) if abs(number - 5) > 1].count(False) == 0


def test_another_sentence_in_its_place_is_found_out() -> None:
    sound, other = reading(NORWEGIAN, "nb+m3", 150, UNEVEN), reading(OTHER, "nb+m3", 150, UNEVEN)
    parts = cut(sound, *range(len(sound.starts)))
    parts[6] = cut(other, 5)[0]
    found = found_in(np.concatenate(parts))
    assert not found[6].fits
    assert [each.fits for number, each in enumerate(found) if abs(number - 6) > 1].count(False) == 0


def test_a_sound_of_one_word_and_of_nothing_do_not_break_it() -> None:
    known = reading("Takk.", "nb")
    for sound in (known.samples, np.zeros(100, np.int16), np.zeros(RATE, np.int16)):
        found = match(sound, known.samples, stretches(known))
        assert len(found) == 1 and len(found[0].words) == 1


def test_edges_are_where_sound_begins_and_ends() -> None:
    tone = (8000 * np.sin(np.arange(RATE) / 8)).astype(np.int16)
    silence = np.zeros(RATE // 2, np.int16)
    found = edges(np.concatenate([silence, tone, silence, tone, silence]))
    assert np.abs(found.starts - [RATE // 2, 2 * RATE]).max() < 120 and np.abs(found.ends - [RATE * 1.5, RATE * 3]).max() < 230


def test_the_band_is_narrow_and_whole() -> None:
    path = np.stack([np.arange(900), np.arange(900) // 2], axis=1)
    starts, ends = around(path, 900 * STEP, 450 * STEP)
    assert starts[0] == 0 and ends[-1] == 450 * STEP
    assert (starts[1:] <= ends[:-1]).all() and (np.diff(starts) >= 0).all() and (ends - starts).max() < 60


def test_an_hour_of_sound_needs_little_memory() -> None:
    """Frames of five minutes of a sound that now lags, now leads; what they need grows with them and no faster."""
    frames = np.repeat(np.random.default_rng(2).normal(size=(3_750, 26)).astype(np.float32), 8, axis=0)
    stretched = np.clip(np.arange(len(frames)) + (400 * np.sin(np.arange(len(frames)) / 4_000)).astype(int), 0, len(frames) - 1)
    tracemalloc.start()
    path, _ = warp(frames, frames[stretched])
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    off = np.abs(stretched[path[:, 1]] - path[:, 0])
    print(f"\nan hour: {most * 12 / 1e6:.0f} MB beside the frames; p95 {np.percentile(off, 95) * 10:.0f} ms")
    assert most * 12 < 300e6 and np.percentile(off, 95) <= 8


def test_features_do_not_depend_on_how_loud_it_is() -> None:
    sound = reading(NORWEGIAN, "nb").samples
    quiet, loud = features(sound // 8), features(sound)
    assert np.abs(quiet - loud).mean() < 0.05 and loud.shape[1] == 26
    assert len(longer(loud)) == -(-len(loud) // STEP)
