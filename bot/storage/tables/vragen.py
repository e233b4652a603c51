"""Tables of what residents ask: outside a meeting, at their door or by phone, and of who may not ask for a time."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    SmallInteger,
    String,
    Table,
    Text,
    text,
)

from bot.storage.tables.kolommen import (
    UtcMoment,
    een_tegelijk,
    eigen_id,
    metadata,
    publiek_id,
    van_wijk,
    verwijzing,
)

# A question to the bewonersaanspreekpunt: what is asked and answered stands in `vraagbericht`, one thread.
vraag = Table(
    "vraag",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("bewoner", index=True),
    verwijzing("account", naam="vanaf", nullable=True),  # where they asked last; NULL: another wrote it down
    Column("over_plan", Boolean, nullable=False),  # by the word of who asks: only then it is evidence
    verwijzing("werkgroep", nullable=True),  # whose aanspreekpunt it is for; NULL: that of the wijk
    Column("staat", String(10), nullable=False, server_default="open"),
    Column("ronde", SmallInteger, nullable=False, server_default="1"),  # goes up when it reaches others, or is asked on
    Column("open_sinds", UtcMoment, nullable=False),
    Column("termijn", UtcMoment, nullable=False),  # until when an answer was promised
    Column("hoger", Boolean, nullable=False, server_default=text("false")),  # it lies with the organisatoren
    Column("geholpen", Boolean),
    Column("gemeld_op", UtcMoment),  # who asked says that the answer is not in order
    verwijzing("vraagbaak", nullable=True),  # as everyone reads it
    Column("laatst_op", UtcMoment, nullable=False),
    CheckConstraint("staat IN ('open', 'beantwoord', 'klaar')", name="staat"),
    Index(None, "wijk", "staat", "open_sinds"),
)

vraagbericht = Table(
    "vraagbericht",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("vraag", index=True),
    Column("van", String(7), nullable=False),
    verwijzing("account", naam="gemaakt_door", nullable=True),  # of the team; NULL: who asks
    Column("soort", String(10), nullable=False),
    Column("tekst", Text, nullable=False),
    Column("file_id", String(200)),
    Column("naam", String(255)),
    Column("taal", String(5), nullable=False),  # in which its writer reads
    Column("op", UtcMoment, nullable=False),
    CheckConstraint("van IN ('bewoner', 'team')", name="van"),
)

# What someone wrote and did not send yet: nothing goes to the team before they say so. It goes within a day.
vraagconcept = Table(
    "vraagconcept",
    metadata,
    Column("account", ForeignKey("account.id"), primary_key=True),
    van_wijk(),
    Column("inhoud", JSON, nullable=False),
    Column("op", UtcMoment, nullable=False),
)

# By which stems a public answer is found, as bot.rules.vraagzoeker weighs them; under the empty stem each stands once.
vraagstam = Table(
    "vraagstam",
    metadata,
    Column("wijk", ForeignKey("wijk.id"), primary_key=True),
    Column("stam", String(40), primary_key=True),
    Column("antwoord", ForeignKey("vraagbaak.id"), primary_key=True, index=True),
    Column("gewicht", BigInteger, nullable=False),
    sqlite_with_rowid=False,
)

# Who may ask nothing for a time, by the word of staff, and what they say of that. It goes when its time is over.
vraagstop = Table(
    "vraagstop",
    metadata,
    Column("bewoner", ForeignKey("bewoner.id"), primary_key=True),
    van_wijk(),
    publiek_id(),
    Column("tot", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
    Column("op", UtcMoment, nullable=False),
    Column("bezwaar", Text),
)

# What someone without a phone must be told at their door. What is told stands with its own noun.
brengtaak = Table(
    "brengtaak",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("bewoner", index=True),
    Column("soort", String(10), nullable=False),
    Column("onderwerp", String(22), nullable=False),  # publiek_id of the thread, the answer or the meeting
    Column("op", UtcMoment, nullable=False),
    Column("gebracht_op", UtcMoment),
    verwijzing("account", naam="gebracht_door", nullable=True),
    CheckConstraint("soort IN ('antwoord', 'zaal', 'reactie', 'gewijzigd', 'afgelast')", name="soort"),
    een_tegelijk("bewoner", "onderwerp", zolang="gebracht_op IS NULL"),
    Index(None, "wijk", "gebracht_op"),
)

# "This is not right" about what the address list says of a home. What is personal leaves with its end.
adresverzoek = Table(
    "adresverzoek",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("bewoner", nullable=True, index=True),  # NULL once it has ended
    Column("wat", String(12), nullable=False),
    Column("tekst", String(400)),  # as typed; NULL once it has ended
    Column("taal", String(10)),  # that who typed it reads; NULL once it has ended
    Column("gevraagd_op", UtcMoment, nullable=False),
    verwijzing("account", naam="vanaf", nullable=True),  # where they asked; NULL: another wrote it, or it has ended
    Column("termijn", UtcMoment, nullable=False),  # until when an answer is promised
    Column("staat", String(12), nullable=False),
    verwijzing("account", naam="behandeld_door", nullable=True),
    Column("behandeld_op", UtcMoment),
    CheckConstraint("wat IN ('adres', 'woning', 'volwassenen')", name="wat"),
    CheckConstraint("staat IN ('open', 'ja', 'nee', 'ingetrokken')", name="staat"),
    CheckConstraint("(bewoner IS NOT NULL) = (staat = 'open')", name="bewoner"),
    een_tegelijk("bewoner", "wat", zolang="staat = 'open'"),
    Index(None, "wijk", "staat"),
)

# "Come by or call me": one question of a resident to who helps there. What is personal leaves with its end.
hulpvraag = Table(
    "hulpvraag",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("bewoner", nullable=True),  # NULL once it has ended
    Column("wijze", String(5), nullable=False),
    Column("over", String(12), nullable=False),  # what they tapped under
    Column("onderwerp", String(22), nullable=False),  # publiek_id of the peiling, bijeenkomst or uitzending, else empty
    Column("nummer", String(30)),  # as typed; NULL once it has ended
    Column("gevraagd_op", UtcMoment, nullable=False),
    verwijzing("account", naam="vanaf", nullable=True),  # where they asked; NULL: another wrote it, or it has ended
    Column("staat", String(12), nullable=False),
    verwijzing("account", naam="genomen_door", nullable=True),
    Column("teruggegeven", SmallInteger, nullable=False, server_default="0"),  # how often who took it gave it back
    CheckConstraint("wijze IN ('langs', 'bel')", name="wijze"),
    CheckConstraint("over IN ('peiling', 'bijeenkomst', 'uitzending', 'kennismaking', 'vraag')", name="over"),
    CheckConstraint("staat IN ('open', 'genomen', 'klaar', 'ingetrokken', 'verlopen')", name="staat"),
    CheckConstraint("(bewoner IS NOT NULL) = (staat IN ('open', 'genomen'))", name="bewoner"),
    CheckConstraint("nummer IS NULL OR bewoner IS NOT NULL", name="nummer"),
    een_tegelijk("bewoner", "over", "onderwerp", zolang="bewoner IS NOT NULL"),
    Index(None, "wijk", "staat"),
)
