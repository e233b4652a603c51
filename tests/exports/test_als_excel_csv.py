"""The CSV for a Dutch Excel: other separator, same lines."""

import csv
import io

from bot.exports import maak
from tests.exports.test_als_xlsx import DELEN, data, deel


def test_it_has_a_bom_and_semicolons_and_the_lines_of_the_other_csv() -> None:
    delen = [*DELEN, deel("werkgroep", 'met ; en , en "', {"leden": 5}), deel("werkgroep", "=1+1", {"leden": 6})]
    excel, machine = maak("excel_csv", data(*delen)), maak("csv", data(*delen)).decode()

    assert excel.startswith("\ufeffonderdeel;id;naam;moment;meting;waarde\r\n".encode())
    lezer = csv.reader(io.StringIO(excel.decode("utf-8-sig"), newline=""), delimiter=";")
    assert list(lezer) == list(csv.reader(io.StringIO(machine, newline="")))
