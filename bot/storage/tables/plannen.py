"""Tables of the plans: offers, cards per heat solution, drafts, and who does not take part."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.storage.tables.kolommen import (
    Nummer,
    UtcMoment,
    een_tegelijk,
    eigen_id,
    index_zolang,
    metadata,
    publiek_id,
    van_wijk,
    verwijzing,
)

# An offer to which households commit themselves; what they do with it stands in `wat`.
aanbod = Table(
    "aanbod",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("wat", String(20), nullable=False),
    Column("wie", String(10), nullable=False, server_default="eigenaren"),  # who may say yes
    Column("titel", String(100), nullable=False),
    Column("tekst", Text, nullable=False),  # the work
    Column("kosten", String(300)),  # what there is to say beside the range, such as what it costs a month
    Column("kosten_van", Integer),  # whole euros; NULL in an offer of before there was a range
    Column("kosten_tot", Integer),
    Column("opbrengst", String(200)),  # what it yields in a sentence, where there is no range
    Column("opbrengst_van", Integer),  # whole euros a year
    Column("opbrengst_tot", Integer),
    Column("voorwaarden", Text),
    Column("gas", String(200), nullable=False),  # whether and when the gas ends
    Column("bindend", Boolean),  # NULL: it was not said
    Column("bindend_uitleg", String(200)),
    Column("bedenktijd", Integer),  # days in which one can take it back; NULL: until it closes
    Column("minimum", Integer),  # so many are needed for it to go on
    verwijzing("stuk", nullable=True),
    Column("sluit_op", UtcMoment, nullable=False),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
    Column("ingetrokken_op", UtcMoment),
    CheckConstraint("wat IN ('interesse', 'deelnameverklaring', 'inschrijving')", name="wat"),
    CheckConstraint("wie IN ('eigenaren', 'iedereen')", name="wie"),
    CheckConstraint("kosten IS NOT NULL OR kosten_van IS NOT NULL", name="kosten"),
    Index(None, "wijk", "id"),
)

# For which types of home an offer is; without a row for all.
aanbod_woningtype = Table(
    "aanbod_woningtype",
    metadata,
    van_wijk(),
    Column("aanbod", ForeignKey("aanbod.id"), primary_key=True),
    Column("woningtype", String(40), primary_key=True),
)

# Who took it: one of a household speaks for it, an address counts once. It is no evidence, and goes with the person.
intekening = Table(
    "intekening",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("aanbod"),
    verwijzing("huishouden"),
    verwijzing("bewoner", nullable=True, index=True),  # NULL: it came on paper or by the e-form
    Column("hoe", String(11), nullable=False, server_default="chat"),
    Column("dag", Date, nullable=False),  # of the yes, in local time
    Column("versie", Integer, nullable=False),  # of the spelregels that held then
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="vastlegger", nullable=True),
    Column("ingetrokken_op", UtcMoment),  # of an e-form: the same file once more changes nothing
    CheckConstraint("(bewoner IS NULL) = (vastlegger IS NOT NULL)", name="wie"),
    CheckConstraint("hoe IN ('chat', 'papier', 'eformulier') AND (hoe = 'chat') = (bewoner IS NOT NULL)", name="hoe"),
    een_tegelijk("aanbod", "bewoner", zolang="bewoner IS NOT NULL"),
    index_zolang(
        "uq_intekening_papier",
        *("aanbod", "huishouden"),
        zolang="bewoner IS NULL AND ingetrokken_op IS NULL",
        uniek=True,
    ),
    Index(None, "huishouden"),
)

# What a heat solution means for a type of home; a later version is a row beside it. Of who answered "do you understand
# this" only that they did stands in a row, apart from what they said.
warmtekaart = Table(
    "warmtekaart",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("oplossing", String(40), nullable=False),
    Column("woningtype", String(40), nullable=False),  # empty: for all homes
    Column("versie", Integer, nullable=False),
    Column("inhoud", JSON, nullable=False),  # bot.rules.warmtekaarten.Inhoud
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
    verwijzing("account", naam="bevestigd_door"),
    Column("ingetrokken_op", UtcMoment),
    *(
        Column(f"zegt_{antwoord}", Integer, nullable=False, server_default="0")
        for antwoord in ("ja", "beetje", "vraag")
    ),
    UniqueConstraint("wijk", "oplossing", "woningtype", "versie"),
)

warmtekaart_gezegd = Table(
    "warmtekaart_gezegd",
    metadata,
    Column("kaart", ForeignKey("warmtekaart.id"), primary_key=True),
    Column("bewoner", ForeignKey("bewoner.id"), primary_key=True, index=True),
    van_wijk(),
)

# How well people understand a card, each time that it was shown anew, in steps and round numbers.
warmtekaart_stand = Table(
    "warmtekaart_stand",
    metadata,
    Column("kaart", ForeignKey("warmtekaart.id"), primary_key=True),
    Column("stemmen", Integer, primary_key=True, autoincrement=False),
    van_wijk(),
    Column("op", Date, nullable=False),  # in local time
    Column("delen", JSON, nullable=False),  # per answer what is shown of it, in the order of the rules
)

# A draft of a plan (buurtplan, wijkuitvoeringsplan) of which residents read and answer each section.
concept = Table(
    "concept",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("soort", String(20), nullable=False),
    Column("titel", String(100), nullable=False),
    Column("versie", Integer, nullable=False),
    verwijzing("concept", naam="vorige", nullable=True, unique=True),
    Column("tot", UtcMoment, nullable=False),  # until then one can react
    verwijzing("stuk", nullable=True),
    verwijzing("account", naam="gemaakt_door", nullable=True),  # NULL: from a file
    Column("gepubliceerd_op", UtcMoment),
    Index(None, "wijk", "id"),
)

conceptdeel = Table(
    "conceptdeel",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("concept"),
    Column("nummer", Integer, nullable=False),
    Column("titel", String(100), nullable=False),
    Column("tekst", Text, nullable=False),
    verwijzing("conceptdeel", naam="was", nullable=True),  # the same section in the version before
    UniqueConstraint("concept", "nummer"),
)

conceptantwoord = Table(
    "conceptantwoord",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("conceptdeel", index=True),
    Column("oordeel", String(20), nullable=False),
    Column("reden", Text),
    Column("weergave", Text),  # the words for the reactienota; NULL: those of who reacted
    Column("aantal", Integer, nullable=False),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
)

conceptreactie = Table(
    "conceptreactie",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("conceptdeel", index=True),
    verwijzing("bewoner", nullable=True, index=True),  # NULL: nobody said who it was
    verwijzing("account", naam="vastlegger", nullable=True),  # who typed it in for someone
    verwijzing("account", naam="vanaf", nullable=True),  # where who wrote it did so
    Column("tekst", Text, nullable=False),
    Column("op", UtcMoment, nullable=False),
    verwijzing("conceptantwoord", naam="antwoord", nullable=True, index=True),
    Index(None, "wijk", "antwoord"),
)

# "Ik doe niet mee": a full answer of a resident, which can be taken back.
nietmee = Table(
    "nietmee",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("bewoner", unique=True),
    verwijzing("account", naam="vastlegger", nullable=True),  # who recorded it at the door; NULL: the resident
    Column("op", UtcMoment, nullable=False),
)

# What not taking part means here, in the organisator's words.
nietmeetekst = Table(
    "nietmeetekst",
    metadata,
    eigen_id(),
    Column("wijk", Nummer, ForeignKey("wijk.id"), nullable=False, unique=True),
    Column("tekst", Text, nullable=False),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
)

# A resident's plan to renovate or move.
natuurlijkmoment = Table(
    "natuurlijkmoment",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("bewoner"),
    Column("wat", String(20), nullable=False),
    Column("van", Date, nullable=False),
    Column("tot", Date, nullable=False),
    Column("op", UtcMoment, nullable=False),
    UniqueConstraint("bewoner", "wat"),
)

# Works in some streets (none named: the whole wijk) with which a home's own plans can go along.
koppelkans = Table(
    "koppelkans",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("soort", String(20), nullable=False),
    Column("titel", String(100), nullable=False),
    Column("uitleg", String(600), nullable=False),
    Column("straten", JSON, nullable=False),
    Column("van", Date, nullable=False),
    Column("tot", Date, nullable=False),
    Column("door", String(100), nullable=False),
    Column("link", String(300)),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
    Column("ingetrokken_op", UtcMoment),
    Index(None, "wijk", "van"),
)
