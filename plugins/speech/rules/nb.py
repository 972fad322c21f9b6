"""Bokmål (and, but for a word or two, nynorsk): how signs and short forms are said."""

from __future__ import annotations

from dataclasses import replace

from .language import Language, same, two

MONTHS = tuple("januar februar mars april mai juni juli august september oktober november desember".split())
WEEKDAYS = {
    "man": "mandag", "mand": "mandag", "tir": "tirsdag", "tirs": "tirsdag", "ons": "onsdag", "tor": "torsdag", "tors": "torsdag",
    "fre": "fredag", "lør": "lørdag", "søn": "søndag",
}  # fmt: skip
ABBREVIATIONS = {
    "f.eks.": "for eksempel", "feks.?": "for eksempel", "t.eks.": "til eksempel", "bl.a.": "blant annet", "bla.": "blant annet",
    "osv.?": "og så videre", "o.s.v.": "og så videre", "ca.?": "cirka", "kl.?": "klokka", "pga.?": "på grunn av",
    "p.g.a.": "på grunn av", "iht.?": "i henhold til", "i.h.t.": "i henhold til", "evt.?": "eventuelt", "ev.": "eventuelt",
    "dvs.?": "det vil si", "d.v.s.": "det vil si", "mfl.?": "med flere", "m.fl.": "med flere", "jf.?": "jamfør", "jfr.?": "jamfør",
    "nr.?": "nummer", "tlf.nr.": "telefonnummer", "tlf.?": "telefon", "mob.": "mobil", "org.nr.?": "organisasjonsnummer",
    "o.l.": "og lignende", "ol.": "og lignende", "e.l.": "eller lignende", "m.m.": "med mer", "mm.": "med mer", "m.v.": "med videre",
    "mv.?": "med videre", "f.o.m.": "fra og med", "fom.?": "fra og med", "t.o.m.": "til og med", "tom.": "til og med",
    "inkl.?": "inkludert", "ekskl.?": "eksklusive", "maks.": "maksimum", "dr.": "doktor", "prof.": "professor",
    "mht.?": "med hensyn til", "m.h.t.": "med hensyn til", "mtp.?": "med tanke på", "m.t.p.": "med tanke på",
    "vha.?": "ved hjelp av", "v.h.a.": "ved hjelp av", "ift.?": "i forhold til", "i.f.t.": "i forhold til",
    "ifm.?": "i forbindelse med", "i.f.m.": "i forbindelse med", "ifb.?": "i forbindelse", "ifbm.?": "i forbindelse med",
    "kap.": "kapittel", "pr.": "per", "vgs.?": "videregående skole", "adm.dir.": "administrerende direktør", "adm.": "administrativ",
    "ang.": "angående", "vedr.": "vedrørende", "etc.?": "et cetera", "hhv.?": "henholdsvis", "h.h.v.": "henholdsvis",
    "avd.": "avdeling", "pkt.": "punkt", "gj.snitt": "gjennomsnitt", "gj.sn.": "gjennomsnitt", "p.t.": "for tiden", "s.k.": "såkalt",
    "d.d.": "dags dato", "forts.": "fortsetter", "tidl.": "tidligere", "eks.": "eksempel", "cand.mag.": "cand mag", "utg.": "utgave",
    "el.": "eller", "m.a.o.": "med andre ord", "oppg.": "oppgave", "st.": "sankt", "bd.": "bind", "nestl.": "nestleder",
    "mill.": "millioner", "mrd.": "milliarder", "kr.?": "kroner", "mnd.?": "måneder", "stk.": "stykk", "e.Kr.": "etter Kristus",
    "f.Kr.": "før Kristus", "pst.": "prosent", "kgl.": "kongelig", "tilsv.": "tilsvarende", "gjsn.": "gjennomsnitt",
    "tirs.": "tirsdag", "ons.": "onsdag",
    "tors.": "torsdag", "lør.": "lørdag", "søn.": "søndag", "fre.": "fredag", "ok": "O K",
    "C++": "C pluss pluss", "C#": "C sjarp", "c/o": "kår åv", "a/s": "A S", "24/7": "24 7",
}  # fmt: skip
UNITS = {
    "%": same("prosent"), "pst": same("prosent"), "‰": same("promille"), "°C": two("grad", "grader"), "℃": two("grad", "grader"),
    "°": two("grad", "grader"), "kr": two("krone", "kroner"), "NOK": two("krone", "kroner"), "€": same("euro"),
    "EUR": same("euro"), "$": same("dollar"), "£": same("pund"), "kg": same("kilo"), "g": same("gram"), "mg": same("milligram"),
    "km": same("kilometer"), "m": same("meter"), "cm": same("centimeter"), "mm": same("millimeter"), "m²": same("kvadratmeter"),
    "m2": same("kvadratmeter"), "kvm": same("kvadratmeter"), "km²": same("kvadratkilometer"), "km2": same("kvadratkilometer"),
    "cm²": same("kvadratcentimeter"), "mm²": same("kvadratmillimeter"), "mm2": same("kvadratmillimeter"), "m³": same("kubikkmeter"),
    "m3": same("kubikkmeter"), "l": same("liter"), "dl": same("desiliter"), "cl": same("centiliter"), "ml": same("milliliter"),
    "W": same("watt"), "kW": same("kilowatt"), "kWh": two("kilowattime", "kilowattimer"), "MW": same("megawatt"), "V": same("volt"),
    "kV": same("kilovolt"), "Hz": same("hertz"), "kB": same("kilobyte"), "MB": same("megabyte"), "GB": same("gigabyte"),
    "TB": same("terabyte"), "min": two("minutt", "minutter"), "sek": two("sekund", "sekunder"), "t": two("time", "timer"),
    "h": two("time", "timer"), "mnd": two("måned", "måneder"), "stk": two("stykk", "stykker"), "mill": two("million", "millioner"),
    "mrd": two("milliard", "milliarder"), "stp": same("studiepoeng"), "sp": same("studiepoeng"), "x": two("gang", "ganger"),
    "dB": same("desibel"), "s": two("sekund", "sekunder"), "ukr": two("uke", "uker"),
}  # fmt: skip
RATES = {
    "t": "i timen", "time": "i timen", "h": "i timen", "mnd": "i måneden", "måned": "i måneden", "md": "i måneden", "år": "i året",
    "uke": "i uka", "dag": "om dagen", "døgn": "i døgnet", "s": "i sekundet", "sek": "i sekundet", "min": "i minuttet",
    "stk": "per stykk", "m²": "per kvadratmeter", "m2": "per kvadratmeter", "kg": "per kilo", "l": "per liter", "person": "per person",
    "pers": "per person", "elev": "per elev", "skoleår": "i skoleåret", "semester": "i semesteret",
}  # fmt: skip
NB = Language(
    code="nb",
    link="lenke til",
    image="Bilde",
    to="til",
    clock="klokka",
    minus="minus",
    plus="pluss",
    point="punkt",
    or_word="eller",
    and_or=frozenset({"og/eller"}),
    signs={
        "%": "prosent", "‰": "promille", "&": "og", "=": "er lik", "×": "ganger", "±": "pluss minus", ">": "over", "<": "under",
        "≥": "minst", "≤": "høyst", "°C": "grader", "№": "nummer", "+": "pluss", "÷": "delt på", "≈": "cirka", "½": "halv", "€": "euro",
    },
    paragraphs=("paragraf", "paragrafene"),
    not_last=frozenset("tom eks el pr st bla ol bd adm ons fre".split()),
    months=MONTHS,
    short_months={
        "jan": "januar", "feb": "februar", "febr": "februar", "apr": "april", "jun": "juni", "jul": "juli", "aug": "august",
        "sep": "september", "sept": "september", "okt": "oktober", "nov": "november", "des": "desember",
    },
    weekdays=WEEKDAYS,
    halves={"1/2": "en halv", "1/4": "en kvart", "3/4": "tre kvart"},
    denominators={
        "3": ("tredel", "tredeler"), "4": ("firedel", "firedeler"), "5": ("femdel", "femdeler"), "6": ("sjettedel", "sjettedeler"),
        "8": ("åttedel", "åttedeler"), "10": ("tidel", "tideler"),
    },
    numerators={"1": "en", "2": "to", "3": "tre", "4": "fire", "5": "fem", "7": "sju", "9": "ni"},
    half_neuter="et halvt",
    neuter=frozenset("år døgn semester poeng tonn mål årsverk studieår skoleår glass kilo minutt sekund liv".split()),
    of="av",
    and_word="og",
    units=UNITS,
    rates=RATES,
    currency={"kr": "kr", "kr.": "kr", "Kr": "kr", "Kr.": "kr", "NOK": "kr", "€": "€", "EUR": "€", "$": "$", "£": "£"},
    abbreviations=ABBREVIATIONS,
    with_slash={"m/": "med", "u/": "uten", "v/": "ved", "o/": "over"},
    spelt=frozenset(
        "IT IKT DNA RNA OK LO NHO NTNU HSE AI KI SFO EU USA UK AS ID PPU OT AHO USN YSK NIH SOS FBI TIP UIO UIB "
        "UIT UIS UIA OSA NMBU BI HIOF NAFKAM AIS VAV UH SU BA MA PHD IB IQ IP UX UI API URL USB AFP".split()
    ),
    words=frozenset(
        "NAV NATO UDIR NOKUT BUP TAF PISA SEOS KRUS BAS AIDS SATO LIS NLOD NIFU DIKU KRIFO UNIO UNESCO UNICEF "
        "COVID RIASEC".split()
    ),
    common=frozenset(
        "OG ER EN ET EI PÅ AV TIL SOM MED DEN DET FOR HAR KAN VIL DU VI JEG HAN HUN DE OM Å I UT OPP INN NÅ NY NYE ETT TO TRE SEG SIN "
        "VÅR MER MÅ ALT JA NEI HEI BRA SE LES GÅ FÅ HVA HVEM HVOR NÅR DEG MEG OSS DIN MIN BLI VAR SÅ DA ALLE FRA VED ETTER OVER UNDER "
        "UKE DAG ÅR TID FRI NED SKAL IKKE SØK SI TA GI BE BO DØR KUN FEM SJU ÅTTE NI TI ÅPEN SNART INFO NB PS ELLER".split()
    ),
    ranges=frozenset([*MONTHS, *WEEKDAYS, *(day for day in WEEKDAYS.values())]),
    phone_cues=frozenset(
        "tlf tlf. telefon telefonen telefonnummer mobil mob mob. ring ringe ringer ringte sms nummer nødnummer "
        "faks vakttelefon".split()
    ),
    date_cues=frozenset(
        "den innen dato frist fristen søknadsfrist søknadsfristen født mandag tirsdag onsdag torsdag fredag lørdag "
        "søndag".split()
    ),
    not_time=frozenset(
        "kapittel kap kap. versjon punkt pkt pkt. kr kr. nr nr. nummer avsnitt figur tabell vedlegg § snitt "
        "snittet gjennomsnitt".split()
    ),
)  # fmt: skip
NN = replace(
    NB,
    code="nn",
    link="lenkje til",
    image="Bilete",
    half_neuter="eit halvt",
    halves={"1/2": "ein halv", "1/4": "ein kvart", "3/4": "tre kvart"},
    abbreviations={
        **ABBREVIATIONS, "t.d.": "til dømes", "bl.a.": "blant anna", "m.a.": "mellom anna", "dvs.?": "det vil seie",
        "o.l.": "og liknande", "vgs.?": "vidaregåande skule",
    },
)  # fmt: skip
