"""The interface in bokmål, nynorsk and English, and the ways between translations."""

from __future__ import annotations

import gettext
import json
import re
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import html5lib
import pytest
from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po
from ruamel.yaml import YAML

from editor import language
from plugins import document, wording
from plugins.plain.lix import LEVELS
from tests.conftest import ROOT
from tests.making import checked, lyttevei, page, write_tree

LOCALE = ROOT / "theme" / "locale"
#: plain.html is what the service worker says when it has nothing at all.
TEMPLATES = sorted(
    [path for folder in ("theme/templates", "plugins/*") for path in ROOT.glob(f"{folder}/*.html") if path.name != "plain.html"]
)
#: Words of ours that a template must not say without asking for them in the page's language.
BARE = re.compile(r">\s*[A-ZÆØÅ][a-zæøå]+ ?[^<>{}%]*<")


def audiences() -> set[str]:
    """What our readers may say that they are: names from the content, which templates ask for."""
    return {each["name"] for each in YAML(typ="safe").load(ROOT / "content" / "malgrupper.yaml")["audiences"]}


def asked() -> set[str]:
    """Every text that a template asks for."""
    found = {name for _, name in LEVELS} | {"svært vanskelig", *wording.CALLED.values(), *audiences()}
    for path in TEMPLATES:
        found |= {text for _, text, _, _ in extract_from_file("jinja2.ext:babel_extract", str(path), keywords={"_": None})}
    return found


