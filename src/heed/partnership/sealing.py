"""Sealing what is held for somebody: opened with Heed's secret key, by nothing else."""

import base64
import json

from cryptography.fernet import Fernet, InvalidToken
from django.utils.crypto import salted_hmac

Fields = dict[str, list[str]]


def _box() -> Fernet:
    key = salted_hmac("heed.held-post", "the key of held posts", algorithm="sha256").digest()
    return Fernet(base64.urlsafe_b64encode(key))


def seal(fields: Fields, *, person: int, address: str) -> str:
    """The fields as sealed text, bound to whose they are and to their page."""
    inside = json.dumps({"person": person, "address": address, "fields": fields})
    return _box().encrypt(inside.encode()).decode()


def unseal(sealed: str, *, person: int, address: str) -> Fields | None:
    """The fields again; None when they were sealed by another key, for another person or page."""
    try:
        inside = json.loads(_box().decrypt(sealed.encode()))
    except InvalidToken:
        return None
    if (inside["person"], inside["address"]) != (person, address):
        return None
    found: Fields = inside["fields"]
    return found
