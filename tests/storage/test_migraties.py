"""A neighbourhood of an earlier version keeps all that it has when the schema moves on."""

from functools import partial

import pytest
from alembic import command
from sqlalchemy import Connection, Engine, create_engine, insert, inspect, select, text
from sqlalchemy.exc import IntegrityError

from bot.errors import InvoerFout
from bot.rules.merkle import STAP, Groei, blad_hash
from bot.storage import bewijslog, peilingen, sqlalchemy_url, tables
from bot.storage.schema import _config, is_current, migrate, migratie
from bot.storage.stemmers import Kiezer

vroeger = pytest.mark.zwaar
"""What one migration of before did: it never changes again, and each of these takes all steps since the first."""

EEN_WIJK_VAN_0001 = """
INSERT INTO wijk (id, publiek_id, naam) VALUES (1, 'w', 'Vogelbuurt');
INSERT INTO huishouden (id, wijk, publiek_id, sleutel, straat, huisnummer, toevoeging, postcode)
    VALUES (1, 1, 'h', 's', 'Merelweg', 1, '', '3511AB');
INSERT INTO bewoner (id, wijk, publiek_id, huishouden, stoel, sinds) VALUES (1, 1, 'b', 1, 1, '2027-01-01 00:00:00');
INSERT INTO account (id, kanaal, extern_id, bewoner) VALUES (1, 'telegram', '1', 1);
INSERT INTO rol (id, wijk, kanaal, extern_id, rol) VALUES (1, 1, 'telegram', '1', 'organisator');
INSERT INTO bijeenkomst (id, wijk, publiek_id, soort, titel, begin, plaats, ruimte_voor_vragen, deurcode, gemaakt_door)
    VALUES (1, 1, 'm', 'viering', 'A', '2027-01-01 00:00:00', 'x', true, '123456', 1),
        (2, 1, 'n', 'viering', 'B', '2027-01-01 00:00:00', 'x', true, '654321', 1);
INSERT INTO bewijs (id, wijk, blad) VALUES (1, 1, '{}'), (2, 1, '{}');
INSERT INTO bewijs_prive (bewijs, wijk, bewoner, soort, onderwerp, sleutel, record) VALUES
    (1, 1, 1, 'stem', 'p', 'k', '{}'), (2, 1, 1, 'aanwezig_vragen', 'm', 'k', '{}');
"""


def vul(engine: Engine, opdrachten: str) -> None:
    with engine.begin() as tx:
        for opdracht in opdrachten.strip().removesuffix(";").split(";\n"):
            tx.exec_driver_sql(opdracht)


def test_a_migration_that_breaks_off_leaves_nothing_and_can_be_done_again(lege_url: str) -> None:
    """A full disk or a kill half-way is like the table that stands in the way here."""
    config, engine = _config(lege_url), create_engine(sqlalchemy_url(lege_url))
    command.upgrade(config, "0001")
    vul(engine, EEN_WIJK_VAN_0001 + "CREATE TABLE wissing (in_de_weg INTEGER);")
    tabellen = set(inspect(engine).get_table_names())
    with pytest.raises(InvoerFout, match="wissing"):
        migrate(lege_url)
    assert set(inspect(engine).get_table_names()) == tabellen
    assert migratie(lege_url) == "0001"
    vul(engine, "DROP TABLE wissing;")
    migrate(lege_url)
    assert is_current(lege_url)
    engine.dispose()


