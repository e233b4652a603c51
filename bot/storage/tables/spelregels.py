"""Tables of the agreed conditions, what is said of them, and what supports those that people must confirm."""

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Date,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.storage.tables.kolommen import Nummer, UtcMoment, eigen_id, metadata, publiek_id, van_wijk, verwijzing

# One version is one row; the newest may still be a concept.
spelregels = Table(
    "spelregels",
    metadata,
    eigen_id(),
    van_wijk(),
    Column("versie", Integer, nullable=False),
    Column("inhoud", Text, nullable=False),  # canonical JSON; of a concept with version 0 in it
    Column("uit_instellingen", Boolean, nullable=False),  # a concept that follows the settings until someone changes it
    Column("vastgesteld_op", UtcMoment),
    Column("na_bewijs", Nummer),  # of the first one fixed: the last evidence before it, which counts for no version
    Column("reden", Text),  # why a later version was needed
    Column("orgaan", String(20)),  # who confirmed it: college or gemeenteraad
    Column("besluitnummer", String(60)),
    Column("besluit_op", Date),
    Column("besluitlink", String(300)),
    Column("volgt", Boolean),  # that body promised to follow the outcome
    UniqueConstraint("wijk", "versie"),
)

# One answer to what several residents asked about a concept, in the words of who answers; everybody may read it.
spelregelantwoord = Table(
    "spelregelantwoord",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("versie", Integer, nullable=False),
    Column("vraag", String(200), nullable=False),
    Column("antwoord", String(1000), nullable=False),
    Column("aantal", Integer, nullable=False),  # so many people asked it; stays when one withdraws or is erased
    verwijzing("account", naam="gemaakt_door"),
    Column("op", UtcMoment, nullable=False),
    Index(None, "wijk", "id"),
)

# What a resident asks or remarks about a concept; the row goes when they withdraw it.
spelregelreactie = Table(
    "spelregelreactie",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("versie", Integer, nullable=False),
    verwijzing("bewoner", index=True),
    verwijzing("account", naam="vanaf", nullable=True),  # where they wrote it
    Column("tekst", String(1000), nullable=False),
    Column("op", UtcMoment, nullable=False),
    verwijzing("spelregelantwoord", naam="antwoord", nullable=True),
    Index(None, "wijk", "antwoord"),
)

# A document that was sent, such as a signed PDF, as it came: the chat network's own copy may go.
stuk = Table(
    "stuk",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("naam", String(200), nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("file_id", String(200), nullable=False),  # under which the chat network has it
    verwijzing("account", naam="gemaakt_door"),
    Column("gemaakt_op", UtcMoment, nullable=False),
)


def _onderbouwing(*kolommen: Any) -> list[Any]:
    """Return the columns of what an organisator records and a second person confirms; a later row replaces it."""
    return [
        eigen_id(),
        van_wijk(),
        publiek_id(),
        *kolommen,
        Column("versie", Integer, nullable=False),  # of the spelregels that held then; 0 before any was fixed
        Column("op", UtcMoment, nullable=False),
        verwijzing("account", naam="gemaakt_door"),
        verwijzing("account", naam="bevestigd_door", nullable=True),
    ]


# What the professional of the spelregels declared. The last row holds; one that withdraws says why.
verklaring = Table(
    "verklaring",
    metadata,
    *_onderbouwing(
        Column("naam", String(200), nullable=False),
        Column("functie", String(200), nullable=False),
        Column("opdrachtgever", String(200), nullable=False),
        Column("uitspraak", String(12), nullable=False),
        Column("redenen", Text, nullable=False),  # of a withdrawal: why
        Column("dag", Date, nullable=False),  # on which it was signed or withdrawn
        verwijzing("stuk", nullable=True),
        verwijzing("account", naam="account", nullable=True),  # of the professional, who has a role here too
    ),
    CheckConstraint("uitspraak IN ('gehoord', 'niet_gehoord', 'ingetrokken')", name="uitspraak"),
    CheckConstraint("(stuk IS NULL) = (uitspraak = 'ingetrokken')", name="stuk"),
    Index(None, "wijk", "id"),
)

# How a kader of the gemeenteraad stands, by its text. Of each the last row holds.
kader_oordeel = Table(
    "kader_oordeel",
    metadata,
    *_onderbouwing(
        Column("kader", String(300), nullable=False),
        Column("oordeel", String(12), nullable=False),
        Column("toelichting", Text, nullable=False),
        Column("link", String(300)),
        verwijzing("stuk", nullable=True),
    ),
    CheckConstraint("oordeel IN ('voldaan', 'niet_voldaan', 'open')", name="oordeel"),
    Index(None, "wijk", "id"),
)

# What a partner, such as the woningcorporatie, thinks of it. One that was replaced or withdrawn stays, as such.
standpunt = Table(
    "standpunt",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("partner", String(100), nullable=False),
    Column("standpunt", Text, nullable=False),
    Column("dag", Date, nullable=False),
    Column("link", String(300)),
    verwijzing("stuk", nullable=True),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
    verwijzing("standpunt", naam="vervangt", nullable=True, unique=True),
    Column("ingetrokken_op", UtcMoment),
    Column("reden", String(300)),
    Index(None, "wijk", "id"),
)
