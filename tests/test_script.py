"""What is said: the gold file of sentences, and what only a Block can tell."""

from __future__ import annotations

from pathlib import Path

import pytest
from ruamel.yaml import YAML

from plugins.document.model import Block
from plugins.speech.lexicon import read_lexicon
from plugins.speech.script import script
from plugins.speech.settings import SpeechSettings
from plugins.speech.show import spoken

ROOT = Path(__file__).resolve().parent.parent
SETTINGS = SpeechSettings(store=ROOT / "audio" / "store", lexicon=ROOT / "audio" / "uttale.yaml")
LEXICON, FAULTS = read_lexicon(SETTINGS.lexicon)
GOLD = YAML(typ="safe").load((ROOT / "tests" / "cases" / "speech_gold.yaml").read_text("utf-8"))
CASES = [(kind.get("lang", "nb"), *case) for kind in GOLD for case in kind["cases"]]


@pytest.mark.parametrize(("lang", "written", "expected"), CASES)
def test_gold(lang: str, written: str, expected: str) -> None:
    found = script([Block("b1", "p", written, lang)], SETTINGS, LEXICON)
    assert " | ".join(spoken(each) for each in found) == expected
