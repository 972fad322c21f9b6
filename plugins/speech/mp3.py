"""One MP3 for a page: constant bit rate, so that a player's seeking is exact."""

from __future__ import annotations

import lameenc
import numpy as np
from numpy.typing import NDArray

BIT_RATE, QUALITY = 48, 7
#: A player gives the first sample out after the encoder's 576 and the decoder's 529 samples: there
#: is no LAME header to tell it so.
LAG = 1105
#: LAME turns everything down to this share.
SCALE = 0.95
PART = 22050 * 60


def encode(samples: NDArray[np.float32], rate: int) -> bytes:
    """The MP3 of samples in -1 ... 1, one channel, as loud as they are, fed to the encoder minute by minute."""
    encoder = lameenc.Encoder()
    encoder.set_bit_rate(BIT_RATE)
    encoder.set_in_sample_rate(rate)
    encoder.set_channels(1)
    encoder.set_quality(QUALITY)
    encoder.silence()
    parts = [bytes(encoder.encode(_sixteen_bits(samples[at : at + PART]))) for at in range(0, len(samples), PART)]
    return b"".join([*parts, bytes(encoder.flush())])


def _sixteen_bits(samples: NDArray[np.float32]) -> bytes:
    return np.rint(np.clip(samples / SCALE, -1, 1) * np.float32(32767)).astype("<i2").tobytes()


def to_ms(sample: int, rate: int) -> int:
    """The player's time, in ms, of a sample of what was encoded."""
    return round((sample + LAG) * 1000 / rate)
