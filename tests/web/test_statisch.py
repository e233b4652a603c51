"""The same pages as files: without a dead link on someone else's server, and never over files of others."""

import asyncio
import dataclasses
import re
import socket
import sys
import time
from pathlib import Path
from urllib.parse import urljoin, urlsplit
from urllib.request import urlopen

import pytest

from bot.errors import InvoerFout
from bot.web import statisch
from tests.web.site import Site
from tests.web.vulling import vul_alles


def _loop_na(begin: str) -> set[str]:
    """Follow every link within the site; return the pages and files that are there."""
    te_doen, gezien = [begin], {begin}
    while te_doen:
        adres = te_doen.pop()
        with urlopen(adres) as antwoord:  # raises where a link is dead
            soort, inhoud = antwoord.headers["Content-Type"], antwoord.read()
        if not soort.startswith("text/html"):
            continue
        tekst = inhoud.decode()
        ids = set(re.findall(r' id="([^"]+)"', tekst))
        for schakel in re.findall(r'(?:href|src)="([^"]+)"', tekst):
            heel = urljoin(adres, schakel)
            assert not heel.startswith(adres + "#") or urlsplit(heel).fragment in ids
            kaal = heel.partition("#")[0]
            if kaal.startswith(begin) and kaal not in gezien:
                gezien.add(kaal)
                te_doen.append(kaal)
    return gezien


async def test_the_files_are_served_by_any_server_without_a_dead_link(site: Site, tmp_path: Path) -> None:
    await vul_alles(site)
    van = dataclasses.replace(site.publiek, url="")
    doel = tmp_path / "www" / "wijk"
    statisch.schrijf(await statisch.verzamel(van), doel)
    with socket.socket() as even:
        even.bind(("127.0.0.1", 0))
        poort = even.getsockname()[1]
    opdracht = ("-m", "http.server", str(poort), "--bind", "127.0.0.1", "--directory", str(doel.parent))
    stil = asyncio.subprocess.DEVNULL
    server = await asyncio.create_subprocess_exec(sys.executable, *opdracht, stdout=stil, stderr=stil)
    try:
        begin = f"http://127.0.0.1:{poort}/wijk/"
        await asyncio.to_thread(_wacht_op, poort)
        gezien = await asyncio.to_thread(_loop_na, begin)
    finally:
        server.terminate()
        await server.wait()
    er_zijn = {str(pad.relative_to(doel)) for pad in doel.rglob("*") if pad.is_file()} - {statisch.MERK}
    bereikt = {adres.removeprefix(begin) for adres in gezien}
    bereikt = {f"{pad}index.html" if pad == "" or pad.endswith("/") else pad for pad in bereikt}
    assert {naam for naam in er_zijn if not naam.startswith("ijkpunten/index")} <= bereikt
    live = await site.haal("/nl/agenda/")
    assert (doel / "nl/agenda/index.html").read_text("utf-8").count("<li") == live.tekst.count("<li")


async def test_files_of_others_are_left_alone_and_ours_are_replaced(site: Site, tmp_path: Path) -> None:
    bestanden = await statisch.verzamel(site.publiek)
    doel = tmp_path / "www"
    statisch.schrijf(bestanden, doel)
    statisch.schrijf({**bestanden, "nl/extra.txt": b"x"}, doel)
    statisch.schrijf(bestanden, doel)
    assert not (doel / "nl/extra.txt").exists(), "what is no page any more is gone"
    assert _resten(tmp_path) == []
    (doel / "beleid.pdf").write_bytes(b"van de gemeente")
    with pytest.raises(InvoerFout, match=r"beleid\.pdf"):
        statisch.schrijf(bestanden, doel)
    assert (doel / "beleid.pdf").read_bytes() == b"van de gemeente"
    vreemd = tmp_path / "vreemd"
    vreemd.mkdir()
    (vreemd / "index.html").write_text("van iemand anders", "utf-8")
    with pytest.raises(InvoerFout, match="lege map"):
        statisch.schrijf(bestanden, vreemd)
    assert (vreemd / "index.html").read_text("utf-8") == "van iemand anders"


def test_a_link_to_a_directory_stays_a_link_and_one_within_it_is_of_others(tmp_path: Path) -> None:
    echt, doel, elders = tmp_path / "echt", tmp_path / "www", tmp_path / "elders"
    echt.mkdir()
    elders.mkdir()
    (elders / "beleid.pdf").write_bytes(b"van de gemeente")
    doel.symlink_to(echt)
    for inhoud in (b"a", b"b"):
        statisch.schrijf({"nl/index.html": inhoud}, doel)
    assert doel.is_symlink()
    assert (echt / "nl/index.html").read_bytes() == b"b"
    assert sorted(pad.name for pad in tmp_path.iterdir()) == ["echt", "elders", "www"]
    (echt / "stukken").symlink_to(elders)
    with pytest.raises(InvoerFout, match="stukken"):
        statisch.schrijf({"nl/index.html": b"c"}, doel)
    (echt / "stukken").unlink()
    for merk in ("geen json", '{"a": 1}', "7"):
        (echt / statisch.MERK).write_text(merk, "utf-8")
        with pytest.raises(InvoerFout, match="iets anders"):
            statisch.schrijf({"nl/index.html": b"c"}, doel)
    with pytest.raises(InvoerFout, match="hele schijf"):
        statisch.schrijf({"nl/index.html": b"c"}, Path("/"))
    assert (elders / "beleid.pdf").read_bytes() == b"van de gemeente"


def _resten(map_: Path) -> list[Path]:
    return [pad for pad in map_.iterdir() if pad.name.startswith(".www")]


def _wacht_op(poort: int) -> None:
    tot = time.monotonic() + 20
    while time.monotonic() < tot:
        with socket.socket() as proef:
            if proef.connect_ex(("127.0.0.1", poort)) == 0:
                return
        time.sleep(0.02)
    raise TimeoutError("the server does not listen")
