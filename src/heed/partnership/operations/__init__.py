"""What changes people, parts and the thread of a case."""

from heed.partnership.operations.agencies import add_agency
from heed.partnership.operations.cases import (
    ALPHABET,
    concern,
    name_on_case,
    new_reference,
    open_case,
    register_names,
    set_stage,
    take_off_case,
)
from heed.partnership.operations.codes import forget_codes, knock, make_code, use_code
from heed.partnership.operations.correcting import merge_cases, split_case
from heed.partnership.operations.holding import forget_held_posts, hold_post, let_go_of_post
from heed.partnership.operations.people import (
    add_person,
    complete_person,
    end_part,
    give_part,
    meet,
    name_deputy,
)
from heed.partnership.operations.restricting import lift_restriction, restrict, shut_out

__all__ = [
    "ALPHABET",
    "add_agency",
    "add_person",
    "complete_person",
    "concern",
    "end_part",
    "forget_codes",
    "forget_held_posts",
    "give_part",
    "hold_post",
    "knock",
    "let_go_of_post",
    "lift_restriction",
    "make_code",
    "meet",
    "merge_cases",
    "name_deputy",
    "name_on_case",
    "new_reference",
    "open_case",
    "register_names",
    "restrict",
    "set_stage",
    "shut_out",
    "split_case",
    "take_off_case",
    "use_code",
]
