"""A database of any size, written by the database itself: what plans are explained on, and the bench of a million.

Half of what there is hangs on a resident, so all of it follows from their number. Rows follow from their number too:
the same size gives the same rows. Written without a look at foreign keys and checks; what handlers run on has both.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import JSON, Boolean, Column, Connection, Date, LargeBinary, String, Table

from bot.rules.toestemming import VERSIE
from bot.storage import tables as t
from bot.storage.tables import UtcMoment

EERSTE_NUMMER = 1_000_000
"""The number on the chat network of a resident is so much more than their id."""
VERTROKKEN = 7
"""One in fifty residents left: whose id leaves this."""
_SOORTEN = "CASE n / {wie} % 8 WHEN 0 THEN 'stem_besluit' WHEN 1 THEN 'aanwezig_vragen' WHEN 2 THEN 'gesprek'"
_SOORTEN += " WHEN 3 THEN 'aanwezig' ELSE 'stem' END"


@dataclass(frozen=True)
class Maat:
    """How large: three in five residents did something.

    Args:
        bewijzen: pieces of evidence of each who did.
        ander: also what hangs on residents beside evidence: messages, ballots, sessions; then some acts have no number.
    """

    bewoners: int
    huishoudens: int
    wijken: int = 1
    bewijzen: int = 4
    ander: bool = True

    @property
    def actief(self) -> int:
        return self.bewoners * 3 // 5

    def huis(self, bewoner: str) -> str:
        return f"(1 + (({bewoner}) - 1) * {self.huishoudens} / {self.bewoners})"

    def wijk(self, huis: str) -> str:
        return f"(1 + (({huis}) - 1) * {self.wijken} / {self.huishoudens})"

    def wijk_van(self, bewoner: str) -> str:
        return self.wijk(self.huis(bewoner))

    def stoel(self, bewoner: str) -> str:
        b, h = self.bewoners, self.huishoudens
        return f"(({bewoner}) - (({self.huis(bewoner)} - 1) * {b} + {h} - 1) / {h})"

    def doener(self, rij: str) -> str:
        """Return the resident of a row: one row of each who did something, the wijken in turn, and again."""
        eigen, keer = self.actief // self.wijken, f"({rij} - 1) % {self.actief}"
        return f"(1 + ({keer} % {self.wijken} * {eigen} + {keer} / {self.wijken}) * {self.bewoners} / {self.actief})"


Rijen = tuple[Table, int, dict[str, str]]


def _rijen(m: Maat) -> Iterator[Rijen]:
    b, h = m.bewoners, m.huishoudens
    thuis = {"straat": "'Straat ' || (n / 60)", "huisnummer": "n % 60 + 1", "toevoeging": "''", "postcode": "'3511AB'"}
    kenmerken = {
        "volwassenen": "CASE n % 10 WHEN 0 THEN NULL ELSE 1 + n % 4 END",
        "eigendom": "CASE n % 7 WHEN 0 THEN NULL WHEN 1 THEN 'huur' WHEN 2 THEN 'huur' ELSE 'koop' END",
        "buurtdeel": "'deel ' || (n / 2000)",
        "woningtype": "'type ' || (n % 6)",
    }
    yield t.huishouden, h, {"wijk": m.wijk("n"), "sleutel": "'3511AB ' || n", **thuis, **kenmerken}
    yield t.huishoudcode, h, {"wijk": m.wijk("n"), "huishouden": "n"}
    zit = {"wijk": m.wijk_van("n"), "huishouden": m.huis("n"), "stoel": m.stoel("n")}
    yield t.bewoner, b, {**zit, "tot": f"CASE n % 50 WHEN {VERTROKKEN} THEN {{op}} ELSE NULL END"}
    wie = {"bewoner": "n", "taal": "'nl'", "toestemming_versie": f"{VERSIE}", "toestemming_op": "{op}"}
    yield t.account, b, {"kanaal": "'telegram'", "extern_id": f"({EERSTE_NUMMER} + n) || ''", **wie}
    vraag = "CASE n % 2 WHEN 0 THEN 'leeftijd' ELSE 'naam' END"
    van = {"wijk": m.wijk_van("1 + n / 2"), "bewoner": "1 + n / 2"}
    yield t.kennismaking, 2 * b - 2, {**van, "vraag": vraag, "antwoord": "'30-44'"}
    n = m.bewijzen * m.actief
    blad = '\'{{"commitment":"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef","corrigeert":null,'
    blad += '"dag":"2027-01-20","door":"bewoner","id":"\' || n || \'","log":"AAAAAAAAAAAAAAAAAAAAAA",'
    blad += '"methode":"knop","soort":"stem","spelregels":1,"vervalt":false,"versie":2}}\''
    per_wijk = m.actief // m.wijken
    nummer = f"(n - 1) / {m.actief} * {per_wijk} + (n - 1) % {m.actief} / {m.wijken}"
    nummer = f"CASE WHEN n % 500 > 0 THEN {nummer} END" if m.ander else nummer
    yield (
        t.bewijs,
        n,
        {"wijk": m.wijk_van(m.doener("n")), "blad": blad, "volgnummer": nummer},
    )
    over = {"bewijs": "n", "wijk": m.wijk_van(m.doener("n")), "bewoner": m.doener("n")}
    onderwerp = f"'onderwerp ' || (n / {m.actief}) || ' ' || {m.wijk_van(m.doener('n'))}"
    wat = {"soort": _SOORTEN.format(wie=m.actief), "onderwerp": onderwerp, "methode": "'knop'"}
    record = '\'{{"bewoner":"\' || n || \'","id":"\' || n || \'","soort":"stem","vervalt":false,"versie":2}}\''
    staf = {"vastlegger": "CASE n % 10 WHEN 3 THEN 1 ELSE NULL END", "vervallen": "n % 60 = 59"}
    yield t.bewijs_prive, n, {**over, **wat, **staf, "record": record}
    if m.ander:
        yield from _daarnaast(m)


def _daarnaast(m: Maat) -> Iterator[Rijen]:
    b, h, n = m.bewoners, m.huishoudens, m.actief
    doener, account = {"wijk": m.wijk_van(m.doener("n")), "bewoner": m.doener("n")}, {"account": m.doener("n")}
    wijk = {"wijk": m.wijk_van(m.doener("n"))}
    telt = {"versie": "1", "drempel": "'gehoord'", "huishouden": m.huis(m.doener("n")), "zelf": "TRUE", "bewijs": "n"}
    yield t.telt, n, {**doener, **telt}
    yield t.teltdoor, b // 50, {**doener, "versie": "1", "drempel": "'gehoord'", "zelf": "TRUE"}
    kaal = {"kanaal": "'telegram'", "bot": "'42'", "update_id": "n", "rij": "''", "ontvangen_op": "{op}"}
    yield t.inbox, 2 * b, {**kaal, "staat": "CASE WHEN n % 5000 = 0 THEN 'ontvangen' ELSE 'klaar' END"}
    bericht = {"soort": "'peiling.nieuw'", "sleutel": "'peiling:' || n", "kanaal": "'telegram'", "baan": "3"}
    staat = "CASE WHEN n % 1000 = 0 THEN 'wachtend' WHEN n % 60 = 1 THEN 'mislukt'"
    staat += " WHEN n % 100 = 2 THEN 'onzeker' ELSE 'verzonden' END"
    hing = {"wekker": "CASE WHEN n % 3 = 0 THEN NULL ELSE 1 + n / 10000 END", "niet_voor": "{op}", "staat": staat}
    hing["uitzending"] = "CASE WHEN n % 3 = 1 THEN 1 + n / 10000 ELSE NULL END"
    hing["ongevraagd_op"] = "CASE WHEN n % 3 = 0 THEN NULL ELSE {op} END"
    yield t.outbox, 2 * b, {**wijk, **account, **bericht, **hing}
    over = {"sleutel": "'peiling:' || n", "soort": "'peiling.nieuw'", "over": "'peilingen'", "bundel_op": "{op}"}
    yield t.bewaard, b // 10, {**wijk, **account, **over, "onderwerp": "'x' || (n / 1000)"}
    yield t.voorkeur, n, account
    yield t.opdrachtmenu, n, {**wijk, **account, "gewenst": "1", "niet_voor": "{op}"}
    yield t.gesprek, b // 50, {**account, "soort": "'vraag'", "stap": "'tekst'"}
    yield t.vraagconcept, b // 50, {**wijk, **account}
    yield t.webstand, b // 2, {**account, "versie": "n"}
    yield t.websessie, b // 2, {**account, "toestel": "'Firefox'"}
    yield t.seintje, b // 4, {"sessie": "n", **account, "adres": "'https://x/' || n", "geseind": "0"}
    yield t.webbericht, b, {**account, "versie": "n", "van_bot": "TRUE", "sleutel": "'s' || n"}
    yield t.webbestand, b // 50, {**account, "naam": "'x'"}
    yield t.netbestand, b // 50, {"bot": "'42'", "file_id": "'x'"}
    yield t.mailadres, b // 5, {**doener, "geheim": "'g' || n", "missers": "0", "dagmail": "TRUE", "gemaild": "0"}
    brief = {
        "sleutel": "'p' || n",
        "soort": "'nieuws'",
        "staat": "CASE WHEN n % 100 = 0 THEN 'wachtend' ELSE 'verzonden' END",
    }
    yield t.postuit, b // 5, {**doener, **brief, "niet_voor": "{op}"}
    gebruik = {"kanaal": "'telegram'", "rol": "'organisator'", "wat": "'deurlijst.toon'", "onderwerp": "'o' || (n / 9)"}
    yield t.rolgebruik, b // 2, {**wijk, "account": "1 + n % 40", **gebruik, "wijzigt": "n % 3 = 0"}
    stem, kort = ({"wijk": wijk["wijk"], "peiling": f"1 + n / {hoeveel}"} for hoeveel in (5000, 200))
    yield t.stembiljet, n, {**stem, "inhoud": "'[' || (n % 4) || ']'", "sleutel": "{blob}"}
    of = {
        "bewoner": f"CASE WHEN n % 20 = 0 THEN NULL ELSE {m.doener('n')} END",
        "account": "CASE WHEN n % 20 = 0 THEN n END",
    }
    yield t.stemkoppeling, n, {**stem, **of, "stembiljet": "{blob}"}
    yield t.stemconcept, b // 20, {**kort, **of, "inhoud": "'[]'"}
    yield (
        t.aandraging,
        b // 20,
        {**kort, **of, "tekst": "'x'", "staat": "CASE WHEN n % 50 = 0 THEN 'wacht' ELSE 'toegelaten' END"},
    )
    yield t.aandraagteller, b // 20, {**kort, **of, "aantal": "1"}
    yield t.weerwoord, b // 20, {**kort, "stembiljet": "{blob}", "antwoord": "'x'"}
    yield t.terugweg, b // 20, {**kort, **account, "stembiljet": "{blob}"}
    yield t.aansporing, b // 2, {**stem, **account}
    yield t.stemvel, h // 2, {**stem, "wijk": m.wijk("n"), "huishouden": "n", "stoel": "1", "staat": "'open'"}
    yield t.aanmelding, b // 2, {**doener, "bijeenkomst": "1 + n / 400", "antwoord": "'ja'"}
    yield t.tekencode, h // 4, {"wijk": m.wijk("n"), "bijeenkomst": "1 + n / 400", "huishouden": "n", "stoel": "1"}
    yield t.tevredenheid_gedaan, b // 5, {**doener, "bijeenkomst": "1 + n / 400"}
    yield t.tevredenheid, b // 5, {**wijk, "bijeenkomst": "1 + n / 400", "sleutel": "{blob}"}
    yield t.bijeenkomstvraag, b // 20, {**doener, "bijeenkomst": "1 + n / 400", "tekst": "'x'"}
    yield t.werkgroeplid, b // 20, {**doener, "werkgroep": "1 + n % 12"}
    yield t.bezoek, h // 2, {"wijk": m.wijk("n"), "huishouden": "n", "dag": "{dag}", "uitkomst": "'gesproken'"}
    gedaan = {"staat": "CASE WHEN n % 200 = 0 THEN 'open' ELSE 'beantwoord' END", "laatst_op": "{op}"}
    yield t.vraag, b // 10, {**doener, **gedaan, "open_sinds": "{op}", "termijn": "{op}", "ronde": "1"}
    yield t.vraagbericht, b // 5, {**wijk, "vraag": "1 + n / 2", "van": "'bewoner'", "soort": "'tekst'", "tekst": "'x'"}
    yield t.vraagstop, b // 50, {**doener, "gemaakt_door": "1"}
    hulp = {"wijze": "'bel'", "over": "'vraag'", "onderwerp": "''", "genomen_door": "n % 40"}
    yield t.hulpvraag, b // 20, {**doener, **hulp, "staat": "CASE WHEN n % 100 = 0 THEN 'open' ELSE 'klaar' END"}
    yield t.adresverzoek, b // 20, {**doener, "wat": "'anders'", "staat": "'klaar'", "termijn": "{op}"}
    yield (
        t.brengtaak,
        b // 20,
        {
            **doener,
            "soort": "'peiling'",
            "onderwerp": "'x' || (n / 50)",
            "gebracht_op": "CASE WHEN n % 30 > 0 THEN {op} END",
        },
    )
    yield t.nietmee, b // 20, doener
    yield t.natuurlijkmoment, b // 20, {**doener, "wat": "'dak'", "van": "{dag}", "tot": "{dag}"}
    yield (
        t.idee,
        b // 20,
        {
            **doener,
            "tekst": "'x'",
            "taal": "'nl'",
            "staat": "CASE WHEN n % 40 = 0 THEN 'wacht' ELSE 'gelukt' END",
            "steun": "3",
        },
    )
    yield t.idee_steun, b // 5, {**doener, "idee": "1 + n / 50"}
    yield (
        t.intekening,
        h // 2,
        {"wijk": m.wijk("n"), "huishouden": "n", "aanbod": "1 + n % 3", "hoe": "'ja'", "versie": "1"},
    )
    yield t.conceptreactie, b // 10, {**doener, "conceptdeel": "1 + n % 300", "tekst": "'x'"}
    yield t.spelregelreactie, b // 20, {**doener, "versie": "0", "tekst": "'x'"}
    yield t.warmtekaart_gezegd, b // 5, {**doener, "kaart": "1 + n % 40"}
    yield t.meetbiljet, b // 5, {**wijk, "meting": "1 + n / 5000", "sleutel": "{blob}"}
    yield t.meetdeelname, b // 5, {**doener, **of, "meting": "1 + n / 5000"}
    yield (
        t.wekker,
        b // 50,
        {
            "wijk": f"1 + n % {m.wijken}",
            "soort": "'peiling_sluit'",
            "onderwerp": "n",
            "moment": "{op}",
            "gedaan_op": "CASE WHEN n % 20 = 0 THEN NULL ELSE {op} END",
        },
    )


GROOT = frozenset(tabel.name for tabel, _, _ in _rijen(Maat(100, 40)))
"""The tables that grow with the residents."""


def vul(tx: Connection, maat: Maat, *, zonder_indexen: bool = False) -> None:
    """Write all rows; the tables of `GROOT` are empty, and the ids of the wijken are 1 and up.

    Args:
        zonder_indexen: make them when all is there, which is faster from about a million rows on.
    """
    zeg = _Sqlite() if tx.dialect.name == "sqlite" else _Postgres()
    with zeg.zonder_controle(tx):
        for tabel, aantal, waarden in _rijen(maat):
            indexen = sorted(tabel.indexes, key=lambda index: index.name or "") if zonder_indexen else []
            for index in indexen:
                index.drop(tx)
            kolommen = {
                k.name: waarden.get(k.name) or _gewoon(k) for k in tabel.columns if k.name in waarden or _moet(k)
            }
            wat = ", ".join(zeg.vul_in(waarde) for waarde in kolommen.values())
            vul = f"INSERT INTO {tabel.name} ({', '.join(kolommen)}) SELECT {wat} FROM {zeg.reeks(aantal)}"
            tx.exec_driver_sql(vul.replace("%", "%%") if tx.dialect.name == "postgresql" else vul)
            for index in indexen:
                index.create(tx)


def _moet(kolom: Column[object]) -> bool:
    return not kolom.nullable and kolom.server_default is None


def _gewoon(kolom: Column[object]) -> str:
    soort = kolom.type
    if kolom.name == "publiek_id":
        return f"'{kolom.table.name[:8]}' || (100000000 + n)"
    if kolom.name == "id":
        return "n"
    for type_, waarde in (
        (UtcMoment, "{op}"),
        (Boolean, "FALSE"),
        (JSON, "'{{}}'"),
        (Date, "{dag}"),
        (LargeBinary, "{blob}"),
    ):
        if isinstance(soort, type_):
            return waarde
    return "'x'" if isinstance(soort, String) else "0"


class _Sqlite:
    _VUL: ClassVar = {
        "op": "datetime(1801500000 - n % 30000000, 'unixepoch') || '.000000'",
        "dag": "date(1801500000 - n % 30000000, 'unixepoch')",
        "blob": "CAST(1000000000000000 + n AS BLOB)",
    }

    def vul_in(self, waarde: str) -> str:
        return waarde.format(**self._VUL)

    def reeks(self, tot: int) -> str:
        return f"(WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < {tot}) SELECT n FROM r)"

    @contextmanager
    def zonder_controle(self, tx: Connection) -> Iterator[None]:
        tx.exec_driver_sql("PRAGMA ignore_check_constraints = ON")
        yield
        tx.exec_driver_sql("PRAGMA ignore_check_constraints = OFF")


class _Postgres(_Sqlite):
    _VUL: ClassVar = {
        "op": "to_timestamp(1801500000 - n % 30000000)",
        "dag": "to_timestamp(1801500000 - n % 30000000)::date",
        "blob": "convert_to((1000000000000000 + n)::text, 'UTF8')",
    }

    def reeks(self, tot: int) -> str:
        return f"generate_series(1::bigint, {tot}::bigint) AS r(n)"

    @contextmanager
    def zonder_controle(self, tx: Connection) -> Iterator[None]:
        tx.exec_driver_sql("SET session_replication_role = replica")
        vraag = "SELECT conrelid::regclass, conname FROM pg_constraint WHERE contype = 'c' AND conrelid > 0"
        for tabel, naam in tx.exec_driver_sql(vraag).all():
            tx.exec_driver_sql(f'ALTER TABLE {tabel} DROP CONSTRAINT "{naam}"')
        yield
        tx.exec_driver_sql("SET session_replication_role = origin")
        for naam in GROOT:  # the next row gets the next id
            if "id" in t.metadata.tables[naam].c:
                tx.exec_driver_sql(f"SELECT setval(pg_get_serial_sequence('{naam}', 'id'), max(id)) FROM {naam}")
