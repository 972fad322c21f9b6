"""Dynamic time warping from coarse to fine: which frame of one sound belongs to which of another.

H. Sakoe and S. Chiba, "Dynamic programming algorithm optimization for spoken word recognition"
(1978), in a band; the band follows the path of the same sound in longer frames, as in S. Salvador
and P. Chan, "FastDTW" (2004), so that an hour needs tens of megabytes and not terabytes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

#: Frames put together on each coarser level, and how many frames the coarsest may have.
STEP, COARSEST = 4, 400
#: Frames to each side of the coarser path within which the finer is sought.
RADIUS = 24
#: What it costs, above the distance, to stand still in one of the two.
STILL = 0.5
DIAGONAL, UP, ALONG = 0, 1, 2

Frames = NDArray[np.float32]
Path = NDArray[np.int64]


def warp(first: Frames, second: Frames) -> tuple[Path, NDArray[np.float32]]:
    """The best path through two sounds: rows (frame of `first`, frame of `second`), and the distance at each."""
    if max(len(first), len(second)) <= COARSEST or min(len(first), len(second)) < 2 * STEP:
        whole = np.zeros(len(first), np.int64)
        return trace(first, second, whole, whole + len(second))
    coarse, _ = warp(longer(first), longer(second))
    return refine(coarse, first, second)


def refine(coarse: Path, first: Frames, second: Frames) -> tuple[Path, NDArray[np.float32]]:
    """The best path near that of the same sounds in longer frames."""
    return trace(first, second, *around(coarse, len(first), len(second)))


def longer(frames: Frames) -> Frames:
    """The mean of every `STEP` frames."""
    padded = np.pad(frames, ((0, -len(frames) % STEP), (0, 0)), mode="edge")
    return padded.reshape(-1, STEP, frames.shape[1]).mean(axis=1)


def around(path: Path, rows: int, columns: int) -> tuple[Path, Path]:
    """For each of `rows` finer frames, the columns from and to (not with) which lie near the coarse path."""
    coarse = np.arange(-(-rows // STEP))
    first = path[np.searchsorted(path[:, 0], coarse, "left"), 1]
    last = path[np.searchsorted(path[:, 0], coarse, "right") - 1, 1]
    start = np.clip(first * STEP - RADIUS, 0, columns - 1).repeat(STEP)[:rows]
    end = np.clip((last + 1) * STEP + RADIUS, 1, columns).repeat(STEP)[:rows]
    start[0], end[-1] = 0, columns
    return start, end


def trace(first: Frames, second: Frames, starts: Path, ends: Path) -> tuple[Path, NDArray[np.float32]]:
    """The best path where row i may only use columns starts[i] to ends[i] (not with)."""
    moves = []
    before, begin = np.zeros(0), 0
    for row, (start, end) in enumerate(zip(starts.tolist(), ends.tolist(), strict=True)):
        cost = np.sqrt(((second[start:end] - first[row]) ** 2).sum(axis=1))
        above = _at(before, start - begin, end - start)
        diagonal = _at(before, start - begin - 1, end - start)
        if row == 0:
            diagonal[0] = 0.0
        entering = np.minimum(diagonal, above + STILL)
        along = np.cumsum(cost + STILL)
        best = along + np.minimum.accumulate(entering + cost - along)
        move = np.where(diagonal <= above + STILL, DIAGONAL, UP).astype(np.uint8)
        move[best < entering + cost - 1e-9] = ALONG
        moves.append(move)
        before, begin = best, start
    path = _back(moves, starts)
    return path, np.sqrt(((first[path[:, 0]] - second[path[:, 1]]) ** 2).sum(axis=1))


def _at(values: NDArray[np.float64], offset: int, count: int) -> NDArray[np.float64]:
    """`count` of the values from `offset` on, infinite where there are none."""
    out = np.full(count, np.inf)
    low, high = max(0, -offset), min(count, len(values) - offset)
    if low < high:
        out[low:high] = values[offset + low : offset + high]
    return out


def _back(moves: list[NDArray[np.uint8]], starts: Path) -> Path:
    row, column = len(moves) - 1, len(moves[-1]) - 1 + int(starts[-1])
    path = []
    while row >= 0:
        at = column - int(starts[row])
        path.append((row, column))
        move = moves[row][at]
        row -= move != ALONG
        column -= move != UP
    return np.array(path[::-1])
