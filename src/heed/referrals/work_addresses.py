"""Whether an email address is one that somebody works with. Plain Python."""

from functools import cache
from pathlib import Path


@cache
def personal_domains() -> frozenset[str]:
    """The domains where anybody can open a mailbox, from ``personal_domains.txt``."""
    lines = (Path(__file__).parent / "personal_domains.txt").read_text().splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def is_work_address(address: str) -> bool:
    """Whether the address is not at one of those domains; all that can be told from it."""
    name, _, domain = address.strip().rpartition("@")
    return bool(name and domain) and domain.rstrip(".").lower() not in personal_domains()