def test_what_the_first_version_kept_is_still_there(lege_url: str) -> None:
    config, engine = _config(lege_url), create_engine(sqlalchemy_url(lege_url))
    command.upgrade(config, "0001")
    vul(engine, EEN_WIJK_VAN_0001)

    migrate(lege_url)

    with engine.connect() as tx:
        bewijs = tx.exec_driver_sql(
            "SELECT soort, methode, vastlegger, vervallen, aantal FROM bewijs_prive ORDER BY bewijs"
        )
        assert [tuple(rij) for rij in bewijs] == [
            ("stem", "knop", None, False, None),
            ("aanwezig_vragen", "deurcode", None, False, None),
        ]
        assert tx.exec_driver_sql("SELECT stoel, tot FROM bewoner").one() == (1, None)
        deuren = tx.exec_driver_sql("SELECT titel, deurgeheim, deur_dicht_op FROM bijeenkomst ORDER BY id").all()
        assert [(deur.titel, len(deur.deurgeheim), deur.deur_dicht_op) for deur in deuren] == [
            ("A", 32, None),
            ("B", 32, None),
        ]
        assert deuren[0].deurgeheim != deuren[1].deurgeheim
        assert tx.exec_driver_sql("SELECT rol, bron FROM rol").one() == ("organisator", "instelling")
    engine.dispose()


MOMENT = "2027-02-01 19:00:00.000000"


@vroeger
def test_ballots_of_before_keep_what_was_chosen_and_whose_they_are(lege_url: str) -> None:
    command.upgrade(_config(lege_url), "0007")
    engine = create_engine(sqlalchemy_url(lege_url))
    with engine.begin() as tx:
        _vul(tx)
    command.upgrade(_config(lege_url), "head")
    with engine.connect() as tx:
        assert [peilingen.tel(tx, nummer) for nummer in (1, 2)] == [{"[1]": 1, "[0]": 1}, {"[1]": 1}]
        assert [peilingen.stem_van(tx, 1, Kiezer("bewoner", bewoner)).telt for bewoner in (1, 2)] == ["[1]", "[0]"]
        assert list(tx.scalars(select(tables.peiling.c.instellingen))) == [{"max_keuzes": 1}] * 2
        assert list(tx.execute(text("SELECT account, stap FROM gesprek ORDER BY account"))) == [
            (1, "keuze.opties"),
            (2, "keuze.max_keuzes"),
        ]
        if tx.dialect.name == "sqlite":  # a ballot still has no order of arrival
            assert "WITHOUT ROWID" in str(tx.scalar(text("SELECT sql FROM sqlite_master WHERE name = 'stembiljet'")))
    engine.dispose()


@vroeger
def test_who_was_reminded_of_an_open_poll_before_is_not_asked_once_more_after(lege_url: str) -> None:
    command.upgrade(_config(lege_url), "0018")
    engine = create_engine(sqlalchemy_url(lege_url))
    with engine.begin() as tx:
        _rij(tx, "wijk", id=1, publiek_id="w", naam="Vogelbuurt")
        for nummer in (1, 2, 3):
            _rij(tx, "account", id=nummer, kanaal="telegram", extern_id=str(nummer), bereikbaar=True)
        for nummer, gesloten in ((1, None), (2, MOMENT)):
            vast: dict[str, object] = {"over_besluit": True, "sluit_op": MOMENT, "gesloten_op": gesloten}
            vast |= {"gemaakt_door": 1, "doelgroep": "wijk", "doelgroep_bereik": ""}
            _rij(tx, "peiling", id=nummer, wijk=1, publiek_id=f"p{nummer}", vraag="Welke?", **vast)
        for nummer, soort, peiling in ((1, "herinnering", 1), (11, "nieuw", 1), (2, "herinnering", 2)):
            _rij(tx, "wekker", id=nummer, wijk=1, soort=f"peiling_{soort}", onderwerp=peiling, moment=MOMENT)
            for account in (1, 2):
                sleutel = f"wekker:{nummer}:{account}"
                vast = {"kanaal": "telegram", "baan": 2, "staat": "verzonden", "niet_voor": MOMENT, "data": "{}"}
                soort_ = "peiling.herinnering" if soort == "herinnering" else "peiling.open"
                _rij(tx, "outbox", wijk=1, account=account, sleutel=sleutel, soort=soort_, **vast)
    command.upgrade(_config(lege_url), "head")
    with engine.connect() as tx:
        assert tx.execute(text("SELECT peiling, account FROM aansporing ORDER BY account")).all() == [(1, 1), (1, 2)]
    engine.dispose()


