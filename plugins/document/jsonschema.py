"""The front matter's schemas as JSON Schema, for editors' tools."""

from __future__ import annotations

from types import MappingProxyType
from typing import Any

from .kinds import FOLDERS, KINDS

DRAFT = "http://json-schema.org/draft-07/schema#"
#: What each key is for, as an editor's tool shows it.
HELP = MappingProxyType(
    {
        "title": "Navnet på siden.",
        "lang": "Språket siden er skrevet på: nb, nn, en ...",
        "slug": "Siste del av adressen, uten æ, ø og å.",
        "status": "draft er et utkast, som ikke blir lagt ut.",
        "summary": "Kort sagt: tre til fem korte setninger.",
        "summaries": "Kort sagt på andre språk, for eksempel en og uk.",
        "tags": "Hva siden handler om.",
        "template": "En egen mal, for eksempel search/page. De fleste sider har ingen.",
        "picture": "Bildet på siden: fil, hva det viser, og hvem som er på det.",
        "audio": "Et opptak av siden, lest av et menneske.",
        "video": "Filmen øverst på siden.",
        "captions": "Tekstingen til filmen.",
        "owner": "Hvem som har ansvar for siden.",
        "sources": "Hvor opplysningene er fra.",
        "sources_read": "Dagen kildene ble lest.",
        "checked": "Hvem som har kontrollert siden, og når.",
        "date": "Dagen siden gjelder.",
        "expires": "Dagen da noe på siden ikke gjelder lenger. Etter den får du en merknad.",
        "audience": "Hvem siden er for: elev, laerling, voksen ...",
        "related": "Sider det er lurt å se på etterpå. Skriv slug, eller mappe/slug når to sider har samme slug.",
        "featured": "På forsiden: sidene som skal vises først av sin type. Resten kommer etter hvor mye de blir søkt etter.",
        "quality_area": "Området i det nasjonale kvalitetsrammeverket.",
        "career_competence": "Delen av karrierekompetanse som siden tjener.",
        "also_called": "Andre navn på det samme. Søket finner siden på dem også.",
        "styrk08": "Yrkeskoden i STYRK-08, fire siffer.",
        "interests": "Interesser, den viktigste først: R, I, A, S, E, C.",
        "requirements": "Det du må ha eller klare.",
        "roads": "Veiene dit. Hver vei har navn, hvem den er for, og steg.",
        "for": "Hvem veien er for: elev, laerling, voksen, begge ...",
        "steps": "Stegene på veien, i rekkefølge.",
        "level": "Hva slags sted steget er på.",
        "years": "Hvor mange år. Veiens egne år må stemme med stegene.",
        "proof": "Det du får til slutt: fagbrev, autorisasjon, grad ...",
        "note": "Noe mer å vite.",
        "alt": "Hva bildet viser, for dem som ikke ser det.",
        "gender": "Hvem som er på bildet.",
        "background": "Hudfargen til den som er på bildet.",
        "contacts": "Steder det går an å ta kontakt med.",
        "vg2": "Det du kan velge andre året, og hva det fører til.",
        "occupations": "Yrker linjen kan føre til.",
        "code": "Koden til linjen hos Utdanningsdirektoratet.",
        "programme_kind": "yrkesfag eller studieforberedende.",
        "programme": "Linjen temaet hører til: skriv slug.",
        "lesson": "En time i klassen, steg for steg, med minutter.",
        "kind": "Hva slags side det er. Mappen sier det, så linjen trengs sjelden.",
    }
)


def json_schema(kind: str) -> dict[str, Any]:
    """The JSON Schema (draft 7) of the front matter of a kind of page; raises KeyError for one that does not exist.

    Keys that are not known are refused here, where an editor is still typing; `check` only remarks on them.
    """
    made = KINDS[kind].model_json_schema(mode="validation", ref_template="#/definitions/{model}")
    made["definitions"] = made.pop("$defs", {})
    for part in (made, *made["definitions"].values()):
        _shape(part)
    made["properties"]["kind"] = {"enum": list(KINDS), "description": HELP["kind"]}
    return {"$schema": DRAFT, "title": f"Innledningen til en side av typen {kind}", **_plain(made)}


def folders(kind: str) -> list[str]:
    """The folders of content that hold pages of a kind, translations too, as patterns of files."""
    own = [folder for folder, held in FOLDERS.items() if held == kind]
    return [f"content/{place}/*.md" for folder in own for place in (folder, f"*/{folder}")]


def _shape(part: dict[str, Any]) -> None:
    """Bokmål for editors in place of what is written for engineers, and no keys but those of the schema."""
    for name in ("title", "description"):
        part.pop(name, None)
    if "properties" in part:
        part["additionalProperties"] = False
    for key, value in part.get("properties", {}).items():
        value.pop("title", None)
        value.pop("default", None)
        if key in HELP:
            value["description"] = HELP[key]


def _plain(part: Any) -> Any:
    """The same, a choice of bare types written as one line: {"type": ["string", "null"]}."""
    if isinstance(part, list):
        return [_plain(each) for each in part]
    if not isinstance(part, dict):
        return part
    part = {key: _plain(value) for key, value in part.items()}
    if all(set(each) == {"type"} for each in part.get("anyOf", [{}])):
        types = (each["type"] for each in part.pop("anyOf"))
        part["type"] = list(dict.fromkeys(kind for each in types for kind in ([each] if isinstance(each, str) else each)))
    return part
