"""Answers to a meeting from before there were places."""

from pathlib import Path

from alembic import command
from sqlalchemy import create_engine, select, text

from bot.storage.schema import _config, migrate
from bot.storage.tables import aanmelding, bijeenkomst

_OUD = (
    "INSERT INTO wijk (id, publiek_id, naam) VALUES (1, 'a', 'Vogelbuurt')",
    "INSERT INTO account (id, kanaal, extern_id) VALUES (1, 'telegram', '1')",
    "INSERT INTO huishouden (id, wijk, publiek_id, sleutel, straat, huisnummer, toevoeging, postcode) "
    "VALUES (1, 1, 'h', 's', 'Merelweg', 1, '', '3511AB')",
    "INSERT INTO bewoner (id, wijk, publiek_id, huishouden, stoel, sinds) VALUES "
    "(1, 1, 'b', 1, 1, '2027-01-01 00:00:00'), (2, 1, 'c', 1, 2, '2027-01-01 00:00:00')",
    "INSERT INTO bijeenkomst (id, wijk, publiek_id, soort, titel, begin, plaats, ruimte_voor_vragen, deurcode, "
    "gemaakt_door) VALUES (1, 1, 'm', 'workshop', 'Koken', '2027-02-01 19:00:00', 'Hier', true, '1', 1)",
    "INSERT INTO aanmelding (wijk, bijeenkomst, bewoner, antwoord) VALUES (1, 1, 1, 'ja'), (1, 1, 2, 'misschien')",
)


def test_who_said_yes_before_there_were_places_is_in(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/oud.db"
    command.upgrade(_config(url), "0002")
    engine = create_engine(url)
    with engine.begin() as tx:
        for sql in _OUD:
            tx.execute(text(sql))
    migrate(url)
    with engine.connect() as tx:
        rijen = tx.execute(select(aanmelding.c.antwoord, aanmelding.c.plek).order_by(aanmelding.c.bewoner)).all()
        assert rijen == [("ja", "in"), ("misschien", None)]
        assert tx.execute(select(bijeenkomst.c.capaciteit, bijeenkomst.c.gasten_max)).all() == [(None, 0)]
    engine.dispose()
