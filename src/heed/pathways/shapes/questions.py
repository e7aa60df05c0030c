"""Questions, the choices they offer, and the sections that gather them."""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Field, model_validator

from heed.pathways.shapes.shape import Id, IdsOnce, Shape, Text, describe

QuestionKind = Literal["line", "long", "one_of", "any_of", "date", "yes_no", "number", "agencies"]

Registered = Literal[
    "",
    "name",
    "other name",
    "date of birth",
    "date of death",
    "address",
    "school",
    "practice",
    "number",
]

NOT_KNOWN = "not_known"
"""The answer that stands for "Not known", in every kind of question."""


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str) else value


class Choice(Shape):
    """One answer that a person may choose."""

    id: Id = describe("The answer as it is kept.")
    label: Text = describe("The answer as a person reads it.")
    hint: str = Field(
        default="", description="A line below the label, where the label is not enough."
    )


class When(Shape):
    """A question is asked only when an earlier one has been answered in a certain way."""

    question: Id = describe("The id of the earlier question, in the same form.")
    equals: Annotated[tuple[str, ...], BeforeValidator(_as_list), Field(min_length=1)] = describe(
        'The answer, or list of answers, that bring this question up. "yes" and "no" for a '
        "yes-or-no question."
    )


class Question(Shape):
    """One thing that a form asks."""

    id: Id = describe("The name under which the answer is kept. Never change it once in use.")
    text: Text = describe("The question, as a person reads it.")
    hint: str = Field(
        default="", description="What helps somebody to answer: an example, what to leave out."
    )
    kind: QuestionKind = Field(
        default="long",
        description=(
            "line: a few words. long: free text. one_of: one choice. any_of: any number of "
            "choices. date. yes_no. number: a whole number. agencies: any of the partnership's "
            "agencies."
        ),
    )
    choices: Annotated[tuple[Choice, ...], IdsOnce] = Field(
        default=(), description="The answers offered, for one_of and any_of."
    )
    required: bool = Field(
        default=False, description='Whether it must be answered; "Not known" counts as an answer.'
    )
    not_known: bool = Field(
        default=True, description='Whether "Not known" is offered as an answer.'
    )
    when: When | None = Field(
        default=None, description="Asked only when an earlier answer calls for it."
    )
    words: int = Field(
        default=0,
        ge=0,
        le=5000,
        description="How many words are plenty, shown as a guide. 0: no guide.",
    )
    register_as: Registered = Field(
        default="",
        description=(
            "What of somebody the answer is, when it identifies them. It then goes to the case's "
            "identity register and stands nowhere else. Only in a referral's later sections."
        ),
    )

    @model_validator(mode="after")
    def _registers_a_line_or_a_date(self) -> Self:
        fits = "date" if self.register_as.startswith("date") else "line"
        if self.register_as and self.kind != fits:
            raise ValueError(f'what is registered as {self.register_as} has to be of kind "{fits}"')
        return self

    @model_validator(mode="after")
    def _choices_fit_the_kind(self) -> Self:
        chooses = self.kind in ("one_of", "any_of")
        if chooses and len(self.choices) < 2:
            raise ValueError(f'a question of kind "{self.kind}" needs at least two choices')
        if not chooses and self.choices:
            raise ValueError(f'a question of kind "{self.kind}" has no choices; take them out')
        if any(choice.id == NOT_KNOWN for choice in self.choices):
            raise ValueError(
                '"not_known" is not a choice; write "not_known = true" on the question instead'
            )
        return self


def check_order(questions: tuple[Question, ...]) -> tuple[Question, ...]:
    """Refuses a question that waits for one which comes later, or for an answer it cannot have."""
    earlier: dict[str, Question] = {}
    for question in questions:
        if question.when:
            asked = earlier.get(question.when.question)
            if asked is None:
                raise ValueError(
                    f'"{question.id}" waits for "{question.when.question}", which is not asked '
                    "before it in the same form"
                )
            wrong = set(question.when.equals) - possible_answers(asked)
            if wrong:
                raise ValueError(
                    f'"{question.id}" waits for "{asked.id}" to be "{sorted(wrong)[0]}", '
                    "which is not one of its answers"
                )
        earlier[question.id] = question
    return questions


def possible_answers(question: Question) -> set[str]:
    """The answers of a question that others may wait for."""
    answers = {choice.id for choice in question.choices}
    if question.kind == "yes_no":
        answers |= {"yes", "no"}
    if question.not_known:
        answers.add(NOT_KNOWN)
    return answers


QuestionList = Annotated[tuple[Question, ...], IdsOnce, AfterValidator(check_order)]
"""Questions of one form: ids once, and none waits for a later one."""


class Section(Shape):
    """A page of a longer form: a heading, a few words, prompts, and its questions."""

    id: Id = describe("The name under which the section is kept.")
    title: Text = describe("The heading.")
    intro: str = Field(default="", description="A sentence or two below the heading.")
    prompts: tuple[Text, ...] = Field(
        default=(),
        description="Things to think about before answering, shown beside the questions.",
    )
    repeats: str = Field(
        default="",
        description=(
            'What one entry is called when the section is a list, such as "child"; empty when '
            "it is filled in once."
        ),
    )
    begins_with: str = Field(
        default="",
        description=(
            "For a list in a referral: what its entries begin with. The id of an earlier question, "
            'each answer to which begins one, or "people": each child or adult it is about.'
        ),
    )
    questions: QuestionList = Field(default=(), description="The questions of this section.")
