"""Whatever changes data: atomic, keyword-only after its subject, and done by somebody."""

import ast
from collections.abc import Iterator

from tests.repository.reading import name_of, ours, room_of, told, tree

#: Rooms whose operations are what other operations are made of.
BENEATH = {
    "history": "every operation calls it inside its own transaction",
    "memory": "an index: the stage that has something remembered has said who",
}
#: What stands beside the operations and changes nothing by itself, and what it is.
NOT_OPERATIONS = {
    "at_once": "keeps a message and sends it, each in a transaction of its own",
    "compose": "the words of a message",
    "give_out": "the file of a paper that is published",
    "held_back": "says that nobody is written to, around an operation",
    "locked": "a row to change, inside an operation's transaction",
    "memory_key": "a name",
    "new_reference": "a name",
    "of": "the papers of a record",
    "open_questions_of": "what is still to answer",
    "stands_at": "says where a case stands, inside an operation's transaction",
    "still_to_settle": "what is still to settle",
}


def operations() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Each public function of a room's operations, with the place where it stands."""
    for path in ours(".py"):
        if "operations" in (path.stem, path.parent.name) and room_of(path) not in BENEATH:
            for node in tree(path).body:
                if isinstance(node, ast.FunctionDef) and not (
                    node.name.startswith("_") or node.name in NOT_OPERATIONS
                ):
                    yield f"{name_of(path)}:{node.lineno} {node.name}", node


def test_every_operation_is_atomic() -> None:
    wrong = [
        place
        for place, node in operations()
        if not any("atomic" in ast.unparse(decorator) for decorator in node.decorator_list)
    ]
    told(
        wrong,
        "Decorate it with @transaction.atomic: the change and its history stand or fall as one.",
    )


def test_every_operation_is_keyword_only_after_its_subject() -> None:
    wrong = [
        place
        for place, node in operations()
        if len(node.args.posonlyargs) + len(node.args.args) > 1 or node.args.vararg
    ]
    told(wrong, "Put a * after its subject, so that a call reads as a sentence.")


def test_every_operation_says_who_does_it() -> None:
    wrong = [
        place
        for place, node in operations()
        if "by" not in [arg.arg for arg in node.args.kwonlyargs]
    ]
    told(wrong, "Take `by: Person` (None for Heed itself) and hand it to history.")