@vroeger
def test_who_was_erased_before_counts_on_after_and_not_for_what_another_did_since(lege_url: str) -> None:
    command.upgrade(_config(lege_url), "0037")
    engine = create_engine(sqlalchemy_url(lege_url))
    with engine.begin() as tx:
        _rij(tx, "wijk", id=1, publiek_id="w", naam="Vogelbuurt")
        for huis in (1, 2):
            vast: dict[str, object] = {"straat": "Merelweg", "huisnummer": huis, "toevoeging": "", "postcode": "3511AB"}
            _rij(tx, "huishouden", id=huis, wijk=1, publiek_id=f"h{huis}", sleutel=f"s{huis}", **vast)
            vast = {"wijk": 1, "huishouden": huis, "sinds": MOMENT, "gewist": True}
            _rij(tx, "bewoner", id=huis, publiek_id=f"b{huis}", stoel=1, **vast)
        for blad in range(1, 7):
            _rij(tx, "bewijs", id=blad, wijk=1, blad="{}", openbaar=blad != 3)
        vast = {"wijk": 1, "soort": "aanwezig_vragen", "onderwerp": "m", "methode": "knop", "vervallen": False}
        _rij(tx, "bewijs_prive", bewijs=3, bewoner=1, sleutel=b"k", record="{}", **vast)
        vast = {"wijk": 1, "gevraagd_op": MOMENT, "staat": "open"}
        _rij(tx, "plekvraag", id=1, publiek_id="v", bewoner=1, na_bewijs=2, **vast)
        rijen = ((1, 1, "gehoord", None), (4, 1, "informatie", None), (5, 2, "gehoord", 6))
        for blad, wie, drempel, weg in rijen:
            vast = {"wijk": 1, "versie": 1, "drempel": drempel, "zelf": True, "vervallen_door": weg}
            _rij(tx, "telt", id=blad, huishouden=wie, bewoner=wie, bewijs=blad, **vast)
        vast = {"wijk": 1, "versie": 2, "drempel": "gehoord", "zelf": False}
        _rij(tx, "telt", id=9, huishouden=2, bewoner=None, bewijs=2, **vast)
    command.upgrade(_config(lege_url), "head")
    with engine.connect() as tx:
        merken = tx.execute(text("SELECT bewoner, versie, drempel, zelf FROM teltdoor ORDER BY bewoner")).all()
        assert [tuple(rij) for rij in merken] == [(1, 1, "gehoord", True), (2, 2, "gehoord", False)]
        assert tx.execute(text("SELECT bewoner, staat FROM plekvraag")).one() == (1, "open")
    engine.dispose()


@vroeger
def test_an_offer_of_before_and_who_took_it_come_along(lege_url: str) -> None:
    command.upgrade(_config(lege_url), "0049")
    engine = create_engine(sqlalchemy_url(lege_url))
    with engine.begin() as tx:
        _rij(tx, "wijk", id=1, publiek_id="w", naam="Vogelbuurt")
        _rij(tx, "account", id=1, kanaal="telegram", extern_id="9")
        for huis in (1, 2):
            vast: dict[str, object] = {"straat": "Merelweg", "huisnummer": huis, "toevoeging": "", "postcode": "3511AB"}
            _rij(tx, "huishouden", id=huis, wijk=1, publiek_id=f"h{huis}", sleutel=f"s{huis}", **vast)
        for wie, huis in ((1, 1), (2, 1)):
            _rij(tx, "bewoner", id=wie, publiek_id=f"b{wie}", wijk=1, huishouden=huis, stoel=wie, sinds=MOMENT)
        vast = {"tekst": "Een leiding", "kosten": "€ 10", "gas": "2035", "sluit_op": MOMENT, "op": MOMENT}
        for nummer, wat in ((1, "interesse"), (2, "deelnameverklaring")):
            _rij(tx, "aanbod", id=nummer, wijk=1, publiek_id=f"a{nummer}", wat=wat, titel="Net", gemaakt_door=1, **vast)
        vast = {"wijk": 1, "aanbod": 2, "versie": 1, "op": "2027-02-01 23:30:00.000000"}
        for wie in (1, 2):
            _rij(tx, "intekening", huishouden=1, bewoner=wie, vastlegger=None, **vast)
        _rij(tx, "intekening", huishouden=2, bewoner=None, vastlegger=1, **vast)
    command.upgrade(_config(lege_url), "head")
    with engine.begin() as tx:
        oud = tx.execute(text("SELECT wat, wie, kosten, kosten_van, bedenktijd, bindend FROM aanbod ORDER BY id")).all()
        assert [tuple(rij) for rij in oud] == [
            ("interesse", "iedereen", "€ 10", None, None, None),
            ("deelnameverklaring", "eigenaren", "€ 10", None, None, None),
        ]
        gedaan = tx.execute(text("SELECT bewoner, huishouden, hoe, dag FROM intekening ORDER BY id")).all()
        assert [(*rij[:3], str(rij.dag)) for rij in gedaan] == [
            (1, 1, "chat", "2027-02-02"),
            (2, 1, "chat", "2027-02-02"),
            (None, 2, "papier", "2027-02-02"),
        ]
    for nogmaals in ({"bewoner": 1, "hoe": "chat"}, {"bewoner": None, "hoe": "papier", "vastlegger": 1}):
        with engine.connect() as tx, pytest.raises(IntegrityError):
            _rij(tx, "intekening", huishouden=2, dag="2027-02-02", **vast, **{"vastlegger": None, **nogmaals})
    engine.dispose()


