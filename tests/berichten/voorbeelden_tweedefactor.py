"""Samples of who set up a second factor."""

from tests.berichten.lastig import ID, Data

TWEEDEFACTOR: dict[str, list[Data]] = {
    "tweedefactor.lijst": [{"mensen": []}, {"mensen": [{"id": ID, "wie": "web:1099511627776123"}] * 8}],
    "tweedefactor.opnieuw": [{}],
}
