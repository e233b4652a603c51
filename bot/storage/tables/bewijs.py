"""Tables of evidence and of the log that seals it."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
    text,
)

from bot.storage.tables.kolommen import (
    UtcMoment,
    een_tegelijk,
    eigen_id,
    index_zolang,
    metadata,
    publiek_id,
    van_wijk,
    verwijzing,
)

# Append-only. The leaf carries no personal data; its commitment is opened by the key and record in bewijs_prive.
bewijs = Table(
    "bewijs",
    metadata,
    eigen_id(),
    van_wijk(),
    Column("volgnummer", BigInteger),  # from 0 without gaps; NULL until the sequencer numbers it
    Column("blad", Text, nullable=False),  # canonical JSON
    Column("openbaar", Boolean, nullable=False, server_default=text("false")),  # what it says may be published
    Index(None, "wijk", "volgnummer", unique=True),
    index_zolang("ix_bewijs_ongenummerd", "wijk", "id", zolang="volgnummer IS NULL"),
)

# It is about one bewoner, about `aantal` unnamed people of a huishouden, or about unnamed heads at a meeting.
bewijs_prive = Table(
    "bewijs_prive",
    metadata,
    Column("bewijs", ForeignKey("bewijs.id"), primary_key=True),
    van_wijk(),
    verwijzing("bewoner", nullable=True),
    verwijzing("huishouden", nullable=True),
    Column("aantal", Integer),
    Column("soort", String(30), nullable=False),
    Column("onderwerp", String(22), nullable=False),  # publiek_id of the bijeenkomst, peiling or conversation
    Column("methode", String(20), nullable=False),
    verwijzing("account", naam="vastlegger", nullable=True),  # who recorded it; NULL: the resident
    Column("vervallen", Boolean, nullable=False, server_default=text("false")),  # a later leaf corrects it
    Column("sleutel", LargeBinary(32), nullable=False),
    Column("record", Text, nullable=False),  # canonical JSON; never what a person chose
    CheckConstraint("(bewoner IS NULL) = (aantal IS NOT NULL)", name="over"),
    CheckConstraint("aantal >= 0", name="aantal"),
    een_tegelijk("bewoner", "soort", "onderwerp", zolang="NOT vervallen"),
    # Who counts is read from these alone: with a million rows, a look at each takes seconds. Not partial: SQLite takes
    # such an index only for the very words `NOT vervallen`, and SQLAlchemy writes `vervallen = 0`.
    index_zolang("ix_bewijs_prive_vastlegger", "vastlegger", zolang="vastlegger IS NOT NULL"),
    Index("ix_bewijs_prive_telling", "wijk", "soort", "bewoner", "vervallen", "vastlegger"),
    Index("ix_bewijs_prive_onderwerp", "wijk", "onderwerp", "soort", "bewoner", "vervallen", "vastlegger"),
)

# By which random id a member of the team stands in sealed records. Erased with the account: then nobody knows any more.
vastlegger = Table(
    "vastlegger",
    metadata,
    van_wijk(),
    verwijzing("account"),
    Column("pseudoniem", String(22), nullable=False),  # two accounts of one person have the same
    PrimaryKeyConstraint("wijk", "account"),
)

# "This is not right": about something that was recorded of someone. What is personal leaves with its end.
correctieverzoek = Table(
    "correctieverzoek",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("bewijs"),
    verwijzing("bewoner", nullable=True, index=True),  # NULL once it has ended
    Column("wat", String(12), nullable=False),
    Column("tekst", String(400)),  # as typed; NULL once it has ended
    Column("antwoord", String(400)),  # of who looked at it, and does not agree; NULL once it has ended
    Column("bron", String(10), nullable=False),  # the resident, or the sample check
    Column("gevraagd_op", UtcMoment, nullable=False),
    verwijzing("account", naam="vanaf", nullable=True),  # where they asked; NULL: the sample check, or it has ended
    Column("staat", String(12), nullable=False),
    verwijzing("account", naam="behandeld_door", nullable=True),
    Column("behandeld_op", UtcMoment),
    CheckConstraint("wat IN ('niet', 'ander', 'anders', 'steekproef')", name="wat"),
    CheckConstraint("bron IN ('bewoner', 'steekproef')", name="bron"),
    CheckConstraint("staat IN ('open', 'beantwoord', 'rechtgezet', 'vervallen')", name="staat"),
    CheckConstraint("(bewoner IS NOT NULL) = (staat IN ('open', 'beantwoord'))", name="bewoner"),
    een_tegelijk("bewijs", zolang="bewoner IS NOT NULL"),
    Index(None, "wijk", "staat"),
)

# A random few of what staff recorded of residents, for an outsider to check. Drawn by the root of a signed head.
steekproef = Table(
    "steekproef",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("omvang", Integer, nullable=False),  # out of how many was drawn
    Column("grootte", BigInteger, nullable=False),  # of the head
    Column("wortel", LargeBinary(32), nullable=False),  # of the head
    verwijzing("account", naam="gemaakt_door"),
    Column("gemaakt_op", UtcMoment, nullable=False),
    Column("staat", String(10), nullable=False),
    Column("geeindigd_op", UtcMoment),
    Column("getoond", JSON, nullable=False),  # the messages in the chat of the outsider that show an address
    CheckConstraint("staat IN ('open', 'klaar', 'gestopt')", name="staat"),
    een_tegelijk("wijk", zolang="staat = 'open'"),
)

steekproefpost = Table(
    "steekproefpost",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("steekproef"),
    verwijzing("bewijs"),
    Column("volgorde", Integer, nullable=False),
    Column("uitkomst", String(12)),
    Column("op", UtcMoment),
    CheckConstraint("uitkomst IN ('klopt', 'klopt_niet', 'niet_bereikt')", name="uitkomst"),
    UniqueConstraint("steekproef", "bewijs"),
)

# How far the log of a wijk was numbered: the roots of the whole subtrees over it (`merkle.Groei`), 32 bytes each.
logstand = Table(
    "logstand",
    metadata,
    Column("wijk", ForeignKey("wijk.id"), primary_key=True),
    Column("grootte", BigInteger, nullable=False),
    Column("toppen", LargeBinary, nullable=False),
)

# The roots of whole subtrees over 256 leaves, 256 of those, and so on: by them a proof is made without reading the log.
logknoop = Table(
    "logknoop",
    metadata,
    Column("wijk", ForeignKey("wijk.id"), primary_key=True),
    Column("hoogte", SmallInteger, primary_key=True, autoincrement=False),
    Column("plek", BigInteger, primary_key=True, autoincrement=False),
    Column("hash", LargeBinary(32), nullable=False),
)

# A head of the log. The shell, which has the key, signs it.
ijkpunt = Table(
    "ijkpunt",
    metadata,
    eigen_id(),
    van_wijk(),
    Column("grootte", BigInteger, nullable=False),
    Column("wortel", LargeBinary(32), nullable=False),
    Column("dag", Date, nullable=False),
    Column("notitie", Text),  # the signed note
    UniqueConstraint("wijk", "grootte", "dag"),
)

# The private side of a leaf that says how the conditions stood: what opens its commitment. It is about nobody.
uitslag = Table(
    "uitslag",
    metadata,
    Column("bewijs", ForeignKey("bewijs.id"), primary_key=True),
    van_wijk(),
    Column("sleutel", LargeBinary(32), nullable=False),
    Column("record", Text, nullable=False),  # canonical JSON
)

# The closing of the process: its outcome is that leaf, and no other.
afsluiting = Table(
    "afsluiting",
    metadata,
    Column("wijk", ForeignKey("wijk.id"), primary_key=True),
    verwijzing("bewijs"),
    Column("op", UtcMoment, nullable=False),
    Column("opruimen_op", UtcMoment),  # when all that is personal goes, as the team was told; NULL: not planned yet
    Column("opgeruimd_op", UtcMoment),
)

# Who counts for a condition under a version of the rules, as its public leaf says without saying who.
telt = Table(
    "telt",
    metadata,
    eigen_id(),
    van_wijk(),
    Column("versie", Integer, nullable=False),
    Column("drempel", String(20), nullable=False),
    verwijzing("huishouden"),
    verwijzing("bewoner", nullable=True),  # NULL: the household is what counts
    Column("zelf", Boolean, nullable=False),  # also without what staff recorded
    verwijzing("bewijs"),
    verwijzing("bewijs", naam="vervallen_door", nullable=True),  # the leaf that says that it holds no more
    index_zolang("uq_telt_bewoner", "versie", "drempel", "bewoner", zolang="vervallen_door IS NULL", uniek=True),
    index_zolang(
        "uq_telt_huishouden",
        *("versie", "drempel", "huishouden"),
        zolang="vervallen_door IS NULL AND bewoner IS NULL",
        uniek=True,
    ),
    Index(None, "wijk", "versie", "drempel"),
    Index(None, "bewoner"),
    index_zolang("ix_telt_huishouden", "huishouden", zolang="vervallen_door IS NULL"),
)

# A seat of which all was erased counts on for a condition under a version: that it did, and not why, is all that stays.
teltdoor = Table(
    "teltdoor",
    metadata,
    van_wijk(),
    Column("bewoner", ForeignKey("bewoner.id"), primary_key=True),
    Column("versie", Integer, primary_key=True),
    Column("drempel", String(20), primary_key=True),
    Column("zelf", Boolean, nullable=False),  # also without what staff recorded
    Column("laat", Boolean, nullable=False, server_default=text("false")),  # only by what came after the closing
    Index(None, "wijk", "versie", "drempel"),
)