def _rij(tx: Connection, tabel: str, **waarden: object) -> None:
    namen = ", ".join(waarden)
    tx.execute(text(f"INSERT INTO {tabel} ({namen}) VALUES (:{', :'.join(waarden)})"), waarden)


def _vul(tx: Connection) -> None:
    """Two residents and two polls: one open with a ballot of each, one closed with a ballot of nobody any more."""

    rij = partial(_rij, tx)
    rij("wijk", id=1, publiek_id="w", naam="Vogelbuurt")
    huis = {"sleutel": "x", "straat": "Merelweg", "huisnummer": 1, "toevoeging": "", "postcode": "3511AB"}
    rij("huishouden", id=1, wijk=1, publiek_id="h", **huis)
    for nummer in (1, 2):
        rij("bewoner", id=nummer, wijk=1, publiek_id=f"b{nummer}", huishouden=1, stoel=nummer, sinds=MOMENT)
        rij("account", id=nummer, kanaal="telegram", extern_id=str(nummer))
    rij("gesprek", account=1, soort="peiling", stap="opties", data="{}")
    rij("gesprek", account=2, soort="peiling", stap="voorbeeld", data="{}")
    for nummer, gesloten in ((1, None), (2, MOMENT)):
        vast: dict[str, object] = {"over_besluit": True, "sluit_op": MOMENT, "gesloten_op": gesloten, "gemaakt_door": 1}
        vast |= {"doelgroep": "wijk", "doelgroep_bereik": ""}
        rij("peiling", id=nummer, wijk=1, publiek_id=f"p{nummer}", vraag="Welke?", **vast)
        for plaats in (0, 1):
            optie: dict[str, object] = {"publiek_id": f"o{nummer}{plaats}", "volgorde": plaats, "tekst": str(plaats)}
            rij("peiling_optie", id=10 * nummer + plaats, wijk=1, peiling=nummer, **optie)
    for sleutel, peiling, gekozen in ((b"a" * 16, 1, 11), (b"b" * 16, 1, 10), (b"c" * 16, 2, 21)):
        rij("stembiljet", sleutel=sleutel, wijk=1, peiling=peiling, peiling_optie=gekozen)
    for bewoner, sleutel in ((1, b"a" * 16), (2, b"b" * 16)):
        rij("stemkoppeling", peiling=1, bewoner=bewoner, wijk=1, stembiljet=sleutel)


