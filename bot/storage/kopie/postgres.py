"""Copying PostgreSQL by its own programs, pg_dump and pg_restore, which must be of its version or newer."""

import os
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import psycopg
from psycopg import sql
from psycopg.conninfo import conninfo_to_dict, make_conninfo
from sqlalchemy import make_url

from bot.errors import InvoerFout
from bot.storage.kopie.stand import STANDEN

_ANDEREN = "SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND backend_type = 'client backend' AND pid <> %s"
_TABELLEN = "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"


def maak(url: str, naar: Path) -> dict[str, int]:
    """See `Kopie.maak`. The dump and the counts are of one snapshot; then the whole dump is read back."""
    with _bereik(url) as verbinding:
        verbinding.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")
        (moment,) = verbinding.execute("SELECT pg_export_snapshot()").fetchone() or ("",)
        telling = _tel(verbinding)
        hoe = "--format=custom", "--no-owner", "--no-privileges", f"--snapshot={moment}", f"--file={naar}"
        _roep("pg_dump", url, *hoe, f"--dbname={_zonder_wachtwoord(url)}")
    _roep("pg_restore", url, f"--file={os.devnull}", str(naar))
    return telling


def zet_klaar(url: str, kopie: Path) -> str:
    """See `Kopie.zet_klaar`."""
    gooi_weg(url)
    _eis_alleen(url)
    klaar = _klaar(url)
    naam = sql.Identifier(_naam(klaar))
    try:
        with _bereik(url, autocommit=True) as verbinding:
            verbinding.execute(sql.SQL("CREATE DATABASE {} TEMPLATE template0").format(naam))
    except psycopg.errors.InsufficientPrivilege:
        wie = make_url(url).username
        raise InvoerFout(
            f"[opslag] database: {wie} mag geen database maken; geef als beheerder: ALTER ROLE {wie} CREATEDB"
        ) from None
    hoe = "--no-owner", "--no-privileges", "--exit-on-error", f"--dbname={_zonder_wachtwoord(klaar)}"
    try:
        _roep("pg_restore", klaar, *hoe, str(kopie))
    except InvoerFout as fout:
        raise InvoerFout(f"{kopie}: gaat niet terug ({fout}); neem een andere kopie, als die niet heel is") from None
    return klaar


def gooi_weg(url: str) -> None:
    """See `Kopie.gooi_weg`."""
    naam = sql.Identifier(_naam(_klaar(url)))
    with _bereik(url, autocommit=True) as verbinding:
        verbinding.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(naam))


def verwissel(url: str, merk: str) -> str:
    """See `Kopie.verwissel`. Both get their names in one transaction, from a database that is neither."""
    hier, klaar, oud = _naam(url), _naam(_klaar(url)), f"{_naam(url)}_vervangen_{merk}"
    if hier == _BEHEER:
        raise InvoerFout(f"[opslag] database: {hier} kan niet vervangen worden; neem een eigen database voor de bot")
    hernoem = sql.SQL("ALTER DATABASE {} RENAME TO {}")
    try:
        with _bereik(make_url(url).set(database=_BEHEER).render_as_string(hide_password=False)) as beheer:
            for van, naar in ((hier, oud), (klaar, hier)):
                beheer.execute(hernoem.format(sql.Identifier(van), sql.Identifier(naar)))
    except psycopg.errors.ObjectInUse:
        raise InvoerFout(_BEZET.format(naam=hier)) from None
    return oud


def tel(url: str) -> dict[str, int]:
    """See `Kopie.tel`."""
    with _bereik(url) as verbinding:
        return _tel(verbinding)


def stand(url: str) -> tuple[int, ...] | None:
    """See `Kopie.stand`."""
    with _bereik(url) as verbinding:
        try:
            gevonden = tuple(int((verbinding.execute(vraag.encode()).fetchone() or (0,))[0]) for vraag in STANDEN)
        except psycopg.errors.UndefinedTable:
            return None
    return gevonden if any(gevonden) else None


_BEHEER = "postgres"
"""A database that is on every server, from which others can be renamed."""
_BEZET = "{naam}: iemand heeft de database open; stop de bot en andere opdrachten eerst"


def _eis_alleen(url: str) -> None:
    with _bereik(url) as verbinding:
        eigen = verbinding.info.backend_pid
        (anderen,) = verbinding.execute(_ANDEREN, (_naam(url), eigen)).fetchone() or (0,)
    if anderen:
        raise InvoerFout(_BEZET.format(naam=_naam(url)))


def _bereik(url: str, *, autocommit: bool = False) -> psycopg.Connection:
    try:
        return psycopg.connect(_conninfo(url), autocommit=autocommit)
    except psycopg.OperationalError as fout:
        reden = str(fout).strip().partition("\n")[0]
        raise InvoerFout(f"[opslag] database: de server is niet te bereiken ({reden})") from None


def _tel(verbinding: psycopg.Connection) -> dict[str, int]:
    telling = {}
    for (naam,) in verbinding.execute(_TABELLEN).fetchall():
        rij = verbinding.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(naam))).fetchone()
        telling[naam] = int(rij[0]) if rij else 0
    return telling


def _conninfo(url: str) -> str:
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def _zonder_wachtwoord(url: str) -> str:
    """Return how the server is reached, without what everyone on the machine could read in the list of processes."""
    velden = conninfo_to_dict(_conninfo(url))
    velden.pop("password", None)
    return make_conninfo("", **velden)


def _naam(url: str) -> str:
    return make_url(url).database or ""


def _klaar(url: str) -> str:
    van = make_url(url)
    return van.set(database=f"{van.database}_wordt_teruggezet").render_as_string(hide_password=False)


def _roep(programma: str, url: str, *argumenten: str) -> None:
    pad = shutil.which(programma)
    if pad is None:
        raise InvoerFout(f"{programma} is er niet; installeer postgresql-client, van de versie van uw server")
    omgeving = dict(os.environ)
    with suppress(KeyError):
        omgeving["PGPASSWORD"] = str(conninfo_to_dict(_conninfo(url))["password"])
    gedaan = subprocess.run([pad, *argumenten], env=omgeving, capture_output=True, text=True, check=False)  # noqa: S603
    if gedaan.returncode:
        reden = next((regel for regel in gedaan.stderr.splitlines() if "error" in regel), gedaan.stderr.strip()[:200])
        mend = "; installeer postgresql-client van die versie" if "version mismatch" in gedaan.stderr else ""
        raise InvoerFout(f"{reden}{mend}")
