"""What a stretch of sound is like, frame by frame: MFCC and their slopes, made even over the file.

Formulas: S. Davis and P. Mermelstein, "Comparison of parametric representations for monosyllabic
word recognition" (1980); slopes over two frames to each side as in the HTK Book, section 5.9.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

RATE = 22050
#: Samples from one frame to the next, 10 ms, and in each frame's window, 25 ms.
HOP, WINDOW, SPECTRUM = 220, 551, 1024
BANDS, KEPT = 26, 13
#: What slopes count for beside the MFCC themselves.
SLOPE = 0.5
LOWEST, HIGHEST = 100.0, 8000.0
#: Added to each band's energy, as a share of the file's mean: what is softer than 40 dB below speech counts as silence.
FLOOR = 1e-4
#: Frames that are worked on at once, so that an hour of sound needs no more memory than a minute.
PART = 4096


def features(samples: NDArray[np.int16], top: float = HIGHEST) -> NDArray[np.float32]:
    """Frames by 26 numbers: 13 MFCC and 13 slopes, each with mean 0 over the file and deviation 1 and `SLOPE`.

    `top` in Hz is where the bands end: half the sample rate at which a poor recording was made.
    """
    from scipy.fft import dct  # scipy takes a second to load: only where sound is made

    count = max(1, 1 + (len(samples) - WINDOW) // HOP)
    padded = np.pad(samples, (0, max(0, WINDOW - len(samples))))
    frames = np.lib.stride_tricks.sliding_window_view(padded, WINDOW)[::HOP][:count]
    filters, taper = bands(min(top, HIGHEST)), np.hanning(WINDOW).astype(np.float32)
    energy = np.concatenate([_energy(frames[at : at + PART], taper, filters) for at in range(0, count, PART)])
    cepstra = dct(np.log(energy + FLOOR * energy.mean() + 1e-9), norm="ortho", axis=1)[:, :KEPT]
    return np.hstack([even(cepstra), even(slopes(cepstra)) * np.float32(SLOPE)])


def _energy(frames: NDArray[np.int16], taper: NDArray[np.float32], filters: NDArray[np.float32]) -> NDArray[np.float32]:
    spectrum = np.abs(np.fft.rfft(frames * (taper / 32768), SPECTRUM, axis=1)) ** 2
    return (spectrum.astype(np.float32) @ filters.T).astype(np.float32)


def bands(top: float) -> NDArray[np.float32]:
    """Triangular filters, evenly spaced on the mel scale from `LOWEST` to `top` Hz: bands by bins of the spectrum."""
    edges = _hertz(np.linspace(_mel(LOWEST), _mel(top), BANDS + 2))
    bins = np.arange(SPECTRUM // 2 + 1) * RATE / SPECTRUM
    rising = (bins - edges[:-2, None]) / (edges[1:-1] - edges[:-2])[:, None]
    falling = (edges[2:, None] - bins) / (edges[2:] - edges[1:-1])[:, None]
    return np.maximum(0, np.minimum(rising, falling)).astype(np.float32)


def _mel(hertz: float) -> float:
    return 2595 * np.log10(1 + hertz / 700)


def _hertz(mel: NDArray[np.float64]) -> NDArray[np.float64]:
    return 700 * (10 ** (mel / 2595) - 1)


def slopes(cepstra: NDArray[np.float32]) -> NDArray[np.float32]:
    """How each number rises or falls around each frame."""
    wide = np.pad(cepstra, ((2, 2), (0, 0)), mode="edge")
    return (wide[3:-1] - wide[1:-3] + 2 * (wide[4:] - wide[:-4])) / 10


def even(values: NDArray[np.float32]) -> NDArray[np.float32]:
    """Each column with mean 0 and deviation 1, so that voices and microphones can be compared."""
    return ((values - values.mean(axis=0)) / np.maximum(values.std(axis=0), 1e-6)).astype(np.float32)
