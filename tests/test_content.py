"""The shipped pages: plain enough, each in words of its own, with sources, and pictures that show all kinds of people."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import pytest
from ruamel.yaml import YAML

from editor import project, schema
from plugins import document, guidance, plain
from plugins.search.demand import DEMAND
from tests.bench.coverage import coverage
from tests.conftest import ROOT

CONTENT = ROOT / "content"
SETTINGS = ROOT / ".vscode" / "settings.json"
#: The aims of plain language: LIX of the short version and of the body, words in a sentence.
SHORT, BODY, LONGEST = 30, 40, 25
#: How many of each kind there are in bokmål.
COUNTS = {"yrke": 60, "program": 15, "vei": 14, "hjelp": 9, "partner": 6}
#: Kinds whose pages are about something, and not about the site.
ABOUT = tuple(COUNTS)
EXPLAINED = 20
#: Things that an occupation's page tells and hardly any other does.
OWN = 5


@pytest.fixture(scope="module")
def site() -> document.Site:
    """The shipped content after the rooms that look at text."""
    found = document.read_site(CONTENT, project.load().settings)
    for room in (document, plain, guidance):
        room.process(found)
    return found


def data_of(site: document.Site, *kinds: str, lang: str = "nb") -> list[dict[str, Any]]:
    pages = (page.document.data for page in document.every_page(site))
    return [data for data in pages if data["kind"] in kinds and data["lang"] == lang]


def said(page: Any) -> Iterator[str]:
    """Every sentence of a page's short version and body."""
    for block in (*document.summary_blocks(page), *page.document.blocks):
        letters = document.letters(block)
        yield from (" ".join(letters.text[start:end].split()) for start, end in document.sentence_ranges(letters, block))


def test_there_are_as_many_pages_as_the_readme_says(site: document.Site) -> None:
    found = Counter(page.document.data["kind"] for page in document.every_page(site) if page.document.data["lang"] == "nb")
    assert {kind: found[kind] for kind in COUNTS} == COUNTS
    readme = " ".join((ROOT / "README.md").read_text(encoding="utf-8").split())
    told = "60 occupations, 15 upper-secondary programmes, 23 guides and 6 partners"
    assert told in readme and COUNTS["vei"] + COUNTS["hjelp"] == 23


def test_nothing_is_wrong_with_front_matter(site: document.Site) -> None:
    assert document.errors(site.problems) == []
    codes = {"unknown-key", "related-unknown", "related-unclear", "date-expired", "repaired", "alt-missing", "body-empty"}
    assert [each for each in site.problems if each.code in codes] == []


def test_every_programme_has_a_theme_with_something_to_hear(site: document.Site) -> None:
    programmes = {data["slug"] for data in data_of(site, "program")}
    assert {data.get("programme") for data in data_of(site, "tema")} >= programmes
    themes = [page for page in document.every_page(site) if page.document.data["kind"] == "tema"]
    assert [page.document.file for page in themes if len(page.guidance.theme.items) < 3] == []


@pytest.mark.parametrize("lang", ["nb", "nn"])
def test_no_sentence_stands_on_two_occupations(site: document.Site, lang: str) -> None:
    where = defaultdict(set)
    for page in document.every_page(site):
        if page.document.data["kind"] == "yrke" and page.document.data["lang"] == lang:
            for sentence in said(page):
                where[sentence].add(page.document.file)
    assert {sentence: files for sentence, files in where.items() if len(files) > 1} == {}


def test_every_occupation_tells_five_things_that_are_its_own(site: document.Site) -> None:
    """Sentences with a word that no more than one other occupation has: a tool, a place, a paper, a task."""
    occupations = [page for page in document.every_page(site) if page.document.data["kind"] == "yrke"]
    told = {
        page.document.file: [long_words(sentence) for sentence in said(page)]
        for page in occupations
        if page.document.data["lang"] == "nb"
    }
    known = Counter(word for sentences in told.values() for word in set().union(*sentences))
    own = {file: sum(any(known[word] <= 2 for word in words) for words in sentences) for file, sentences in told.items()}
    assert {file: count for file, count in own.items() if count < OWN} == {}


def long_words(sentence: str) -> set[str]:
    return set(re.findall(r"[^\W_]{4,}", sentence.lower()))


def test_every_page_is_easy_to_read(site: document.Site) -> None:
    hard = {}
    for page in document.every_page(site):
        if page.plain.summary.value > SHORT or page.plain.body.value > BODY:
            hard[page.document.file] = (round(page.plain.summary.value, 1), round(page.plain.body.value, 1))
    assert hard == {}


