"""The log: readable, and never a secret in it, not in an exception either."""

import asyncio
import json
import logging
import sys
from datetime import UTC, datetime

import pytest

from bot import logboek

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"
pytestmark = pytest.mark.usefixtures("logboek_terug")


@pytest.mark.parametrize("geheimen", [(TOKEN, "webhook-geheim"), ("webhook-geheim",)])
def test_secrets_are_blacked_out_in_messages_arguments_and_exceptions(
    geheimen: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    logboek.richt_in(*geheimen)
    log = logging.getLogger("proef")
    log.info("calling https://api.telegram.org/bot%s/getMe with %s", TOKEN, "webhook-geheim")
    log.warning("%r", {"token": TOKEN})
    try:
        raise ConnectionError(f"POST https://api.telegram.org/bot{TOKEN}/sendMessage")
    except ConnectionError:
        log.exception("mis")
    gelogd = capsys.readouterr().err
    assert "getMe" in gelogd
    assert "ConnectionError" in gelogd
    assert TOKEN not in gelogd
    assert "webhook-geheim" not in gelogd


def test_an_exception_that_nobody_catches_in_a_task_is_blacked_out_too(capsys: pytest.CaptureFixture[str]) -> None:
    logboek.richt_in(TOKEN)

    async def stuk() -> None:
        raise RuntimeError(TOKEN)

    async def hoofd() -> None:
        asyncio.get_running_loop().call_exception_handler({"message": "stuk", "exception": RuntimeError(TOKEN)})
        await asyncio.gather(stuk(), return_exceptions=True)

    asyncio.run(hoofd())
    gelogd = capsys.readouterr().err
    assert "stuk" in gelogd
    assert TOKEN not in gelogd


@pytest.mark.parametrize("terminal", [True, False])
def test_a_mail_address_that_a_server_repeats_is_blacked_out(
    terminal: bool, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: terminal)
    logboek.richt_in()
    log = logging.getLogger("proef")
    log.warning('450 <anna.zeldzaam+x@voorbeeld.nl>: try later, "anna.zeldzaam@voorbeeld.nl", @GehoordBot')
    try:
        raise ConnectionError("postgresql://ik:anna.zeldzaam@server.voorbeeld.nl/naam")
    except ConnectionError:
        log.exception("mis")
    gelogd = capsys.readouterr().err
    assert "zeldzaam" not in gelogd
    assert "try later" in gelogd
    assert "@GehoordBot" in gelogd
    if not terminal:
        assert [json.loads(regel)["event"][:4] for regel in gelogd.splitlines()] == ["450 ", "mis"]


def test_libraries_that_name_every_request_are_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    logboek.richt_in()
    logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot…")
    logging.getLogger("apscheduler.executors.default").info("Running job")
    assert capsys.readouterr().err == ""


def test_an_empty_secret_blacks_out_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    logboek.richt_in("", "")
    logging.getLogger("proef").info("leesbaar")
    assert json.loads(capsys.readouterr().err)["event"] == "leesbaar"


def test_a_line_is_json_with_its_moment_level_and_source_and_says_of_what_it_is(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logboek.richt_in()
    log = logging.getLogger("proef")
    with logboek.op_spoor("u12"):
        log.info("update %d", 12)
    log.warning("daarna")
    eerste, tweede = map(json.loads, capsys.readouterr().err.splitlines())
    assert eerste == {
        "event": "update 12",
        "level": "info",
        "logger": "proef",
        "spoor": "u12",
        "timestamp": eerste["timestamp"],
    }
    assert datetime.fromisoformat(eerste["timestamp"]).tzinfo == UTC
    assert "spoor" not in tweede


def test_on_a_terminal_a_line_is_text(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    logboek.richt_in("geheim")
    with logboek.op_spoor("u12"):
        logging.getLogger("proef").info("leesbaar, geen geheim")
    assert capsys.readouterr().err.endswith(" INFO proef: leesbaar, geen ••• [u12]\n")


@pytest.mark.parametrize("geheim", ['met"aanhalingsteken', "met\\streep", "mét-accent", "regel\nen nog een"])
def test_a_secret_that_is_written_otherwise_in_json_is_blacked_out_too(
    geheim: str, capsys: pytest.CaptureFixture[str]
) -> None:
    logboek.richt_in(geheim)
    try:
        raise RuntimeError(geheim)
    except RuntimeError:
        logging.getLogger("proef").exception("mis met %s", geheim)
    regel = json.loads(capsys.readouterr().err)
    assert regel["event"] == "mis met •••"
    assert geheim not in regel["exception"]
    assert "RuntimeError: •••" in regel["exception"]


def test_the_row_that_postgresql_quotes_is_blacked_out_and_the_line_stays_json(
    capsys: pytest.CaptureFixture[str],
) -> None:
    logboek.richt_in()
    logging.getLogger("proef").error("fout\nDETAIL:  Key (naam)=(Annelies) exists.\n[SQL: insert]")
    assert json.loads(capsys.readouterr().err)["event"] == "fout\nDETAIL: •••\n[SQL: insert]"
