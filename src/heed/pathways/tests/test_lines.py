import tomllib

from heed.pathways.lines import Path, line_map
from heed.pathways.packs import PACKS

TEXT = '''# a comment = with an equals sign
id = "one"
[words]  # a table
review_group = "group"
"quoted key" = 1
many = [
    "a = b",  # x = 1
    "[not a table]",
]
long = """
key = "inside a string"
[[groups]]
"""
after.dotted = true

[[groups]]
id = "review"
[groups.quorum]
at_least = 3
[[groups]]
id = "training"
[[groups.items]]
id = "x"
[[groups.items]]
id = "y"
'''


def test_every_key_is_found_where_it_stands() -> None:
    lines = line_map(TEXT)
    expected: dict[Path, int] = {
        (): 1,
        ("id",): 2,
        ("words",): 3,
        ("words", "review_group"): 4,
        ("words", "quoted key"): 5,
        ("words", "many"): 6,
        ("words", "long"): 10,
        ("words", "after"): 14,
        ("words", "after", "dotted"): 14,
        ("groups",): 16,
        ("groups", 0): 16,
        ("groups", 0, "id"): 17,
        ("groups", 0, "quorum"): 18,
        ("groups", 0, "quorum", "at_least"): 19,
        ("groups", 1): 20,
        ("groups", 1, "id"): 21,
        ("groups", 1, "items"): 22,
        ("groups", 1, "items", 0): 22,
        ("groups", 1, "items", 0, "id"): 23,
        ("groups", 1, "items", 1): 24,
        ("groups", 1, "items", 1, "id"): 25,
    }
    assert lines == expected


def test_nothing_is_found_that_the_file_does_not_say_and_nothing_is_left_out() -> None:
    def paths(value: object, path: Path = ()) -> set[Path]:
        found = {path}
        if isinstance(value, dict):
            for key, inner in value.items():
                found |= paths(inner, (*path, key))
        elif isinstance(value, list) and value and all(isinstance(each, dict) for each in value):
            for place, inner in enumerate(value):
                found |= paths(inner, (*path, place))
        return found

    files = sorted(PACKS.glob("*/*.toml"))
    assert files
    for file in files:
        text = file.read_text()
        told, found = paths(tomllib.loads(text)), set(line_map(text))
        assert found <= told, file
        inline = {path for path in told - found if not {"choices", "when", "lines"} & set(path)}
        assert not inline, (file, sorted(map(str, inline)))
