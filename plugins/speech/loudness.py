"""Loudness by ITU-R BS.1770-4 and a limiter: every page is equally loud, and none clips."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from pyloudnorm import IIRfilter
from scipy.ndimage import minimum_filter1d, uniform_filter1d
from scipy.signal import sosfilt

FULL = 32768.0
BLOCK, HOP = 0.4, 0.1  # seconds: gating blocks overlap by three quarters
ABSOLUTE_GATE, RELATIVE_GATE = -70.0, -10.0
#: The encoder and the true peak between samples may add this much above a sample peak, dB.
HEADROOM = 0.9
STEP_MS = 1
SPREAD = 11  # steps: the limiter begins 5 ms before a peak and lets go 5 ms after it


def weighting(rate: int) -> NDArray[np.float64]:
    """K-weighting as two second-order sections: a high shelf and a high pass, for this sample rate."""
    filters = (IIRfilter(4.0, 1 / np.sqrt(2), 1500.0, rate, "high_shelf"), IIRfilter(0.0, 0.5, 38.0, rate, "high_pass"))
    return np.array([[*(each.b * each.passband_gain), *each.a] for each in filters])


def measure(samples: NDArray[np.float32], rate: int) -> float:
    """Integrated loudness in LUFS of samples in -1 ... 1; -inf for silence. Sound shorter than a block is repeated."""
    hop = int(rate * HOP)
    blocks = round(BLOCK / HOP)
    if len(samples) < hop * blocks:
        samples = np.resize(samples, hop * blocks)
    whole = len(samples) // hop * hop
    weighted = sosfilt(weighting(rate), samples[:whole]).astype(np.float32)
    steps = np.einsum("ij,ij->i", weighted.reshape(-1, hop), weighted.reshape(-1, hop), dtype=np.float64)
    energy = np.convolve(steps, np.ones(blocks), "valid") / (hop * blocks)
    heard = energy[energy > _energy(ABSOLUTE_GATE)]
    if not len(heard):
        return -math.inf
    return _loudness(heard[heard > heard.mean() * 10 ** (RELATIVE_GATE / 10)].mean())


def _energy(loudness: float) -> float:
    return 10 ** ((loudness + 0.691) / 10)


def _loudness(energy: float) -> float:
    return -0.691 + 10 * math.log10(energy)


def level(samples: NDArray[np.int16], rate: int, loudness: float, ceiling: float) -> NDArray[np.float32]:
    """The same sound in -1 ... 1 at `loudness` LUFS, its true peak below `ceiling` dBTP; silence stays as it is."""
    sound = samples.astype(np.float32) / np.float32(FULL)
    found = measure(sound, rate)
    if not math.isfinite(found):
        return sound
    sound *= np.float32(10 ** ((loudness - found) / 20))
    if limit(sound, rate, 10 ** ((ceiling - HEADROOM) / 20)):
        lost = loudness - measure(sound, rate)
        sound *= np.float32(10 ** (lost / 20))
        limit(sound, rate, 10 ** ((ceiling - HEADROOM) / 20))
    return sound


def limit(sound: NDArray[np.float32], rate: int, most: float) -> bool:
    """Turn `sound` down (in place) around each sample above `most`, so softly that it does not crackle; was there any?"""
    step = rate * STEP_MS // 1000
    steps = len(sound) // step
    if not steps or np.abs(sound).max() <= most:
        return False
    rows = sound[: steps * step].reshape(steps, step)
    need = np.minimum(1, most / np.maximum(np.abs(rows).max(axis=1), 1e-9))
    gain = uniform_filter1d(minimum_filter1d(np.append(need, 1.0), SPREAD, mode="nearest"), SPREAD - 2, mode="nearest")
    touched = np.flatnonzero((gain[:-1] < 1) | (gain[1:] < 1))
    ramp = np.linspace(0, 1, step, endpoint=False, dtype=np.float32)
    rows[touched] *= (gain[touched, None] * (1 - ramp) + gain[touched + 1, None] * ramp).astype(np.float32)
    np.clip(sound, -most, most, out=sound)
    return True