@pytest.mark.parametrize("lang", ["nn", "en"])
def test_every_text_is_translated_and_none_is_left_over(lang: str) -> None:
    with (LOCALE / lang / "LC_MESSAGES" / "messages.po").open("rb") as text:
        known = {message.id: message for message in read_po(text, locale=lang) if message.id}
    assert asked() - set(known) == set()
    assert set(known) - asked() == set()
    assert [name for name, message in known.items() if not message.string or message.fuzzy] == []
    places = re.compile(r"%[ds]")
    assert [name for name, message in known.items() if places.findall(name) != places.findall(message.string)] == []


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_no_template_speaks_bokmal_alone(path: Path) -> None:
    text = re.sub(r"\{#.*?#\}|<kbd>.*?</kbd>", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert BARE.findall(text) == []


MANY = """Gartnere planter blomster hver dag. Folk vanner busker hver dag. Mange klipper plener hver dag. Noen selger trær hver dag.
Unge graver bed hver dag. Voksne luker grønnsaker hver dag. Gjester kjøper roser hver dag. Sjefen bestiller potter hver dag.
"""
WORDS = "words:\n  - term: fagbrev\n    forms: [fagbrev, fagbrevet]\n    explanation: Et bevis på at du kan et fag.\n"
FILES = {
    "content/ordliste.yaml": WORDS,
    "content/index.md": f"---\ntitle: Finn veien\nslug: index\ntemplate: home\n---\n\n{MANY}",
    "content/yrker/gartner.md": f"---\ntitle: Gartner\n---\n\n{MANY}",
    "content/yrker/kokk.md": page("Du lager mat.", "Kokk"),
    "content/yrker/kokk.nn.md": "---\ntitle: Kokk\nlang: nn\nslug: kokk\n---\n\nDu lagar mat og tek fagbrev.\n",
    "content/en/yrker/cook.md": "---\ntitle: Cook\nlang: en\nslug: kokk\n---\n\nYou cook.\n",
    "content/yrker/lege.md": page("Du hjelper syke.", "Lege"),
    "content/sider/uk.md": "---\ntitle: Ласкаво просимо\nlang: uk\nslug: velkommen\n---\n\nПривіт.\n",
}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of four languages without sound."""
    folder = tmp_path_factory.mktemp("språk")
    ran = lyttevei("build", "--no-sound", "--content", write_tree(folder, FILES), "--output", folder / "output")
    assert ran.code == 0, ran.err
    return folder / "output"


@pytest.mark.parametrize(
    ("address", "lang", "words"),
    [
        ("yrker/kokk/index.html", "nb", ("Innstillinger", "Om denne siden", "Lesenivå: svært lett")),
        ("nn/yrker/kokk/index.html", "nn", ("Innstillingar", "Om denne sida", "Lesenivå: svært lett")),
        ("en/yrker/kokk/index.html", "en", ("Settings", "About this page", "Reading level: very easy")),
    ],
)
def test_our_words_are_in_the_language_of_the_page(address: str, lang: str, words: tuple[str, ...], built: Path) -> None:
    text = (built / address).read_text(encoding="utf-8")
    assert f'<html lang="{lang}"' in text and all(word in text for word in words)
    assert '<header class="wrap top"' in text and '<header class="wrap top" lang=' not in text


def test_in_other_languages_we_speak_bokmal_and_say_so(built: Path) -> None:
    text = (built / "uk/sider/velkommen/index.html").read_text(encoding="utf-8")
    assert '<html lang="uk"' in text and '<header class="wrap top" lang="nb" dir="ltr">' in text and "Innstillinger" in text


def test_translations_lead_to_each_other_and_missing_ones_are_named(built: Path) -> None:
    text = (built / "nn/yrker/kokk/index.html").read_text(encoding="utf-8")
    assert 'href="../../../yrker/kokk/index.html" lang="nb" hreflang="nb">Bokmål<' in text
    assert 'href="../../../en/yrker/kokk/index.html" lang="en" hreflang="en">English<' in text
    assert "Denne sida finst ikkje på ukrainsk." in text
    assert "Denne siden finnes ikke på nynorsk." in (built / "yrker/lege/index.html").read_text(encoding="utf-8")


def test_a_list_has_each_page_once_in_its_own_language(tmp_path: Path) -> None:
    site = checked(write_tree(tmp_path, FILES))
    for lang, titles in (("nb", ["Gartner", "Kokk", "Lege"]), ("en", ["Cook", "Gartner", "Lege"])):
        found = document.by_kind(site, lang)["yrke"]
        assert [each.document.data["title"] for each in found] == titles


def test_a_summary_that_the_build_chose_is_marked_where_it_is_shown(built: Path) -> None:
    home, own = ((built / name / "index.html").read_text(encoding="utf-8") for name in ("", "yrker/gartner"))
    whole = "Dette er laget automatisk av setninger fra siden."
    assert home.count(whole) == 1 and own.count(whole) == 1
    cards = re.findall(r'<a class="card".*?</a>', home, re.DOTALL)
    assert ["Valgt automatisk fra siden." in card for card in cards] == ["<b>Gartner</b>" in card for card in cards] and len(cards) == 3


def test_an_explanation_in_bokmal_says_so_and_its_buttons_do_not(built: Path) -> None:
    text = (built / "nn/yrker/kokk/index.html").read_text(encoding="utf-8")
    (words,) = re.findall(r"<ly-words.*?</ly-words>", text, re.DOTALL)
    assert re.findall(r'<(\w+)[^>]* lang="nb"', words) == ["p", "p"] and words.index(">Lukk<") > words.rindex('lang="nb"')


def test_these_pages_are_valid_and_so_is_the_dialog_of_each_language(built: Path) -> None:
    for path in built.rglob("*.html"):
        parser = html5lib.HTMLParser()
        parser.parse(path.read_text(encoding="utf-8"))
        assert parser.errors == [], path
    for lang in ("", "nn/", "en/"):
        page = next((built / lang / "yrker").rglob("index.html")).read_text(encoding="utf-8")
        key = re.search(r'<ly-settings data-key="(\w+)"', page)[1]
        datum = (built / "data" / f"{key}.js").read_text(encoding="utf-8")
        dialog = json.loads(datum[datum.index(",") + 1 : datum.rindex(")")])
        parser = html5lib.HTMLParser()
        parser.parseFragment(dialog)
        assert dialog.startswith("<dialog") and parser.errors == [], lang


def test_who_reads_the_catalogue_while_it_is_written_reads_a_whole_one(tmp_path: Path) -> None:
    """Many commands may begin at once after a change of the texts: each writes it, and reads it."""
    source = tmp_path / "nb" / "LC_MESSAGES" / "messages.po"
    source.parent.mkdir(parents=True)
    source.write_bytes((language.LOCALE / "nb" / "LC_MESSAGES" / "messages.po").read_bytes())
    target = source.with_suffix(".mo")

    language._compile(source, target)
    text = "Lyttevei: guidance pages that read themselves aloud."
    with ProcessPoolExecutor(2) as pool:
        writing = [pool.submit(language._compile, source, target) for _ in range(30)]
        while not all(each.done() for each in writing):
            with target.open("rb") as found:
                assert gettext.GNUTranslations(found).gettext(text) != text
        assert {each.result() for each in writing} == {target}
    assert sorted(path.name for path in source.parent.iterdir()) == ["messages.mo", "messages.po"]
