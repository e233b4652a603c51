"""Tables of who is who: the wijk, its addresses, residents, accounts and roles, and what is asked at a door."""

import secrets

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
    String,
    Table,
    UniqueConstraint,
    text,
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

NOG_TE_ZETTEN = "gezet < gewenst"
"""SQL: a list of commands is still to be set."""

wijk = Table(
    "wijk",
    metadata,
    eigen_id(),
    publiek_id(),
    Column("naam", String(100), nullable=False),
    # name of its file of settings, and of its pages; NULL: the only one, or one that had no such file yet
    Column("sleutel", String(40), unique=True),
    # HMAC of a fixed text under the pepper: tells a lost or exchanged pepper before it voids every letter
    Column("peper_merk", LargeBinary(32)),
    # of the spelregels that hold; 0 before any was fixed
    Column("spelregels_versie", Integer, nullable=False, server_default="0"),
    Column("logsleutel", LargeBinary(32)),  # public key of the log: tells a lost or exchanged secret one
    Column("stil_sinds", UtcMoment),  # since when it has no settings, so that nothing of it runs; NULL: it runs
    Column("bewaren", JSON),  # the terms of its settings: they were promised, and hold without those settings too
)

# The demo's clock: one row, how far it was moved on.
klok = Table("klok", metadata, eigen_id(), Column("verzet_seconden", BigInteger, nullable=False))

huishouden = Table(
    "huishouden",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("sleutel", String(40), nullable=False),  # normalised postcode, number and addition
    Column("straat", String(100), nullable=False),
    Column("huisnummer", Integer, nullable=False),
    Column("toevoeging", String(10), nullable=False),
    Column("postcode", String(6), nullable=False),
    Column("eigendom", String(4)),
    Column("woningtype", String(40)),
    Column("bouwjaar", Integer),
    Column("volwassenen", Integer),  # NULL: unknown
    Column("plaats", String(80)),
    Column("buurtdeel", String(40)),  # part of the wijk, by which the spelregels may compare
    Column("taal", String(10)),  # asked for by the household: its letter says everything in this language too
    Column("na_bewijs", Nummer),  # the last evidence before others came to live there: unnamed people up to it are gone
    Column("geen_bezoek_tot", Date),  # someone there would rather have no visit: nobody rings up to this day
    CheckConstraint("eigendom IN ('koop', 'huur')", name="eigendom"),
    UniqueConstraint("wijk", "sleutel"),
    Index(None, "wijk", "straat"),
)

huishoudcode = Table(
    "huishoudcode",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("huishouden", index=True),
    Column("hmac", LargeBinary(32), nullable=False, unique=True),
    Column("gemaakt_op", UtcMoment, nullable=False),
    Column("ingetrokken_op", UtcMoment),
)

bewoner = Table(
    "bewoner",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("huishouden"),
    Column("stoel", Integer, nullable=False),  # 1 … seats of the household
    Column("sinds", UtcMoment, nullable=False),
    Column("tot", UtcMoment),  # lives there no more
    # what was known was erased: the seat stays taken, and counts on by its rows in `teltdoor`
    Column("gewist", Boolean, nullable=False, server_default=text("false")),
    een_tegelijk("huishouden", "stoel", zolang="tot IS NULL"),
    Index(None, "huishouden"),
    Index(None, "wijk", "tot", "huishouden"),  # who lives there, and who left, without the other wijken
    CheckConstraint("stoel >= 1", name="stoel"),
    index_zolang("ix_bewoner_gewist", "wijk", zolang="gewist"),
)

# Someone joined at an address where a seat was erased, and sits on that seat: is it another person?
plekvraag = Table(
    "plekvraag",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("bewoner"),
    Column("gevraagd_op", UtcMoment, nullable=False),
    Column("staat", String(10), nullable=False),
    verwijzing("account", naam="beantwoord_door", nullable=True),
    Column("beantwoord_op", UtcMoment),
    CheckConstraint("staat IN ('open', 'zelfde', 'ander', 'gewist')", name="staat"),
    een_tegelijk("bewoner", zolang="staat = 'open'"),
    Index(None, "wijk", "staat"),
)

# What residents say of themselves. A row without an answer: the question was put, and is not put again.
kennismaking = Table(
    "kennismaking",
    metadata,
    Column("bewoner", ForeignKey("bewoner.id"), primary_key=True),
    Column("vraag", String(20), primary_key=True),
    van_wijk(),
    Column("antwoord", String(100)),  # the name as typed, or what was chosen, with commas between
    Index(None, "wijk", "vraag"),
)

account = Table(
    "account",
    metadata,
    eigen_id(),
    Column("kanaal", String(20), nullable=False),
    Column("extern_id", String(40), nullable=False),
    verwijzing("bewoner", nullable=True, index=True),
    Column("taal", String(10)),
    Column("toestemming_versie", Integer),
    Column("toestemming_op", UtcMoment),
    Column("bereikbaar", Boolean, nullable=False, server_default=text("true")),
    # what nobody asked for goes to another account of the same resident
    Column("elders", Boolean, nullable=False, server_default=text("false")),
    verwijzing("wijk", naam="gekozen_wijk", nullable=True),  # in which they want to be, where they are in several
    Column("los_sinds", UtcMoment),  # the first night on which it was no resident's and had nothing here
    # a random name that nothing else knows, by which a backup knows that it was erased later; NULL once it was
    Column("wismerk", String(22), default=lambda: secrets.token_hex(11)),
    # how often its resident took their yes back, so that a backup knows of fewer
    Column("intrekkingen", Integer, nullable=False, server_default=text("0")),
    UniqueConstraint("kanaal", "extern_id"),
)

