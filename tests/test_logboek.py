"""The log: readable, and never a secret in it, not in an exception either."""

import asyncio
import logging

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


def test_libraries_that_name_every_request_are_quiet(capsys: pytest.CaptureFixture[str]) -> None:
    logboek.richt_in()
    logging.getLogger("httpx").info("HTTP Request: POST https://api.telegram.org/bot…")
    logging.getLogger("apscheduler.executors.default").info("Running job")
    assert capsys.readouterr().err == ""


def test_an_empty_secret_blacks_out_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    logboek.richt_in("", "")
    logging.getLogger("proef").info("leesbaar")
    assert "INFO proef: leesbaar" in capsys.readouterr().err