@vroeger
def test_messages_of_before_know_the_alarm_that_their_key_names(lege_url: str) -> None:
    command.upgrade(_config(lege_url), "0016")
    engine = create_engine(sqlalchemy_url(lege_url))
    vul(engine, EEN_BERICHT_VAN_0016)
    command.upgrade(_config(lege_url), "head")
    with engine.connect() as tx:
        assert list(tx.scalars(text("SELECT wekker FROM outbox ORDER BY id"))) == [1, 12, None, None]
    engine.dispose()


EEN_BERICHT_VAN_0016 = """
INSERT INTO wijk (id, publiek_id, naam) VALUES (1, 'w', 'Vogelbuurt');
INSERT INTO account (id, kanaal, extern_id) VALUES (2, 'telegram', '1');
INSERT INTO wekker (id, wijk, soort, onderwerp, moment) VALUES
    (1, 1, 's', 1, '2027-01-01 00:00:00'), (12, 1, 's', 2, '2027-01-01 00:00:00');
INSERT INTO outbox (wijk, account, sleutel, soort, data, kanaal, baan, staat, niet_voor) VALUES
    (1, 2, 'wekker:1:2', 'x', '{}', 'telegram', 2, 'wachtend', '2027-01-01 00:00:00'),
    (1, 2, 'wekker:12:2', 'x', '{}', 'telegram', 2, 'verzonden', '2027-01-01 00:00:00'),
    (1, 2, 'wekker:3:2', 'x', '{}', 'telegram', 2, 'verzonden', '2027-01-01 00:00:00'),
    (1, 2, 'export:1:2', 'x', '{}', 'telegram', 2, 'verzonden', '2027-01-01 00:00:00');
"""


@vroeger
def test_repeats_of_before_know_which_message_they_repeat(lege_url: str) -> None:
    config, engine = _config(lege_url), create_engine(sqlalchemy_url(lege_url))
    command.upgrade(config, "0022")
    rij = "INSERT INTO outbox (id, wijk, account, sleutel, soort, data, kanaal, baan, wekker, staat, niet_voor) VALUES"
    vul(
        engine,
        f"""
INSERT INTO wijk (id, publiek_id, naam) VALUES (1, 'w', 'Vogelbuurt');
INSERT INTO account (id, kanaal, extern_id) VALUES (4, 'telegram', '1');
INSERT INTO wekker (id, wijk, soort, onderwerp, moment) VALUES (9, 1, 'bijeenkomst_afgelast', 1, '{MOMENT}');
{rij} (7, 1, 4, 'wekker:9:4', 'bijeenkomst.afgelast', '{{}}', 'telegram', 1, 9, 'onzeker', '{MOMENT}');
{rij} (8, 1, 4, 'nog eens:7:4', 'bijeenkomst.afgelast', '{{}}', 'telegram', 1, NULL, 'verzonden', '{MOMENT}');
""",
    )
    command.upgrade(config, "head")
    with engine.connect() as tx:
        rijen = tx.execute(text("SELECT id, herhaalt, wekker FROM outbox ORDER BY id"))
        assert [tuple(rij) for rij in rijen] == [(7, None, 9), (8, 7, 9)]
    engine.dispose()


@vroeger
def test_a_mijlpaal_that_was_announced_stays_and_one_of_the_wijk_can_stand_beside_it(lege_url: str) -> None:
    """Its table is made anew on SQLite, and what changed in it hangs on it."""
    config, engine = _config(lege_url), create_engine(sqlalchemy_url(lege_url))
    command.upgrade(config, "0001")
    vul(engine, EEN_WIJK_VAN_0001)
    command.upgrade(config, "0060")
    zo = "(id, wijk, publiek_id, bij, titel, moment, uitleg, gemaakt_door)"
    vul(
        engine,
        f"""
INSERT INTO mijlpaal {zo} VALUES (7, 1, 'm', 'gemeenteraad', 'Besluit', '2027-03-12 18:30:00', 'x', 1);
INSERT INTO mijlpaal_wijziging (wijk, mijlpaal, velden, op) VALUES (1, 7, '[]', '2027-03-01 09:00:00');
UPDATE account SET taal = 'tr' WHERE id = 1
""",
    )
    migrate(lege_url)
    with engine.begin() as tx:
        een = tx.execute(select(tables.mijlpaal)).one()
        assert (een.id, een.titel, een.plaats, een.inspreken_tot) == (7, "Besluit", None, None)
        assert een.taal == "tr", "of who wrote it"
        assert tx.scalar(select(tables.mijlpaal_wijziging.c.mijlpaal)) == 7
        vast = {"wijk": 1, "titel": "x", "moment": een.moment, "uitleg": "x", "gemaakt_door": 1}
        tx.execute(insert(tables.mijlpaal).values(publiek_id="n", bij="wijk", **vast))
    with engine.begin() as tx, pytest.raises(IntegrityError):
        tx.execute(insert(tables.mijlpaal).values(publiek_id="o", bij="koning", **vast))
    engine.dispose()


