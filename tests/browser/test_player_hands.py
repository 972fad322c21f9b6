"""The player by hand: keys, taps on the text, the slider."""

from __future__ import annotations

import pytest

from tests.browser.listening import Player


def test_keys_in_the_player(player: Player) -> None:
    page, sentences = player.page, player.sentences()
    headings = [each["from"] for each in sentences if each["heading"]]
    page.locator("#ly-spiller").focus()
    for key, ms in (("l", sentences[1]["from"]), ("l", sentences[2]["from"]), ("j", sentences[1]["from"])):
        page.keyboard.press(key)
        player.wait(f"reading.ms === {ms}")
        assert not player.state()["playing"]
    for key, ms in (("Shift+L", headings[1]), ("Shift+L", headings[2]), ("Shift+J", headings[1])):
        page.keyboard.press(key)
        player.wait(f"reading.ms === {ms}")
    page.keyboard.press("Enter")
    player.wait_playing()
    page.keyboard.press("k")
    player.wait("audio.paused")
    page.keyboard.press(" ")
    player.wait_playing()


def test_keys_with_ctrl_alt_or_meta_are_never_taken(player: Player) -> None:
    page, ms = player.page, player.state()["ms"]
    page.locator("#ly-spiller").focus()
    taken = page.evaluate(
        """() => ["ctrlKey", "altKey", "metaKey"].flatMap((held) => ["k", "j", "l", " ", "Enter"].map((key) =>
            !document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, [held]: true, bubbles: true, cancelable: true }))))"""
    )
    assert not any(taken)
    assert player.state()["ms"] == ms


def test_letters_in_a_list_of_choices_choose(player: Player) -> None:
    page = player.page
    page.get_by_label("Fart").focus()
    taken = page.evaluate(
        """() => ["k", "j", "l", "K", "L"].filter((key) => !document.activeElement.dispatchEvent(
            new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })))"""
    )
    assert taken == [] and not player.state()["playing"] and player.state()["ms"] == 0


def test_keys_outside_the_player_only_when_chosen(player: Player) -> None:
    page, sentences = player.page, player.sentences()
    page.locator("#ly-innhold").focus()
    page.keyboard.press("l")
    page.keyboard.press("k")
    page.wait_for_timeout(200)
    assert player.state()["ms"] == 0
    assert not player.state()["playing"]
    player.button("Mer").click()
    page.get_by_role("switch", name="Tastene virker på hele siden").check()
    page.keyboard.press("Escape")
    page.locator("#ly-innhold").focus()
    page.keyboard.press("l")
    player.wait(f"reading.ms === {sentences[1]['from']}")
    page.keyboard.press("Enter")
    player.wait_playing()
    page.locator("main a").first.focus()
    assert page.evaluate(
        """() => [" ", "Enter"].every((key) =>
            document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true })))"""
    )


def test_a_tap_on_a_sentence_plays_it(player: Player) -> None:
    page, sentences = player.page, player.sentences()
    wanted = next(each for each in sentences if each["text"].startswith("Du møter på skolen"))
    x, y = page.evaluate(
        """() => {
        document.getElementById("b2").scrollIntoView({ block: "center" });
        const rects = Lyttevei.textRange(document.getElementById("b2"), 86, 96).getClientRects();
        return [rects[0].x + 5, rects[0].y + 5];
    }"""
    )
    page.mouse.click(x, y)
    player.wait_playing()
    assert player.state()["sentence"] == wanted["text"]


def test_a_tap_on_a_picture_says_what_it_shows(player: Player) -> None:
    player.page.get_by_alt_text("En rød skrutrekker").click()
    player.wait_playing()
    assert player.page.locator("img.ly-spoken").count() == 1


@pytest.mark.parametrize("way", ["link", "selection", "switched off", "empty place", "with Ctrl"])
def test_taps_that_do_not_play(way: str, player: Player) -> None:
    page = player.page
    player.sentences()
    if way == "link":
        page.evaluate("addEventListener('click', (event) => event.preventDefault())")
        page.locator("main a", has_text="forsiden").click()
    elif way == "selection":
        page.locator("#b2").dblclick()
        page.evaluate("document.querySelector('ly-player').reading.pause()")
        page.locator("#b2").click(position={"x": 10, "y": 10})
    elif way == "switched off":
        player.button("Mer").click()
        page.get_by_role("switch", name="Trykk på en setning").uncheck()
        page.keyboard.press("Escape")
        page.locator("#kort-1").click(position={"x": 10, "y": 10})
    elif way == "empty place":
        box = page.locator("#b7").bounding_box()
        page.mouse.click(box["x"] + box["width"] - 5, box["y"] + 10)
    else:
        page.locator("#kort-1").click(position={"x": 10, "y": 10}, modifiers=["Control"])
    page.wait_for_timeout(300)
    assert not player.state()["playing"]


def test_seeking_without_dragging(player: Player) -> None:
    slider = player.page.get_by_role("slider", name="Sted i lyden")
    slider.focus()
    for key, ms in (("ArrowRight", 5000), ("ArrowUp", 10000), ("ArrowLeft", 5000), ("Home", 0)):
        player.page.keyboard.press(key)
        player.wait(f"reading.ms === {ms}")
    assert slider.get_attribute("aria-valuetext").startswith("0:00 av 1:")
    box = slider.bounding_box()
    player.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    player.wait("Math.abs(reading.ms - 51000) < 4000")
