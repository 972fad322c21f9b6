"""What guidance reads beside the pages: contacts and their dates, cards, audiences; themes; codes for paper."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import segno
from bs4 import BeautifulSoup

from plugins import document, guidance
from plugins.guidance.cards import faults
from plugins.guidance.contacts import anonymity, expired, known, reported
from plugins.guidance.qr import code_name, page_url, write_codes
from plugins.guidance.schema import Card, Entry, Family
from tests.browser import guiding
from tests.making import checked, codes, lyttevei, write_tree

TODAY = datetime.date(2026, 11, 25)
CONTACTS = """contacts:
  - id: senter
    group: veiledning
    name: Senteret
    what: Hjelp til å velge
    channels: [chat, telefon, e-post]
    hours: 9 til 15
    until: {until}
    anonymous: {anonymous}
    sources: [{{title: Senterets side}}]
"""
TALK = "---\ntitle: Snakk\nslug: snakk\ntemplate: guidance/talk\n---\n\nHei.\n"


def entry(**values: Any) -> Entry:
    return Entry.model_validate({"id": "a", "group": "veiledning", "name": "A", "what": "B", "channels": ["chat"], **values})


def talk(tmp_path: Path, until: str, anonymous: str = "true") -> document.Site:
    files = {"content/sider/snakk.md": TALK, "content/kontakter.yaml": CONTACTS.format(until=until, anonymous=anonymous)}
    site = checked(write_tree(tmp_path, files))
    guidance.process(site)
    return site


def test_hours_are_shown_on_their_last_day_and_no_longer() -> None:
    last = entry(hours="9 til 15", until="2026-11-25")
    assert not expired(last, TODAY) and expired(last, TODAY + datetime.timedelta(1))
    assert [each.hours for each in known([last], TODAY)] == ["9 til 15"]
    assert [each.hours for each in known([last], TODAY + datetime.timedelta(1))] == [None]
    assert codes(reported([last], TODAY, {})) == ["contact-source"]


def test_hours_that_have_expired_are_hidden_and_reported(tmp_path: Path) -> None:
    site = talk(tmp_path, "2020-01-01")
    assert [(each.code, each.file, each.line) for each in site.problems] == [("contact-expired", "kontakter.yaml", 8)]
    said = [block.text for block in site.pages[0].guidance.blocks]
    assert said[1:] == ["Senteret", "Hjelp til å velge.", "Du kan chatte, ringe eller sende e-post.", "Du trenger ikke si hvem du er."]


def test_a_contact_without_a_source_is_told_with_its_line(tmp_path: Path) -> None:
    text = CONTACTS.format(until="2999-01-01", anonymous="true")
    second = text.partition("\n")[2].replace("senter\n", "annet\n").replace("    sources: [{title: Senterets side}]\n", "")
    site = checked(write_tree(tmp_path, {"content/sider/snakk.md": TALK, "content/kontakter.yaml": text + second}))
    guidance.process(site)
    (found,) = site.problems
    assert (found.code, found.line, found.level) == ("contact-source", 11, "remark") and "sources" in found.message


def test_what_is_known_of_anonymity_is_said(tmp_path: Path) -> None:
    said = [block.text for block in talk(tmp_path, "2999-01-01", "false").pages[0].guidance.blocks]
    assert said[-2:] == ["Åpent: 9 til 15.", "De kan spørre hvem du er."]
    assert anonymity(entry()) == "Vi vet ikke om du må si hvem du er. Spør først."


WRONG = [("1.1.2026", "true", "dato"), ("2026-01-01", "kanskje", "svar"), ("2026-13-01", "ja", "dato")]


@pytest.mark.parametrize(("until", "anonymous", "word"), WRONG)
def test_a_wrong_value_is_told_with_its_line(tmp_path: Path, until: str, anonymous: str, word: str) -> None:
    (found,) = talk(tmp_path, until, anonymous).problems
    assert (found.code, found.file) == ("guidance-file", "kontakter.yaml") and found.line in (8, 9) and word in found.message


def family(letter: str, cards: int) -> Family:
    card = Card(text="Jeg liker det.", reason="Du liker det.", picture="bilder/a.svg")
    return Family(letter=letter, name="N", text="T", theme="t", cards=[card] * cards)


def test_families_must_be_equal() -> None:
    assert list(faults([family(letter, 3) for letter in "RIA"])) == []
    assert codes(faults([family("R", 3), family("I", 3), family("A", 2)])) == ["guidance-file"]
    assert codes(faults([family("R", 3), family("R", 3), family("A", 3)])) == ["guidance-file"]


def test_the_shipped_cards_are_eighteen_and_each_leads_to_a_theme() -> None:
    site = shipped()
    families = site.guidance.families
    assert sum(len(each.cards) for each in families) == 18
    texts = [card.text for each in families for card in each.cards]
    assert len(set(texts)) == 18
    shown = site.guidance.tools["cards"].guidance.cards.families
    assert all(each.theme and each.jobs for each in shown)


def test_every_shipped_contact_and_audience_leads_to_its_page() -> None:
    site = shipped()
    groups = site.guidance.tools["talk"].guidance.contacts.groups
    asked = [each for group in groups for each in group.contacts if each.entry.page]
    assert len(asked) == 22 and all(each.address for each in asked)
    assert len(site.guidance.counties()) == 15
    assert all(each.rights for each in site.guidance.audiences)


def test_every_theme_has_pages_and_a_plan_of_twenty_minutes() -> None:
    for page in shipped().guidance.themes:
        steps = [item.text.text for item in page.guidance.lesson.items]
        assert sum(int(step.split()[0]) for step in steps) == 20, page.document.file
        assert len(page.guidance.theme.items) >= 3, page.document.file
        assert all(item.address for item in page.guidance.theme.items)


def shipped() -> document.Site:
    site = checked(Path(__file__).resolve().parent.parent / "content")
    guidance.process(site)
    assert document.errors(site.problems) == []
    return site


def test_a_theme_of_an_interest_is_filled_with_those_where_it_is_second(tmp_path: Path) -> None:
    jobs = {f"content/yrker/{name}.md": f"---\ntitle: {name}\ninterests: [{letters}]\n---\n\nX." for name, letters in
            (("anna", "S, R"), ("berit", "R, I"), ("carl", "I, R"), ("dag", "A, S"))}
    site = checked(write_tree(tmp_path, jobs | {"content/tema/r.md": "---\ntitle: Tema\ninterests: [R]\n---\n\nX."}))
    guidance.process(site)
    (theme,) = site.guidance.themes
    assert [item.text.text for item in theme.guidance.theme.items] == ["berit", "anna", "carl"]


def test_each_page_has_a_code_of_its_address(tmp_path: Path) -> None:
    settings = document.Settings("Lyttevei", sound=False, url="https://lyttevei.example/vei/")
    site = document.Site(tmp_path, settings, tmp_path / "ut")
    site.addresses = {"yrker/kokk/index.html": "yrker/kokk.md"}
    write_codes(site)
    drawn = ElementTree.parse(site.output / code_name("yrker/kokk/index.html")).getroot()
    wanted = segno.make("https://lyttevei.example/vei/yrker/kokk/", error="m", micro=False)
    assert page_url("yrker/kokk/index.html", settings.url) == "https://lyttevei.example/vei/yrker/kokk/"
    assert float(drawn.get("width")) == wanted.symbol_size(4, 2)[0]


def test_without_an_address_of_the_site_there_is_no_code(tmp_path: Path) -> None:
    site = document.Site(tmp_path, document.Settings("Lyttevei"), tmp_path / "ut")
    site.addresses = {"index.html": "index.md"}
    write_codes(site)
    assert not site.output.exists()
    with pytest.raises(ValueError, match="url er «lyttevei"):
        document.Settings("Lyttevei", url="lyttevei.no")


@pytest.mark.parametrize("name", ["cards", "talk", "sheet"])
def test_a_page_without_the_file_it_is_made_of_is_told(tmp_path: Path, name: str) -> None:
    site = checked(write_tree(tmp_path, {"content/sider/a.md": f"---\ntitle: A\ntemplate: guidance/{name}\n---\n\nHei.\n"}))
    guidance.process(site)
    assert [(each.file, each.code) for each in document.errors(site.problems)] == [("sider/a.md", "guidance-file")]


def test_the_rooms_pages_stand_in_every_language(tmp_path: Path) -> None:
    files = guiding.files()
    names = ("kort", "snakk", "samtaleark")
    files |= {f"content/sider/{name}.nn.md": files[f"content/sider/{name}.md"].replace(b"lang: nb", b"lang: nn") for name in names}
    done = lyttevei("build", "--no-sound", "--content", write_tree(tmp_path, files), "--output", tmp_path / "ut")
    assert done.code == 0, done.err
    pages = [BeautifulSoup((tmp_path / "ut" / "nn" / name / "index.html").read_bytes(), "lxml") for name in names]
    found = [len(page.select(what)) for page, what in zip(pages, (".deck-card", ".contact", ".sheet-questions li"), strict=True)]
    assert found[0] == 18 and all(found)
