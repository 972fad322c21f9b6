"""Sentences in which nobody does anything: "blir godkjent", "må leveres" (bokmål and nynorsk)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from .frequency import zipf

BECOME = frozenset("bli blir ble blitt verte vert vart blei vorte vorten blivit".split())
MODAL = frozenset("kan skal må bør vil kunne skulle måtte burde ville kunna skulla måtta burda vilja".split())
#: Verbs in -s (nynorsk -st) with a meaning of their own; nothing is done to anybody.
OWN = frozenset(
    "finnes trives lykkes synes møtes minnes kjennes høres skilles slåss treffes undres grues lenges ses sees føles "
    "fornemmes behøves eldes fryktes kappes enes omgås nøyes egnes lønnes slås haes smertes stanses gremmes kives klages "
    "trengs synest finnast trivast lykkast møtast kjennast skiljast høyrast lønnast minnast treffast fins finst trivst "
    "lukkast alles elles samles deres hennes felles dagens samtidens stedes tredes annenes begges enkeltes".split()
)
#: What becomes of somebody is no deed: "blir lett", "blir redd".
STATES = frozenset(
    "lett godt kaldt varmt stort trøtt redd kjent glad født opptatt interessert fornøyd skuffet spent vant slitt sliten syk "
    "bedre utlært ferdig voksen trygt vått tørt mett rart gammelt nytt langt kort rett hardt mørkt lyst sett stresset "
    "irritert overrasket lettet inspirert motivert forelsket gift skilt flott kjend vaksen nøgd skuffa stressa overraska "
    "oppteken utlærd trøytt hett tungt rundt flatt brunt rødt grønt blått hvitt svart sint sunt friskt utslitt flere fleire "
    "fint pent trist stolt rett galt greit fritt dyrt prest tomt skjevt kjekt glatt"
    " ferdigutdannet ansvarlig engasjert delt med mest best fort først sist sent lite litt alt det at et noe noko ut helt "
    "heilt mitt ditt sitt hit dit slutt ikkje ikke".split()
)
IRREGULAR = frozenset(
    "tatt gitt lagt sagt valgt solgt brakt skrevet funnet drevet trukket holdt bedt spurt gjort sendt kalt båret skutt "
    "vunnet tvunget bundet teke gjeve vald valt seld skrive funne drive halde kalla bore vunne tvinga bunde tilsett "
    "godkjend godkjent bestemt bestemd ansatt trekt".split()
)
#: What comes after these is no longer what is done: "blir glad i arbeidet".
PREPOSITIONS = frozenset("i på for til av med fra frå om hos ved når som".split())
#: So many words may stand between "blir" and what is done.
REACH = 3
#: "huset" is a house far oftener than something housed.
NOUN = 1.0
COMMON_INFINITIVE, COMMON_PRESENT = 3.0, 2.3


def passive(words: Sequence[str]) -> str:
    """The words that make a sentence passive ("må leveres"), "" where somebody does something."""
    lower = [word.lower() for word in words]
    for at, word in enumerate(lower):
        if word in BECOME:
            after = takewhile(lambda each: each not in PREPOSITIONS, lower[at + 1 : at + 1 + REACH])
            done = next((each for each in after if is_participle(each)), "")
            if done:
                return f"{words[at]} {done}"
        if is_s_passive(word):
            before = lower[at - 1] if at else ""
            if before in MODAL:
                return f"{words[at - 1]} {words[at]}"
            if word.endswith("es") and any(each in MODAL for each in lower[max(0, at - REACH) : at]):
                return words[at]
            if word.endswith("es") and _is_present(word):
                return words[at]
    return ""


def is_participle(word: str) -> bool:
    """A word that says what was done to something: "sendt", "godkjent", "åpnet", "kasta"."""
    if word in STATES or len(word) < 4:
        return False
    return word in IRREGULAR or any(_is_verb(infinitive) for infinitive in _infinitives(word))


def _infinitives(word: str) -> list[str]:
    if word.endswith("et"):
        return [word[:-1]] if zipf(word[:-2]) < zipf(word[:-1]) + NOUN else []
    if word.endswith(("dd", "tt")):
        return [word[:-2]]
    if word.endswith(("t", "d")):
        return [f"{word[:-1]}e", f"{word[:-1]}{word[-2]}e"]
    return [f"{word[:-1]}e"] if word.endswith("a") else []


def is_s_passive(word: str) -> bool:
    """A verb in -s (nynorsk -ast) to which something is done."""
    if word in OWN or len(word) < 5:
        return False
    if word.endswith("es"):
        return _is_verb(word[:-1])
    return word.endswith("ast") and _is_verb(f"{word[:-3]}e")


def _is_verb(infinitive: str) -> bool:
    return zipf(infinitive) >= COMMON_INFINITIVE and zipf(f"{infinitive}r") >= COMMON_INFINITIVE


def _is_present(word: str) -> bool:
    """A noun in the genitive looks alike ("alles", "klasses"): the form itself must be in use as a verb."""
    return zipf(word) >= COMMON_PRESENT and zipf(f"{word[:-1]}r") > zipf(f"{word[:-2]}en")
