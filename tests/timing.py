"""How long something takes, as far as a busy machine lets that be said."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def seconds(action: Callable[[], object], *, runs: int = 3) -> float:
    """The least processor time of ``runs`` runs, with the collection of garbage put off: that of the whole suite."""
    taken = []
    gc.collect()
    gc.disable()
    try:
        for _ in range(runs):
            start = time.process_time()
            action()
            taken.append(time.process_time() - start)
    finally:
        gc.enable()
    return min(taken)
