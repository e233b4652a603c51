"""What handlers ask of the database stays small where there are many residents: the plan of each statement is read.

Statements are those that a walk runs, in a small wijk. They are explained on a database of many residents, with its
statistics. What reads much stands in `WEL`, each with its reason: whatever else does fails the test.
"""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine

from bot.storage import sqlalchemy_url
from handlers import luisteraars
from tests.conftest import _naar_sjabloon
from tests.groot import Maat, vul
from tests.handlers.test_wandeling import gevulde_wijk
from tests.loket import Loket
from tests.plannen import Gelezen, Opdracht, leest_veel_postgres, leest_veel_sqlite, verzamel
from tests.vollewijk import INSTELLINGEN, leef, verder
from tests.wandeling import Wandeling
from tests.wandelstappen import mensen
from tests.wandelstappen.mensen import NAMEN

KLEIN, GROOT = Maat(16_000, 6_400, 4), Maat(100_000, 40_000, 4)

_TELT = "counting a whole condition: in a large wijk only the background does (bot.services.standtelling)"
_WIJK = "someone of the team asks for figures or a list of the whole wijk: no other wijk is read"
_PEILING = "one poll as a whole: when it closes, for its result, or to write to who did not vote; never for a vote"
_PAPIER = "the paper of one poll, which someone of the team types over"
_ERBIJ = "who was at one meeting: as many as there were"
_ZELF = "someone's own file, or erasing them: asked seldom; an index would cost every one of those rows more"
_WACHT = "what waits, or is open: the team sees to it that it is little"
_BLADZIJ = "a page of a list, in the order of an index: it stops after so many rows"
_SINDS = "from a moment on: so many as came since"
_NACHT = "the night, in blocks of addresses"
WEL = {
    **dict.fromkeys(
        (
            *("bewijs.tel", "verdelingen.leeftijden", "verdelingen.van_adressen", "verdelingen.van_straten"),
            *(
                "verhuizingen.tel_vertrokken",
                "verklaringen.vastgelegd_door",
                "verloop._eerste",
                "verloop.tot_dag",
                "verloop._per_grens",
            ),
        ),
        _TELT,
    ),
    **dict.fromkeys(
        (
            *("aanbiedingen.woningtypen", "huishoudens.straten", "selecties.cellen", "selecties.tel_mensen"),
            *(
                "kennismaking.tel",
                "natuurlijkmomenten.tel",
                "nietmee.tel",
                "stemvellen.plekken",
            ),
            *("doelgroepen.tel_zonder_eigendom", "selecties.tel", "verzendingen.tel_mis", "intekeningen.tel"),
            *("intekeningen.accounts_die_tekenden", "vastleggers.staat_met_nummer", "steekproeven.kandidaten"),
            *("bijeenkomstvragen.zonder_telefoon",),
        ),
        _WIJK,
    ),
    **dict.fromkeys(
        (
            *("peilingen.sluit", "peilingen.tel", "scholen.naast", "stembiljetten.verwijder_open", "stemmers.met_stem"),
            *("stemmers.zonder_stem", "weerwoorden.sluit", "weerwoorden.van_peiling"),
            *("weerwoorden.wis_berichten",),
        ),
        _PEILING,
    ),
    **dict.fromkeys(
        (
            *("stemvellen.is_van_papier", "stemvellen.sluit", "stemvellen.stapel", "stemvellen.tel"),
            *("stemvellen.wachtenden", "correcties.trek_stem_in"),
        ),
        _PAPIER,
    ),
    **dict.fromkeys(
        (
            *("bewijs.aanwezigen", "bewijs.alle_geldende", "doelgroepen.accounts_van"),
            *("correcties.bijeenkomsten_met_bewijs",),
        ),
        _ERBIJ,
    ),
    **dict.fromkeys(
        (
            *("eigenbestand._gemaakt", "eigenbestand._rijen", "inbox.berichten_van", "inbox.vergeet"),
            *("intekeningen.van_bewoner", "stemvellen.vergeet", "tekencodes.vergeet", "wissen._verwijder"),
            *("hulpvragen.genomen_door",),
        ),
        _ZELF,
    ),
    **dict.fromkeys(
        (
            *("adresverzoeken.open_", "adresverzoeken.tel_open", "bewaard.rijp", "bewaard.tel_alle"),
            *("bewaard.wachtenden", "hulpvragen.lopend", "postuit.niet_aangekomen", "spelregelreacties.open_"),
            *("spelregelreacties.tel_open", "vragen.wachtend", "verzendingen.tel_onderweg", "tekencodes.hmacs"),
            *("postuit.opnieuw", "bijeenkomstvragen.met_antwoord"),
        ),
        _WACHT,
    ),
    **dict.fromkeys(("ideeen._lees", "rolgebruiken.lijst"), _BLADZIJ),
    **dict.fromkeys(("wekkers.kort_geleden", "wekkers.vervallen_sinds"), _SINDS),
    **dict.fromkeys(("telt.aantal", "telt.anders", "telt.bestaat", "telt.voorbij"), _NACHT),
}
"""Which function reads much, and why that is meant."""


