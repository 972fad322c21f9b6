"""Sound of any rate at the rate of every Clip."""

from __future__ import annotations

from math import gcd

import numpy as np
from numpy.typing import NDArray

from .protocol import RATE


def resample(samples: NDArray, rate: int) -> NDArray[np.int16]:
    """One channel of 16-bit samples, at `rate` a second, as `RATE` a second."""
    if rate == RATE:
        return np.asarray(samples, np.int16)
    from scipy.signal import resample_poly  # scipy takes a second to load: only where it is needed

    divisor = gcd(rate, RATE)
    sound = resample_poly(np.asarray(samples, np.float32), RATE // divisor, rate // divisor)
    return np.clip(np.rint(sound), -32768, 32767).astype(np.int16)
