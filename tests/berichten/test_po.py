"""Our reader of catalogs gives what Babel's gives: of ours, and of any that Poedit or Weblate may write."""

from io import BytesIO
from pathlib import Path
from typing import IO

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from hypothesis import given
from hypothesis import strategies as st

import berichten
from berichten import po, talen


def van_babel(bestand: IO[bytes], taal: str) -> po.Catalogus:
    catalogus, teksten = read_po(bestand, locale=taal, abort_invalid=True), {}
    for regel in catalogus:
        sleutel = regel.id if isinstance(regel.id, str) else regel.id[0]
        vormen = (regel.string,) if isinstance(regel.string, str) else tuple(vorm or "" for vorm in regel.string or ())
        if sleutel and vormen and all(vormen) and not regel.fuzzy:
            teksten[sleutel] = vormen
    return po.Catalogus(teksten, catalogus.plural_expr)


@pytest.mark.parametrize("taal", talen())
def test_our_catalogs_read_as_babel_reads_them(taal: str) -> None:
    pad = Path(berichten.__file__).parent / taal / "LC_MESSAGES/gehoord.po"
    with pad.open("rb") as bestand:
        verwacht = van_babel(bestand, taal)

    gelezen = po.lees(pad.read_text("utf-8"))

    assert gelezen.teksten == verwacht.teksten
    assert gelezen.meervoud.strip("()") == verwacht.meervoud.strip("()")


woorden = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"], exclude_characters="\0"), max_size=200)
ingangen = st.dictionaries(
    st.text('abc."\\ ', min_size=1, max_size=8).filter(str.strip),
    st.tuples(st.one_of(woorden, st.tuples(woorden, woorden)), st.booleans(), woorden, st.booleans()),
)


@given(ingangen, st.integers(20, 200))
def test_any_file_that_a_tool_writes_reads_as_babel_reads_it(
    alle: dict[str, tuple[str | tuple[str, str], bool, str, bool]], breedte: int
) -> None:
    """Long and strange texts, plural forms, notes, guesses and what is out of use."""
    catalogus = Catalog("nl")
    for sleutel, (vorm, geraden, opmerking, weg) in alle.items():
        naam, vlaggen = (sleutel, sleutel) if isinstance(vorm, tuple) else sleutel, ["fuzzy"] if geraden else []
        bericht = catalogus.add(naam, vorm, [("een.py", 1)], flags=vlaggen, user_comments=[opmerking])
        if weg:
            catalogus.obsolete[sleutel] = bericht
            catalogus.delete(naam)
    geschreven = BytesIO()
    write_po(geschreven, catalogus, width=breedte)

    gelezen = po.lees(geschreven.getvalue().decode())

    assert gelezen.teksten == van_babel(BytesIO(geschreven.getvalue()), "nl").teksten
