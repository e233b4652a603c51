"""The picture of a chart: the same data the same bytes, a gap that is drawn as one, and no letter outside it."""

import io

from PIL import Image

from bot.exports import maak

GROEN = (31, 92, 77)
DATA = {
    "taal": "nl",
    "kop": "Isolatie",
    "eenheid": "huizen",
    "nul": 0,
    "breed": 1200,
    "streepjes": [{"y": y, "tekst": tekst} for y, tekst in ((0, "0"), (5000, "100"), (10000, "200"))],
    "staven": [{"x": 1666, "y": 5000, "tekst": "100"}, {"x": 8333, "y": 10000, "tekst": "200"}],
    "gaten": [5000],
    "onder": [{"x": 1666, "tekst": "jan 2027"}, {"x": 8333, "tekst": "mrt 2027"}],
    "gat": "geen cijfer",
    "voet": ["Bron: Gemeente", "Bijgewerkt op 1 april 2027."],
}


def groen_per_derde(data: dict[str, object]) -> list[int]:
    """Return how much of each third of the picture is a column, below the title."""
    beeld = Image.open(io.BytesIO(maak("grafiek", data))).convert("RGB")
    assert beeld.width == 1080
    onder = beeld.crop((0, 260, beeld.width, beeld.height))
    stap = onder.width // 3
    delen = [onder.crop((n * stap, 0, (n + 1) * stap, onder.height)) for n in range(3)]
    return [sum(punt == GROEN for punt in deel.get_flattened_data()) for deel in delen]


def test_a_column_is_as_high_as_its_value_and_a_gap_has_none() -> None:
    links, midden, rechts = groen_per_derde(DATA)
    assert midden == 0
    assert 1.85 < rechts / links < 2.15


def test_the_same_data_gives_the_same_picture_and_words_without_a_font_stay_out() -> None:
    assert maak("grafiek", DATA) == maak("grafiek", dict(DATA))
    assert maak("grafiek", {**DATA, "kop": "温暖 🌞", "voet": ["Bron: " + "W" * 300]})
