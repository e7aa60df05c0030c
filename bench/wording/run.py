# ruff: noqa: E402, E501
"""Measures `heed.wording` on the evaluation set, beside Presidio where that is installed.

    python bench/wording/run.py                 both halves, by rules and with the names model
    python bench/wording/run.py --half tune --misses 40
    python bench/wording/run.py --sample 5      every fifth text, for a quick look

Misses are printed for the tune half only: the held half is counted, never read.
"""

from __future__ import annotations

import argparse
import collections
import json
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))
sys.path.insert(0, str(HERE.parents[1] / "src"))

import generate

JIGSAW = {
    "siblings",
    "twins",
    "condition",
    "parents-job",
    "event",
    "background",
    "only-one",
    "time-and-place",
}
BEYOND = 10  # characters that a hit may reach beyond the identifier
Spans = list[tuple[int, int, str]]
Reader = Callable[[dict[str, Any]], Spans]


def covered(gold: dict[str, Any], spans: Spans) -> bool:
    """Whether one span covers the identifier and at most ten characters beyond it."""
    size = gold["end"] - gold["start"] + BEYOND
    return any(s <= gold["start"] and e >= gold["end"] and e - s <= size for s, e, _ in spans)


def measure(texts: list[dict[str, Any]], reader: Reader) -> dict[str, Any]:
    """Counts over the texts: by kind, by community, precision, clean rate, seconds for 300 words."""
    kinds: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
    groups: dict[str, list[int]] = collections.defaultdict(lambda: [0, 0])
    right = wrong = nothing_left = with_gold = clean_hits = clean_words = 0
    seconds: list[float] = []
    misses: list[str] = []
    extras: list[str] = []
    for text in texts:
        began = time.process_time()
        spans = reader(text)
        seconds.append((time.process_time() - began) * 300 / max(100, len(text["text"].split())))
        if text["form"] == "clean":
            clean_hits += len(spans)
            clean_words += len(text["text"].split())
            extras += [f"CLEAN {k}: {text['text'][s:e]!r}" for s, e, k in spans]
            continue
        with_gold += 1
        left = 0
        for gold in text["gold"]:
            hit = covered(gold, spans)
            kinds[gold["kind"]][0] += hit
            kinds[gold["kind"]][1] += 1
            if "community" in gold:
                groups[gold["community"]][0] += hit
                groups[gold["community"]][1] += 1
            if not hit:
                left += 1
                around = text["text"][max(0, gold["start"] - 30) : gold["end"] + 30].replace(
                    "\n", "/"
                )
                misses.append(f"{text['form']:8} {gold['kind']:16} {gold['text']!r:40} … {around}")
        nothing_left += left == 0
        for start, end, kind in spans:
            if any(start < gold["end"] and gold["start"] < end for gold in text["gold"]):
                right += 1
            else:
                wrong += 1
                around = text["text"][max(0, start - 30) : end + 30].replace("\n", "/")
                extras.append(f"{kind}: {text['text'][start:end]!r} … {around}")
    direct = [sum(v[i] for k, v in kinds.items() if k not in JIGSAW) for i in (0, 1)]
    jigsaw = [sum(v[i] for k, v in kinds.items() if k in JIGSAW) for i in (0, 1)]
    seconds.sort()
    return {
        "direct": direct, "jigsaw": jigsaw, "kinds": kinds, "groups": groups, "precision": [right, right + wrong],
        "nothing left": [nothing_left, with_gold], "clean": (clean_hits, clean_words),
        "ms": (1000 * seconds[len(seconds) // 2], 1000 * seconds[int(len(seconds) * 0.95)]), "misses": misses, "extras": extras,
    }  # fmt: skip


def heed_reader(*, model: bool, register: bool = False) -> Reader:
    """Heed's own check, by rules alone or with the names model, with or without registers."""
    from heed import wording

    def read(text: dict[str, Any]) -> Spans:
        people = wording.Register.from_data(text["register"]) if register else None
        reading = wording.read(
            text["text"], register=people, names_model="inside" if model else "off"
        )
        if set(reading.could_not_run) - ({"names-model"} if not model else set()):
            raise RuntimeError(f"could not run: {reading.could_not_run}")
        return [(hit.start, hit.end, hit.kind.value) for hit in reading.identity]

    return read


def presidio_readers() -> dict[str, Reader]:
    """Presidio as it comes, and with every UK recogniser; none where it is not installed."""
    try:
        import presidio
    except ImportError:
        return {}
    return presidio.readers()


def share(pair: list[int]) -> str:
    """A share of a whole as three decimals."""
    return f"{pair[0] / pair[1]:.3f}" if pair[1] else "-"


def table(results: dict[str, dict[str, Any]]) -> str:
    """The results side by side as a Markdown table."""
    names = list(results)
    rows = [["", *names], ["---"] * (len(names) + 1)]
    for label in ("direct", "jigsaw", "nothing left", "precision"):
        rows.append([f"**{label}**", *(share(results[name][label]) for name in names)])
    rows.append(
        [
            "hits in 1,000 clean words",
            *(f"{1000 * r['clean'][0] / max(1, r['clean'][1]):.2f}" for r in results.values()),
        ]
    )
    rows.append(
        [
            "ms of one core for 300 words, median / 95th",
            *(f"{r['ms'][0]:.0f} / {r['ms'][1]:.0f}" for r in results.values()),
        ]
    )
    for group in ("kinds", "groups"):
        first = results[names[0]][group]
        for key in sorted(first):
            rows.append(
                [f"{key} ({first[key][1]})", *(share(results[name][group][key]) for name in names)]
            )
    return "\n".join("| " + " | ".join(row) + " |" for row in rows)


def main() -> None:
    """Runs the measure and prints a table a half."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--half", choices=("tune", "held", "both"), default="both")
    parser.add_argument("--sample", type=int, default=1, metavar="N", help="every Nth text")
    parser.add_argument(
        "--misses", type=int, default=0, help="print this many misses and extras (tune half)"
    )
    parser.add_argument("--rules-only", action="store_true")
    arguments = parser.parse_args()
    fixed = (HERE / "fixed.sha256").read_text().strip()
    if generate.checksum() != fixed:
        raise SystemExit("The evaluation set is not the one that was fixed.")
    everything = [json.loads(line) for line in generate.as_lines().splitlines()]
    for half in ("tune", "held") if arguments.half == "both" else (arguments.half,):
        texts = [text for text in everything if text["split"] == half][:: arguments.sample]
        results = {"rules": measure(texts, heed_reader(model=False))}
        if not arguments.rules_only:
            results["with model"] = measure(texts, heed_reader(model=True))
            results |= {name: measure(texts, reader) for name, reader in presidio_readers().items()}
        registered = measure(texts, heed_reader(model=not arguments.rules_only, register=True))
        people = [
            sum(registered["kinds"][kind][i] for kind in ("name", "initials")) for i in (0, 1)
        ]
        words = sum(len(text["text"].split()) for text in texts)
        print(f"\n## {half} half: {len(texts)} texts, {words} words\n\n{table(results)}")
        print(f"\nRegistered people found with the register: {share(people)} of {people[1]}")
        if arguments.misses and half == "tune":
            shown = results.get("with model", results["rules"])
            print("\n### Missed\n" + "\n".join(shown["misses"][: arguments.misses]))
            print("\n### Not in the gold\n" + "\n".join(shown["extras"][: arguments.misses]))


if __name__ == "__main__":
    main()
