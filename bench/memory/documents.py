"""Makes documents of 420 words for the bench of speed: our own sentences among invented words."""

import json
import random
import re
from collections.abc import Iterator
from pathlib import Path

from ground import HERE

_SYLLABLES = [
    "ba",
    "do",
    "ken",
    "li",
    "mor",
    "ta",
    "ri",
    "sul",
    "ven",
    "po",
    "gar",
    "ne",
    "thi",
    "wes",
    "lan",
    "cu",
    "mer",
    "ho",
    "jin",
    "kel",
    "fra",
    "ost",
    "umb",
    "ley",
]
LENGTH = 420


def made(count: int, seed: int = 7) -> Iterator[dict[str, str]]:
    """``count`` documents; the same for the same seed. About one word in fourteen is invented."""
    drawn = random.Random(seed)
    judged = [json.loads(line) for line in (HERE / "documents.jsonl").open()]
    sentences = [
        words.split() for one in judged for words in re.split(r"(?<=[.!?])\s+", one["text"])
    ]
    invented = [
        "".join(drawn.choice(_SYLLABLES) for _ in range(drawn.randint(2, 4))) for _ in range(60_000)
    ]
    for number in range(count):
        words: list[str] = []
        while len(words) < LENGTH:
            for word in drawn.choice(sentences):
                if drawn.random() < 0.07:
                    # Rarer the further down the list, as words are.
                    words.append(invented[int(len(invented) * drawn.random() ** 3)])
                else:
                    words.append(word)
        yield {
            "id": f"made-{number}",
            "title": " ".join(words[5:12]),
            "text": " ".join(words[:LENGTH]),
            "date": f"{2010 + number % 16}-{1 + number % 12:02}-{1 + number % 28:02}",
            "audience": "public",
        }


def write(path: Path, count: int) -> None:
    """Writes them as a file fit for `heed memory import`."""
    with path.open("w") as file:
        for one in made(count):
            file.write(json.dumps(one) + "\n")
