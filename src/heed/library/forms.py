"""The shape of the library's forms."""

from typing import Any

from heed.design.fields import FileField, LineField, LongField, OneOfField, PickField
from heed.design.forms import PlainForm
from heed.library import other_forms
from heed.library.models import OtherForm
from heed.library.states import ENGLISH, KIND_WORDS, LANGUAGES, FormKind
from heed.papers.checking import MOST


class ChangeForm(PlainForm):
    """What has changed since, for everyone to read."""

    text = LongField(
        label="What has changed since?",
        rows=3,
        max_length=400,
        help_text="One or two sentences that anyone can understand: what people do now, and how we "
        "know. No names, no dates of one case.",
        missing="Write what has changed, in a sentence",
    )


class BeginForm(PlainForm):
    """Which other form, and who makes it."""

    kind = OneOfField(
        label="Which form?",
        choices=[(one.value, word) for one, word in KIND_WORDS.items()],
        reveals={FormKind.TRANSLATION.value: "language"},
        missing="Choose which form",
    )
    language = PickField(
        label="Into which language?",
        choices=[(code, names[0]) for code, names in LANGUAGES.items() if code != ENGLISH],
        missing="Choose the language",
    )
    made_by = LineField(
        label="Who makes it?",
        help_text="As readers will see it: a service or a post. For example, Interpreting service",
        missing="Say who makes it",
    )


class TranslationForm(PlainForm):
    """A translation, part by part."""

    def __init__(self, *args: Any, form: OtherForm, **kwargs: Any) -> None:
        super().__init__(*args, seen=form.version, **kwargs)
        self.parts = [one for one, _ in other_forms.translated(form)]
        self._ask(form, "title", "Title", form.page.title, form.title, line=True)
        self._ask(form, "focus", "Short focus", form.page.focus, form.focus)
        for said, mine in other_forms.translated(form):
            name, heading = said["id"], said["heading"]
            self._ask(form, f"heading-{name}", "Heading", heading, mine["heading"], line=True)
            self._ask(form, f"text-{name}", heading, said["text"], mine["text"])
        self.arrange()

    def _ask(
        self, form: OtherForm, name: str, label: str, said: str, mine: str, *, line: bool = False
    ) -> None:
        kwargs: dict[str, Any] = {
            "label": label,
            "help_text": said,
            "required": False,
            "mark_optional": False,
            "initial": mine,
        }
        field = LineField(**kwargs) if line else LongField(rows=5, **kwargs)
        field.widget.attrs |= {"lang": form.language, "dir": form.dir}
        self.fields[name] = field

    @property
    def written(self) -> dict[str, Any]:
        """What was typed, as the operation takes it."""
        data = self.cleaned_data
        return {
            "title": data["title"],
            "focus": data["focus"],
            "sections": {
                one["id"]: {
                    "heading": data[f"heading-{one['id']}"],
                    "text": data[f"text-{one['id']}"],
                }
                for one in self.parts
            },
        }


class AudioForm(PlainForm):
    """A recording and what is said in it."""

    file = FileField(
        label="The recording",
        kinds=["mp3"],
        max_bytes=MOST,
        required=False,
        mark_optional=False,
        help_text="An MP3 of 10 MB or less. Its tags are taken out.",
    )
    words = LongField(
        label="What is said, word for word",
        rows=12,
        required=False,
        mark_optional=False,
        help_text="It stands beside the recording, for whoever would rather read.",
    )


class EasyReadForm(PlainForm):
    """An Easy Read paper."""

    file = FileField(
        label="The Easy Read paper",
        kinds=["pdf"],
        max_bytes=MOST,
        missing="Choose the file",
        help_text="A PDF of 10 MB or less. Its words are read for who could be known.",
    )


class AgreeForm(PlainForm):
    """The word of a second person, and of somebody who reads the language."""

    checked_by = LineField(
        label="Who read or heard all of it in its language?",
        help_text="Somebody who did not make it and knows the language: a service or a post. They "
        "found that it says what the page says, and that nobody could be known by it.",
        missing="Say who read it in its language",
    )