HOORT = account.c.bereikbaar & ~account.c.elders
"""Whom what nobody asked for goes to: of a resident with more accounts the one that they chose."""

# Who may do what, and where: `bereik` is a street of a straatcontact, a werkgroep (publiek_id) of a trekker, the
# geleding of who votes for one.
rol = Table(
    "rol",
    metadata,
    eigen_id(),
    van_wijk(),
    Column("publiek_id", String(22), unique=True),  # NULL: from the settings, and withdrawn there
    Column("kanaal", String(20), nullable=False),
    Column("extern_id", String(40), nullable=False),
    Column("rol", String(20), nullable=False),
    Column("bereik", String(100), nullable=False, default=""),  # empty: the whole wijk; NULL would not be unique
    Column("bron", String(12), nullable=False, server_default="instelling"),
    verwijzing("account", naam="toegekend_door", nullable=True),
    Column("toegekend_op", UtcMoment),
    Column("namens", String(100)),  # what someone represents in a geleding
    CheckConstraint("bron IN ('instelling', 'uitnodiging')", name="bron"),
    UniqueConstraint("wijk", "kanaal", "extern_id", "rol", "bereik", "bron"),
)

# An invitation to a role, good for one person and 48 hours. The secret of its link is kept as a hash.
roluitnodiging = Table(
    "roluitnodiging",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("merk", LargeBinary(32), nullable=False, unique=True),
    Column("rol", String(20), nullable=False),
    Column("bereik", String(100), nullable=False),
    Column("namens", String(100)),
    verwijzing("account", naam="gemaakt_door"),
    Column("gemaakt_op", UtcMoment, nullable=False),
    Column("verloopt_op", UtcMoment, nullable=False),
    Column("staat", String(12), nullable=False),
    verwijzing("account", naam="geeindigd_door", nullable=True),
    Column("geeindigd_op", UtcMoment),
    CheckConstraint("staat IN ('open', 'aangenomen', 'ingetrokken')", name="staat"),
    Index(None, "wijk", "staat"),
)

# The list of commands that the chat shows someone: which wish is the last, and which was carried out.
opdrachtmenu = Table(
    "opdrachtmenu",
    metadata,
    Column("account", ForeignKey("account.id"), primary_key=True),
    van_wijk(),
    Column("gewenst", Integer, nullable=False),
    Column("gezet", Integer, nullable=False, server_default="0"),
    Column("inhoud", String(32)),  # mark of the list that was set, so that the same is not set again
    Column("pogingen", Integer, nullable=False, server_default="0"),
    Column("niet_voor", UtcMoment, nullable=False),
    index_zolang("ix_opdrachtmenu_open", "niet_voor", "account", zolang=NOG_TE_ZETTEN),
)

# That someone came to a door, so that nobody rings twice. What stands here is about the address: who spoke is evidence.
bezoek = Table(
    "bezoek",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("huishouden"),
    Column("dag", Date, nullable=False),
    Column("uitkomst", String(10), nullable=False),
    UniqueConstraint("huishouden", "dag"),
    CheckConstraint("uitkomst IN ('gesproken', 'geweigerd', 'niet_thuis', 'later')", name="uitkomst"),
)

# Who goes past the doors, and at which one they stand: as long as `tot` has not come, no colleague rings there.
ronde = Table(
    "ronde",
    metadata,
    Column("account", ForeignKey("account.id"), primary_key=True),
    van_wijk(),
    verwijzing("huishouden"),
    Column("deel", String(6), nullable=False),
    Column("tot", UtcMoment, nullable=False),
    UniqueConstraint("huishouden"),
    CheckConstraint("deel IN ('alles', 'oneven', 'even')", name="deel"),
)

# In which order the doors of a street are walked past: chosen once.
looproute = Table(
    "looproute",
    metadata,
    Column("wijk", ForeignKey("wijk.id"), primary_key=True),
    Column("straat", String(100), primary_key=True),
    Column("wijze", String(10), nullable=False),
    CheckConstraint("wijze IN ('heen_terug', 'om_en_om')", name="wijze"),
)

codepoging = Table(
    "codepoging",
    metadata,
    eigen_id(),
    verwijzing("account"),
    Column("op", UtcMoment, nullable=False),
    Index(None, "account", "op"),
)

# What waits for a second person, 48 hours at most. Its content is emptied when it ends.
voorstel = Table(
    "voorstel",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("soort", String(30), nullable=False),
    Column("data", JSON, nullable=False),
    Column("velden", JSON, nullable=False),  # what people read about it
    verwijzing("account", naam="gemaakt_door"),
    Column("gemaakt_op", UtcMoment, nullable=False),
    Column("verloopt_op", UtcMoment, nullable=False),
    Column("staat", String(12), nullable=False),
    verwijzing("account", naam="besloten_door", nullable=True),
    Column("besloten_op", UtcMoment),
    CheckConstraint("staat IN ('open', 'bevestigd', 'afgewezen', 'ingetrokken', 'verlopen')", name="staat"),
    Index(None, "wijk", "staat"),
)