def onbekend(gelezen: list[Gelezen]) -> list[str]:
    return sorted({f"{een.wie}: {een.stap}" for een in gelezen if een.wie not in WEL})


@pytest.fixture
def groot(request: pytest.FixtureRequest, sjabloon: Path, tmp_path: Path) -> Iterator[Connection]:
    """A database of so many residents, and its statistics."""
    engine = create_engine(sqlalchemy_url(f"sqlite:///{shutil.copy(sjabloon, tmp_path / 'groot.db')}"))
    with engine.connect() as tx:
        tx.exec_driver_sql("PRAGMA synchronous = OFF")
        vul(tx, request.param)
        tx.exec_driver_sql("ANALYZE")
        tx.commit()
        yield tx
    engine.dispose()


@pytest.fixture
def groot_postgres(_postgres: Engine) -> str:
    """The address of the same on PostgreSQL, of `GROOT`."""
    url = _naar_sjabloon(_postgres, "groot")
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as tx:
        vul(tx, GROOT)
        tx.exec_driver_sql("ANALYZE")
    engine.dispose()
    return url


@pytest.mark.parametrize("groot", [KLEIN], indirect=True)
async def test_no_statement_of_a_conversation_reads_more_where_more_people_live(
    groot: Connection, sjabloon: Path, tmp_path: Path
) -> None:
    with gevulde_wijk(sjabloon, tmp_path) as wijk:
        loket = await Loket.open(*wijk, INSTELLINGEN)
        with verzamel(wijk[0]) as opdrachten:
            await leef(loket, alles=True)
            for wie in (mensen.ANNA, mensen.TREKKER, mensen.BEGELEIDER, mensen.ORGANISATOR, mensen.BEHEERDER):
                for opdracht in sorted(luisteraars("COMMANDS")):
                    with loket.even():
                        await loket.typ(wie, f"/{opdracht}")
    assert len(opdrachten) > 600
    assert onbekend(leest_veel_sqlite(groot, opdrachten, 500)) == []


@pytest.mark.zwaar
@pytest.mark.parametrize("groot", [GROOT], indirect=True)
async def test_and_none_of_a_walk_by_everyone_at_100_000_residents_on_both_databases(
    groot: Connection, groot_postgres: str, sjabloon: Path, tmp_path: Path
) -> None:
    opdrachten = await _gewandeld(sjabloon, tmp_path)
    veel = 1_000
    sqlite = leest_veel_sqlite(groot, opdrachten, veel)
    postgres = leest_veel_postgres(groot_postgres, opdrachten, veel)
    print(f"{len(opdrachten)} statements, {len(sqlite)} read much on SQLite and {len(postgres)} on PostgreSQL")
    fout = onbekend(sqlite + postgres)
    print(*fout, sep="\n")
    assert fout == []
    print("not walked, or they read little now:", *sorted(WEL.keys() - {een.wie for een in sqlite + postgres}))


async def _gewandeld(sjabloon: Path, map_: Path) -> Mapping[str, Opdracht]:
    with gevulde_wijk(sjabloon, map_) as wijk:
        loket = await Loket.open(*wijk, INSTELLINGEN)
        with verzamel(wijk[0]) as opdrachten:
            await leef(loket, alles=True)
            wandeling = Wandeling(loket, 2, anderen=(), lees_in=())
            for wie in NAMEN:
                await wandeling.loop(wie, sorted(luisteraars("COMMANDS")), verder(wie))
    return opdrachten
