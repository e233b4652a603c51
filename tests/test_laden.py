"""What `gehoord start` loads before its first answer, on SQLite: nothing that only some use, and that costs much."""

from tests.bench._laden import modules
from tests.bench.start import wat_laadt

LATER = {
    "alembic": "390 ms, 36 MB: a database that is up to date has its version in one row",
    "psycopg": "140 ms, 21 MB: PostgreSQL",
    "icalendar": "70 ms, 7 MB: the first calendar",
    "xlsxwriter": "55 ms, 8 MB: the first workbook",
    "tqdm": "55 ms, 5 MB: commands that show how far they are",
    "snowballstemmer": "15 ms: the first question",
    "PIL": "20 ms: the first photo",
    "typst": "5 ms, and tens of MB once it draws: the first drawing",
    "starlette": "50 ms, 8 MB with all that comes with it: pages, a webhook, figures",
    "uvicorn": "20 ms: the same",
    "jinja2": "15 ms: the same",
    "aiosmtplib": "10 ms: the first mail",
    "pyrage": "an encrypted backup",
    "numpy": "only developers have it",
}
"""With its cost (CPU time and memory, each alone in a process) and what it waits for."""


def test_a_start_loads_only_what_its_first_answer_needs() -> None:
    geladen = modules(wat_laadt())

    assert {"bot.app", "handlers", "telegram.ext"} <= geladen, "it started, and says what it loads"
    te_vroeg = {naam: LATER[naam] for naam in LATER for module in geladen if f"{module}.".startswith(f"{naam}.")}
    assert te_vroeg == {}
