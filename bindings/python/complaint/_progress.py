# SPDX-License-Identifier: MIT
"""Long work in steps, between which Ctrl-C is heard and a bar moves."""

from __future__ import annotations

from typing import Iterator


def steps(rows: int, chunk: int, progress: bool) -> Iterator[int]:
    """The first row of each step; one at least, so that faults are found without rows too."""
    bar = None
    if progress:
        try:
            from tqdm import tqdm
        except ImportError:
            pass
        else:
            bar = tqdm(total=rows, unit=" cases", unit_scale=True)
    try:
        for start in range(0, max(rows, 1), chunk):
            yield start
            if bar is not None:
                bar.update(min(chunk, rows - start))
    finally:
        if bar is not None:
            bar.close()
