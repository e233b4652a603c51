"""A list of addresses opens in a Dutch spreadsheet, and runs nothing."""

from bot.exports import maak


def test_each_address_is_a_line_and_none_is_a_formula() -> None:
    data = {"kolommen": ["Adres", "Personen"], "rijen": [["=1+1; straat 2", 2], ["'s-Gravenweg 3", 1]]}
    regels = maak("adreslijst", data).decode("utf-8-sig").splitlines()
    assert regels == ["Adres;Personen", '"\'=1+1; straat 2";2', "'s-Gravenweg 3;1"]
