"""The exception tree. What is not here is a fault in the program, not something a person did.

GehoordFout
├── InvoerFout    bad input from a file, a setting or the command line: one line, exit code 2
│   └── TijdvakVoorbij (bot.storage.tijdvakken)    the database was put back under a running bot: it stops
└── Geweigerd     a service says no to a person in chat: a kind sentence, nothing changed
"""

from typing import Any


class GehoordFout(Exception):  # noqa: N818 (our errors have Dutch names)
    """Root of all errors that we raise on purpose."""


class InvoerFout(GehoordFout):
    """Bad input outside the chat. Its text is one line that names the file, the field and the mend."""


class Geweigerd(GehoordFout):
    """A service refuses. The transaction is undone and the person reads the catalog text.

    Args:
        sleutel: key in the catalog, without the prefix `geweigerd.`.
        velden: values for the placeholders of that text.

    `onder` is the kind and the data of a message that asked something and stays open, so that its buttons stand under
    the refusal, and the question of a form in its own words; `in_plaats` those of what people read in the place of that
    text.
    """

    in_plaats: tuple[str, dict[str, Any]] | None = None
    onder: tuple[str, dict[str, Any]] | None = None

    def __init__(self, sleutel: str, **velden: Any) -> None:
        super().__init__(sleutel)
        self.sleutel = sleutel
        self.velden = velden
