import yaml

from heed.memory import themes
from heed.memory.lexicon import HINT, TALK, abbreviations, lexicon, weigh
from heed.memory.words import roots


def test_there_are_sixty_themes_in_eight_groups() -> None:
    assert len(themes.every()) == 60
    assert len(themes.groups()) == 8
    assert {theme.group for theme in themes.every()} == {group.id for group in themes.groups()}
    assert sum(len(themes.of_group(group.id)) for group in themes.groups()) == 60


def test_no_two_themes_share_a_label() -> None:
    labels = [theme.label for theme in themes.every()]
    assert len(set(labels)) == len(labels)


def test_a_tag_of_somebody_elses_is_recognised() -> None:
    assert themes.recognise("Elective Home Education") == themes.find("not-in-school")
    assert themes.recognise("fathers-male-carers") == themes.find("fathers-male-carers")
    assert themes.recognise("gardening") is None


def test_a_theme_that_is_no_longer_known_answers_its_id() -> None:
    assert themes.label("old-tag") == "old-tag"


def test_suggestions_say_which_words_led_to_them() -> None:
    text = "He was not brought to the eye clinic. Nobody asked mum's new partner who he was."
    found = {one.theme.id: one for one in themes.suggest(text)}
    assert "was not brought" in found["health-was-not-brought"].words
    assert "new partner" in found["fathers-male-carers"].words


def test_nothing_is_suggested_where_no_word_leads_to_it() -> None:
    assert themes.suggest("The minutes of the parish fete committee") != []
    assert themes.suggest("Bread rises twice.") == []


def test_every_theme_is_led_to_by_each_of_its_own_names() -> None:
    wrong = [
        (theme.id, name)
        for theme in themes.every()
        for name in (theme.label, *theme.aliases)
        if theme.id not in [found.concept for found in lexicon().spot(name)]
    ]
    assert wrong == []


def test_abbreviations_and_their_long_forms_are_one_concept() -> None:
    pairs = {
        "WNB": "was not brought",
        "EHE": "electively home educated",
        "NAI": "non-accidental injury",
        "LAC": "looked after children",
        "PLO": "public law outline",
        "NRM": "national referral mechanism",
        "FII": "fabricated or induced illness",
        "HSB": "harmful sexual behaviour",
        "SUDI": "sudden unexpected death in infancy",
        "UASC": "unaccompanied asylum seeking children",
        "IDVA": "independent domestic violence advocate",
        "S47": "section 47 enquiries",
    }
    for short, long in pairs.items():
        spotted = [{found.concept for found in lexicon().spot(text)} for text in (short, long)]
        assert spotted[0] & spotted[1], short


def test_a_contracted_form_means_the_same() -> None:
    assert "wnb" in [found.concept for found in lexicon().spot("She wasn't brought in May.")]


def test_words_joined_by_a_plus_need_only_share_a_sentence() -> None:
    spotted = lexicon().spot("On the baby there was, at six weeks, a small bruise.")
    assert {f.written for f in spotted if " … " in f.written} == {"baby … bruise"}
    apart = lexicon().spot("The baby slept. A bruise was seen on her sister.")
    assert "nai-infants" not in [found.concept for found in apart if " … " in found.written]


def test_where_a_concept_stands_is_where_its_words_stand() -> None:
    text = "Slowly.  They were home educated for a year."
    found = next(one for one in lexicon().spot(text) if one.concept == "elective-home-education")
    assert text[found.start : found.end] == "home educated"


def test_weighing_agrees_with_spotting() -> None:
    text = "A hungry child. The second phone and the debt. WNB twice: WNB."
    weights = weigh(text)
    expected: dict[str, int] = {}
    for found in lexicon().spot(text):
        points = 1 if found.strength <= HINT else 2
        for concept in {found.concept, *found.themes}:
            expected["=" + concept] = expected.get("=" + concept, 0) + points
    assert {term: n for term, n in weights.items() if term.startswith("=")} == expected
    assert {term for term in weights if term[0] != "="} <= set(roots(text))


def test_every_abbreviation_is_met_either_way_round() -> None:
    wrong = [
        (concept, form)
        for concept, _, forms in abbreviations()
        for form in forms
        if concept not in [found.concept for found in lexicon().spot(form)]
    ]
    assert wrong == []


def test_a_short_form_that_is_a_word_is_met_by_its_capitals_alone() -> None:
    def met(text: str) -> set[str]:
        return {found.concept for found in lexicon().spot(text)}

    assert "it" in met("The IT system was down.")
    assert not {"it", "sos", "send"} & met("It was down, so they send for help.")
    assert "it" not in met("THEY SAID THAT IT WAS DOWN")


def test_a_word_by_itself_is_met_as_it_stands_and_in_the_plural() -> None:
    def met(text: str) -> set[str]:
        return {found.concept for found in lexicon().spot(text)}

    assert "culture-faith-language" in met("Two interpreters came.")
    assert "gender-sexuality" in met("her sexuality")
    assert "gender-sexuality" not in met("a sexual assault")


def test_how_people_talk_is_told_of_every_theme() -> None:
    talk = yaml.safe_load(TALK.read_text(encoding="utf-8"))
    assert set(talk) == {theme.id for theme in themes.every()}
    every = [saying for sayings in talk.values() for saying in sayings]
    assert len(every) == len(set(every))
