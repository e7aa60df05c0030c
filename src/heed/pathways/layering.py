"""What a pack says of its own: the layer that, laid over its base, gives the pack again.

The other way round from `merging`: `merge(base, layer_of(pack, base))` is the pack.
"""

from bisect import bisect_left
from typing import Any

from heed.pathways.merging import START, has_ids
from heed.pathways.shapes import Pack

KEPT = ("id", "name", "base")


def layer_of(pack: Pack, base: Pack, *, id: str = "", name: str = "") -> dict[str, Any]:
    """The layer of a pack over this base, as plain data in the order of the reference.

    ``id`` and ``name`` are said where the pack has none of its own (it is the base itself). Raises
    ValueError, with a sentence, for a difference that no layer can say.
    """
    full, sparse = pack.model_dump(mode="json"), pack.model_dump(mode="json", exclude_defaults=True)
    under = base.model_dump(mode="json")
    own = pack.id != base.id
    said: dict[str, Any] = {
        "id": pack.id if own else id,
        "name": pack.name if own else name,
        "base": base.id,
    }
    for key in full:
        if key not in KEPT and full[key] != under.get(key):
            said[key] = _difference(under.get(key), full[key], sparse.get(key))
    return said


def _difference(base: Any, full: Any, sparse: Any) -> Any:
    if isinstance(full, dict) and isinstance(base, dict):
        thin = sparse if isinstance(sparse, dict) else {}
        return {
            key: _difference(base.get(key), value, thin.get(key))
            for key, value in full.items()
            if value != base.get(key)
        }
    if isinstance(full, list) and has_ids(base) and (has_ids(full) or not full):
        return _by_id(base, full, sparse if isinstance(sparse, list) else [])
    if full is None:
        raise ValueError("Something that is there in the national base cannot be left empty here.")
    return _said_in_full(full, sparse)


def _said_in_full(full: Any, sparse: Any) -> Any:
    """Something that the base has not: all that is not the usual, without what is empty."""
    if isinstance(full, dict):
        thin = sparse if isinstance(sparse, dict) else full
        return {
            key: _said_in_full(full[key], thin[key]) for key in full if thin.get(key) is not None
        }
    if isinstance(full, list):
        thin_list = sparse if isinstance(sparse, list) and len(sparse) == len(full) else full
        return [_said_in_full(one, thin) for one, thin in zip(full, thin_list, strict=True)]
    return full


def _by_id(base: list[Any], full: list[Any], sparse: list[Any]) -> list[Any]:
    under = {entry["id"]: entry for entry in base}
    thin = {entry["id"]: entry for entry in sparse}
    wanted = [entry["id"] for entry in full]
    said: list[Any] = [{"id": name, "remove": True} for name in under if name not in wanted]
    known = [name for name in wanted if name in under]
    stays = _longest_in_order(known, list(under))
    last_known = max((wanted.index(name) for name in known), default=-1)
    for position, entry in enumerate(full):
        name = entry["id"]
        if name in under:
            told = _difference(under[name], entry, thin.get(name)) if entry != under[name] else {}
            moves = name not in stays
        else:
            told = _said_in_full(entry, thin.get(name, entry))
            moves = position < last_known
        told.pop("id", None)
        if moves:
            told = {"after": wanted[position - 1] if position else START, **told}
        if told:
            said.append({"id": name, **told})
    return said


def _longest_in_order(wanted: list[str], base: list[str]) -> set[str]:
    """The most names that can stay where they are, when the order becomes the wanted one."""
    place = {name: at for at, name in enumerate(base)}
    ends: list[int] = []  # the place at which the best run of each length ends
    names: list[str] = []
    before: dict[str, str] = {}
    for name in wanted:
        at = bisect_left(ends, place[name])
        if at == len(ends):
            ends.append(place[name])
            names.append(name)
        else:
            ends[at], names[at] = place[name], name
        if at:
            before[name] = names[at - 1]
    kept: set[str] = set()
    name = names[-1] if names else ""
    while name:
        kept.add(name)
        name = before.get(name, "")
    return kept
