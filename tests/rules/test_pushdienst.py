"""Which addresses we call for web push: what a browser gives us may be anything."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from yarl import URL

from bot.rules import pushdienst

EIGEN = ("http://127.0.0.1:4242", "https://push.voorbeeld.nl")


@pytest.mark.parametrize(
    ("adres", "mag"),
    [
        ("https://fcm.googleapis.com/fcm/send/abc:APA91b_-x", True),
        ("https://fcm.googleapis.com:443/wp/abc", True),
        ("https://updates.push.services.mozilla.com/wpush/v2/gAAAA", True),
        ("https://web.push.apple.com/QGuQyavXutnMH", True),
        ("https://wns2-am3p.notify.windows.com/w/?token=BQYAA%2b", True),
        ("https://push.voorbeeld.nl/een", True),
        ("http://127.0.0.1:4242/een", True),
        ("http://fcm.googleapis.com/fcm/send/abc", False),
        ("https://fcm.googleapis.com:8443/abc", False),
        ("https://fcm.googleapis.com.aanvaller.nl/abc", False),
        ("https://aanvaller.nl/fcm.googleapis.com", False),
        ("https://aanvallernotify.windows.com/w", False),
        ("https://notify.windows.com.aanvaller.nl/w", False),
        ("https://iemand@fcm.googleapis.com/abc", False),
        ("https://fcm.googleapis.com@aanvaller.nl/abc", False),
        ("https://fcm.googleapis.com\\@aanvaller.nl/abc", False),
        ("https://fcm.googleapis.com/abc\r\nHost: aanvaller.nl", False),
        ("https://fcm.googleapis.com/abc#stuk", False),
        ("https://fcm.googleapis.com:poort/abc", False),
        ("https://[fcm.googleapis.com/abc", False),
        ("http://169.254.169.254/latest/meta-data/", False),
        ("https://169.254.169.254/", False),
        ("http://localhost/", False),
        ("https://localhost/", False),
        ("http://127.0.0.1:4243/een", False),
        ("https://127.0.0.1:4242/een", False),
        ("file:///etc/passwd", False),
        ("gopher://fcm.googleapis.com/", False),
        ("//fcm.googleapis.com/abc", False),
        ("https://fcm.googleapis.com/" + "a" * 1000, False),
        ("", False),
    ],
)
def test_only_the_push_services_of_browsers_and_those_of_the_settings_are_called(adres: str, mag: bool) -> None:
    assert pushdienst.mag(adres, EIGEN) == mag


def test_keys_of_a_browser_have_one_form() -> None:
    goed = bytes([4]) + bytes(64), bytes(16)
    assert pushdienst.sleutels_kunnen(*goed)
    for punt, geheim in ((goed[0][:-1], goed[1]), (bytes(65), goed[1]), (goed[0], bytes(17)), (b"", b"")):
        assert not pushdienst.sleutels_kunnen(punt, geheim)


_STUKKEN = [
    "fcm.googleapis.com",
    "aanvaller.nl",
    "127.0.0.1",
    "notify.windows.com",
    "%40",
    "％",
    "。",
    *"@:/\\#?[].;=&%\t\n 0x",
]


@given(st.lists(st.sampled_from(_STUKKEN), max_size=8).map("".join), st.sampled_from(["https://", "http://", "https:"]))
@example("fcm.googleapis.com\\@aanvaller.nl", "https://")
def test_who_makes_the_call_reads_the_same_host_as_who_allowed_it(rest: str, begin: str) -> None:
    if not pushdienst.mag(begin + rest):
        return
    adres = URL(begin + rest)  # as aiohttp reads it
    assert (adres.scheme, adres.port, adres.user) == ("https", 443, None)
    assert re.fullmatch(r"fcm\.googleapis\.com|.*\.notify\.windows\.com", adres.host or "")