def test_no_sentence_is_long(site: document.Site) -> None:
    found = ((page.document.file, text) for page in document.every_page(site) for text in said(page))
    assert [each for each in found if len(document.words(document.Block("", "p", each[1], "nb"))) > LONGEST] == []


def test_every_page_says_where_its_facts_are_from_and_what_it_serves(site: document.Site) -> None:
    needed = ("summary", "owner", "sources", "sources_read", "quality_area", "career_competence", "picture")
    assert [(data["title"], key) for data in data_of(site, *ABOUT) for key in needed if not data.get(key)] == []
    assert [data["title"] for data in data_of(site, *ABOUT) if not data["picture"].get("alt")] == []


def test_no_page_claims_to_be_checked(site: document.Site) -> None:
    assert [page.document.file for page in document.every_page(site) if page.document.data.get("checked")] == []


@pytest.mark.parametrize(("key", "values"), [("gender", ("kvinne", "mann")), ("background", ("lys", "mørk"))])
def test_pictures_show_women_and_men_light_and_dark_about_equally(site: document.Site, key: str, values: tuple[str, str]) -> None:
    """Over all pages, and over the occupations alone, each is between 40 and 60 % of those that are one or the other."""
    for kinds in (ABOUT, ("yrke",)):
        found = Counter(data["picture"].get(key) for data in data_of(site, *kinds))
        assert None not in found
        first, second = (found[value] for value in values)
        assert 0.4 <= first / (first + second) <= 0.6, (kinds, found)


def test_every_picture_is_used_and_credited(site: document.Site) -> None:
    files = {path.name for path in (CONTENT / "bilder").glob("*.svg")}
    pictures = [page.document.data.get("picture") for page in document.every_page(site)]
    assert {picture["file"].rsplit("/", 1)[-1] for picture in pictures if picture} == files
    readme = (CONTENT / "bilder" / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| (\S+\.svg) \|", readme, re.MULTILINE)) == files


def test_ten_pages_are_in_nynorsk_and_five_have_short_versions_in_english_and_ukrainian(site: document.Site) -> None:
    pages = [page.document for page in document.every_page(site)]
    known = {document.place(page) for page in pages if page.data["lang"] == "nb"}
    nynorsk = [document.place(page) for page in pages if page.data["lang"] == "nn"]
    assert len(nynorsk) == 10 and set(nynorsk) <= known
    versions = [[version.lang for version in document.versions(page)] for page in pages if page.data.get("summaries")]
    assert versions == [["en", "uk"]] * 5


def test_most_searches_for_occupations_are_answered(site: document.Site) -> None:
    assert coverage(DEMAND, (page.document for page in document.every_page(site))).share >= 0.69


def yaml(name: str) -> dict[str, Any]:
    return YAML(typ="safe").load((CONTENT / name).read_text(encoding="utf-8"))


def test_no_form_belongs_to_two_words_and_every_word_is_explained_shortly() -> None:
    words = yaml("ordliste.yaml")["words"]
    forms = Counter(form.casefold() for word in words for form in {*word["forms"]})
    assert [form for form, count in forms.items() if count > 1] == []
    assert [word["term"] for word in words if not 0 < len(word["explanation"].split()) <= EXPLAINED] == []


def test_every_contact_has_a_source_and_a_way_to_reach_it() -> None:
    contacts = yaml("kontakter.yaml")["contacts"]
    assert [each["id"] for each in contacts if not (each.get("sources") and each.get("read") and each.get("channels"))] == []
    assert len({each["id"] for each in contacts}) == len(contacts)


@pytest.mark.parametrize("kind", list(document.KINDS))
def test_the_committed_schemas_are_those_of_the_code(kind: str, site: document.Site) -> None:
    committed = SETTINGS.parent / "innledning" / f"{kind}.json"
    assert committed.read_text(encoding="utf-8") == schema.text(kind), f"lyttevei schema --folder {committed.parent}"
    known = document.json_schema(kind)["properties"]
    assert [key for lang in ("nb", "nn") for data in data_of(site, kind, lang=lang) for key in data if key not in known] == []
    chosen = json.loads(SETTINGS.read_text(encoding="utf-8"))["yaml.schemas"]
    assert set(document.folders(kind)) <= set(chosen[f"./.vscode/innledning/{kind}.json"])
