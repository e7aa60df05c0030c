"""What `heed pack …` answers: lines to print, and the exit code (0: all is well)."""

from pathlib import Path

from heed.pathways import compare as comparing
from heed.pathways import packs
from heed.pathways import reference as rendering
from heed.pathways.shapes import Pack

Answer = tuple[list[str], int]


def check(path: str = "") -> Answer:
    """Whether a pack can be used: a folder or a name; without either, all that come with Heed."""
    lines: list[str] = []
    wrong = 0
    for each in [path] if path else list(packs.names()):
        try:
            lines.append(_summary(_found(each)))
        except packs.PackError as refusal:
            wrong += len(refusal.problems)
            lines += [str(problem) for problem in refusal.problems]
    if wrong:
        lines.append(f"{wrong} thing{'s' if wrong > 1 else ''} to put right.")
    return lines, 1 if wrong else 0


def compare(one: str, other: str) -> Answer:
    """The differences between two packs, each a folder or a name."""
    try:
        first, second = _found(one), _found(other)
    except packs.PackError as refusal:
        return [str(problem) for problem in refusal.problems], 1
    lines = comparing.compare(first, second)
    return lines or [f"{one} and {other} work in the same way."], 0


def _found(path_or_name: str) -> Pack:
    if Path(path_or_name).is_dir():
        return packs.load_folder(path_or_name)
    return packs.load(path_or_name)


def _summary(pack: Pack) -> str:
    over = f", laid over {pack.base}" if pack.base else ""
    counts = (
        f"{len(pack.groups)} groups, {len(pack.routes)} routes, {len(pack.clocks)} clocks, "
        f"{len(pack.referral.asks)} referral questions"
    )
    return f"{pack.id}{over}: sound. {counts}."


def reference(write_to: str = "") -> Answer:
    """The page of every key a pack may have; written to a file where one is named."""
    page = rendering.render_reference()
    if not write_to:
        return page.splitlines(), 0
    Path(write_to).write_text(page, encoding="utf-8")
    return [f"{write_to} is in step with the shapes."], 0