@vroeger
def test_a_log_that_is_there_gets_the_roots_by_which_it_proves(lege_url: str) -> None:
    config, engine = _config(lege_url), create_engine(sqlalchemy_url(lege_url))
    command.upgrade(config, "0102")
    boom = Groei(stap=STAP)
    for nummer in range(600):
        boom.voeg_toe(blad_hash(b"%d" % nummer))
    with engine.begin() as tx:
        tx.execute(text("INSERT INTO wijk (id, publiek_id, naam) VALUES (1, 'w', 'Vogelbuurt')"))
        bladen = [{"n": n, "nummer": 600 - n, "blad": f"{600 - n}"} for n in range(1, 601)]
        zet = "INSERT INTO bewijs (id, wijk, volgnummer, blad) VALUES (:n, 1, :nummer, :blad)"
        tx.execute(text(zet), bladen)
        stand = {"toppen": b"".join(boom.toppen)}
        tx.execute(text("INSERT INTO logstand (wijk, grootte, toppen) VALUES (1, 600, :toppen)"), stand)

    migrate(lege_url)

    with engine.connect() as tx:
        assert [(rij.hoogte, rij.plek, bytes(rij.hash)) for rij in tx.execute(select(tables.logknoop))] == boom.nieuw
        assert bewijslog.boom(tx, 1).wortel(600) == boom.wortel()
    engine.dispose()


@vroeger
def test_who_is_signed_in_keeps_their_secret_and_what_was_asked_before_waits_for_its_answer(lege_url: str) -> None:
    config, engine = _config(lege_url), create_engine(sqlalchemy_url(lege_url))
    command.upgrade(config, "0001")
    vul(engine, EEN_WIJK_VAN_0001)
    command.upgrade(config, "0104")
    sessie = "INSERT INTO websessie (id, publiek_id, account, merk, toestel, gemaakt_op, gezien_op) VALUES"
    leeg = "X'{}'" if engine.dialect.name == "sqlite" else "'\\x{}'"
    vul(
        engine,
        f"""
INSERT INTO account (id, kanaal, extern_id) VALUES (2, 'web', '2');
{sessie} (1, 's', 1, {leeg.format("01")}, 'Firefox', '{MOMENT}', '{MOMENT}');
{sessie} (2, 't', 2, {leeg.format("02")}, 'Firefox', '{MOMENT}', '{MOMENT}');
INSERT INTO seintje (id, sessie, account, adres, punt, geheim, geseind)
    VALUES (1, 1, 1, 'https://push', {leeg.format("01")}, {leeg.format("02")}, 0);
INSERT INTO idee (id, wijk, publiek_id, bewoner, tekst, taal, op) VALUES (1, 1, 'i', 1, 'x', 'nl', '{MOMENT}')
""",
    )
    migrate(lege_url)
    with engine.connect() as tx:
        s = tables.websessie.c
        rijen = [tuple(rij) for rij in tx.execute(select(s.merk, s.voor, s.straks).order_by(s.id))]
        assert rijen == [(b"\x01", 1, None), (b"\x02", None, None)], "whose they were, or nobody's yet"
        assert tx.scalar(select(tables.seintje.c.sessie)) == 1
        assert tx.execute(select(tables.idee.c.bewoner, tables.idee.c.vanaf)).one() == (1, None)
    engine.dispose()
