"""Reads a megabyte of hostile text by rules: it must end, in time that grows with the length.

python bench/wording/hostile.py [CHARACTERS]
"""

from __future__ import annotations

import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "src"))

from heed import wording

_RANGES = ((32, 127), (0x80, 0x2FFF), (0x1F000, 0x1FFFF))


def texts(size: int) -> dict[str, str]:
    """Texts of about the size asked, each hard in its own way."""
    chance = random.Random(7)
    noise = "".join(chr(chance.randrange(*chance.choice(_RANGES))) for _ in range(size))
    repeated = {
        "capitals": "Aa ",
        "saints": "St ",
        "numbers": "12 Aa ",
        "the only": "the only ",
        "her father is a": "her father is a ",
        "quotes": "'a \"(",
        "at signs": "a@",
        "invisible": "A\u200bm\u200bi\u200bn\u200ba ",
        "accents": "e" + "\u0301" * 50,
        "spaces": " " * 9 + "\n",
    }
    return {"noise": noise} | {name: unit * (size // len(unit)) for name, unit in repeated.items()}


def main() -> None:
    """Prints the seconds of one core for each text."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    register = wording.Register.from_data(["Amina Yusuf", "Siobhán O'Neill"])
    for name, text in texts(size).items():
        began = time.process_time()
        reading = wording.read(text, register=register, names_model="off")
        seconds = time.process_time() - began
        print(f"{name:16} {seconds:6.1f} s  {len(reading.identity)} hits", flush=True)


if __name__ == "__main__":
    main()
