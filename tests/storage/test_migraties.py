"""A neighbourhood of an earlier version keeps all that it has when the schema moves on."""

from alembic import command
from sqlalchemy import Engine, create_engine

from bot.storage import sqlalchemy_url
from bot.storage.schema import _config, migrate

EEN_WIJK_VAN_0001 = """
INSERT INTO wijk (id, publiek_id, naam) VALUES (1, 'w', 'Vogelbuurt');
INSERT INTO huishouden (id, wijk, publiek_id, sleutel, straat, huisnummer, toevoeging, postcode)
    VALUES (1, 1, 'h', 's', 'Merelweg', 1, '', '3511AB');
INSERT INTO bewoner (id, wijk, publiek_id, huishouden, stoel, sinds) VALUES (1, 1, 'b', 1, 1, '2027-01-01 00:00:00');
INSERT INTO account (id, kanaal, extern_id, bewoner) VALUES (1, 'telegram', '1', 1);
INSERT INTO rol (id, wijk, kanaal, extern_id, rol) VALUES (1, 1, 'telegram', '1', 'organisator');
INSERT INTO bewijs (id, wijk, blad) VALUES (1, 1, '{}'), (2, 1, '{}');
INSERT INTO bewijs_prive (bewijs, wijk, bewoner, soort, onderwerp, sleutel, record) VALUES
    (1, 1, 1, 'stem', 'p', 'k', '{}'), (2, 1, 1, 'aanwezig_vragen', 'm', 'k', '{}');
"""


def vul(engine: Engine, opdrachten: str) -> None:
    with engine.begin() as tx:
        for opdracht in opdrachten.strip().removesuffix(";").split(";\n"):
            tx.exec_driver_sql(opdracht)


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
        assert tx.exec_driver_sql("SELECT rol, bron FROM rol").one() == ("organisator", "instelling")
    engine.dispose()
