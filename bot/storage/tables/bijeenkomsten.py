"""Tables of bijeenkomsten: who comes, the door, the programme, questions and what was thought of it."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    SmallInteger,
    String,
    Table,
    Text,
    UniqueConstraint,
)

from bot.storage.tables.kolommen import (
    UtcMoment,
    doelgroepkolommen,
    eigen_id,
    metadata,
    publiek_id,
    van_wijk,
    verwijzing,
)

bijeenkomst = Table(
    "bijeenkomst",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("soort", String(30), nullable=False),
    Column("titel", String(100), nullable=False),
    Column("begin", UtcMoment, nullable=False),
    Column("plaats", String(200), nullable=False),
    Column("ruimte_voor_vragen", Boolean, nullable=False),
    Column("deurgeheim", LargeBinary(32), nullable=False),  # the codes at the door are made from it
    Column("deur_dicht_op", UtcMoment),  # closed by staff, or by itself some hours after the beginning
    Column("deurpagina", String(22), unique=True),  # the random name of the page to project, while there is one
    verwijzing("account", naam="gemaakt_door"),
    Column("eind", UtcMoment),  # NULL: nobody said
    Column("capaciteit", Integer),  # NULL: no limit
    Column("gasten_max", Integer, nullable=False, server_default="0"),
    Column("zonder_telefoon", Integer, nullable=False, server_default="0"),  # places kept by staff, for no one by name
    Column("breedtegraad", Integer),  # in millionths of a degree
    Column("lengtegraad", Integer),
    Column("foto", String(200)),  # the chat network's id of a picture
    Column("link", String(300)),  # of an online one: only who signed up gets it, shortly before
    Column("reeks", String(22), index=True),  # what the meetings of one series share
    Column("versie", Integer, nullable=False, server_default="0"),  # goes up with every change
    Column("afgelast_op", UtcMoment),
    Column("afgelast_reden", String(200)),
    CheckConstraint("capaciteit >= 1", name="capaciteit"),
    CheckConstraint("gasten_max BETWEEN 0 AND 3", name="gasten_max"),
    CheckConstraint("zonder_telefoon >= 0", name="zonder_telefoon"),
    *doelgroepkolommen(),
    Index(None, "wijk", "begin"),
)

# A message that shows the QR of a door and is made anew by the tick, for as long as who tapped keeps it on.
deurscherm = Table(
    "deurscherm",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("account"),
    verwijzing("bijeenkomst"),
    Column("bericht_id", BigInteger, nullable=False),  # in the private chat of the account
    Column("getoond_tot", UtcMoment, nullable=False),  # until when the code that stands there is the newest
    Column("tot", UtcMoment, nullable=False),
    UniqueConstraint("account", "bericht_id"),
)

# A code on the sign-in sheet of a meeting, and the seat for which it was printed.
tekencode = Table(
    "tekencode",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("bijeenkomst"),
    verwijzing("huishouden"),
    Column("stoel", SmallInteger, nullable=False),
    Column("hmac", LargeBinary(32), nullable=False),
    Column("code", String(4)),  # as it was typed over, until it counts: who confirms finds the sheet by it
    verwijzing("account", naam="invoerder", nullable=True),
    verwijzing("voorstel", nullable=True),  # in which a second person was asked
    CheckConstraint("(code IS NULL) = (invoerder IS NULL)", name="code"),
    UniqueConstraint("wijk", "hmac"),
    Index(None, "bijeenkomst"),
    Index(None, "huishouden", "stoel"),
)

# What changed in a meeting, or in those of a series from one on, as people are told it; a cancellation too.
bijeenkomst_wijziging = Table(
    "bijeenkomst_wijziging",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("bijeenkomst", index=True),  # the first that it is about
    Column("data", JSON, nullable=False),
    Column("op", UtcMoment, nullable=False),
)

# A point of the agenda of a meeting.
agendapunt = Table(
    "agendapunt",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("bijeenkomst"),
    Column("volgorde", Integer, nullable=False),
    Column("om", String(5)),  # local time, as 19:30
    Column("titel", String(100), nullable=False),
    Column("minuten", Integer),
    Column("vragen", Boolean, nullable=False),  # here is time for questions
    UniqueConstraint("bijeenkomst", "volgorde"),
)

# An answer to what was asked at a meeting, or elsewhere. Everyone reads it once it is published, in these words.
vraagbaak = Table(
    "vraagbaak",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("bijeenkomst", nullable=True, index=True),
    Column("vraag", String(300)),  # as everyone reads it; NULL: nobody wrote that yet
    Column("gegeven", Text),  # the answer as who asked got it; NULL: nobody asked
    Column("antwoord", Text, nullable=False),  # as everyone reads it
    Column("hoe", String(5), nullable=False),
    Column("aantal", Integer, nullable=False),  # so many people asked; stays when one is erased
    Column("taal", String(8), nullable=False, server_default="nl"),  # that who answered reads
    verwijzing("account", naam="gemaakt_door"),
    Column("op", UtcMoment, nullable=False),
    Column("gepubliceerd_op", UtcMoment),
    verwijzing("account", naam="gepubliceerd_door", nullable=True),
    CheckConstraint("hoe IN ('zaal', 'later')", name="hoe"),
    CheckConstraint("gepubliceerd_op IS NULL OR vraag IS NOT NULL", name="vraag"),
    Index(None, "wijk", "gepubliceerd_op"),
)

# What someone asks at a meeting. Questions that say the same share `samen`: the publiek_id of one of them.
bijeenkomstvraag = Table(
    "bijeenkomstvraag",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("bijeenkomst"),
    verwijzing("bewoner", nullable=True, index=True),  # NULL: somebody without a name
    Column("tekst", String(500), nullable=False),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="vastlegger", nullable=True),  # who typed it for them; NULL: they did
    verwijzing("account", naam="vanaf", nullable=True),  # and then where
    Column("samen", String(22), nullable=False),
    verwijzing("vraagbaak", naam="antwoord", nullable=True, index=True),
    CheckConstraint("bewoner IS NOT NULL OR vastlegger IS NOT NULL", name="van"),
    Index(None, "bijeenkomst", "samen"),
)

# What someone thought of a meeting has a random key, no time and no person. What they wrote is a row of its own.
tevredenheid = Table(
    "tevredenheid",
    metadata,
    Column("sleutel", LargeBinary(16), primary_key=True),
    van_wijk(),
    verwijzing("bijeenkomst", index=True),
    Column("duidelijk", SmallInteger),
    Column("gehoord", String(5)),  # whether they could ask their question; NULL: it was not asked
    Column("tekst", String(500)),
    CheckConstraint("(duidelijk IS NULL) = (tekst IS NOT NULL)", name="tekst"),
    CheckConstraint("duidelijk BETWEEN 1 AND 5", name="duidelijk"),
    CheckConstraint("gehoord IN ('ja', 'deels', 'nee', 'geen')", name="gehoord"),
    sqlite_with_rowid=False,
)

# That a resident said what they thought of a meeting, so that nobody does twice; `tekst`: they wrote something too.
tevredenheid_gedaan = Table(
    "tevredenheid_gedaan",
    metadata,
    Column("bijeenkomst", ForeignKey("bijeenkomst.id"), primary_key=True),
    Column("bewoner", ForeignKey("bewoner.id"), primary_key=True),
    van_wijk(),
    Column("tekst", Boolean, nullable=False),
)

# The report of a meeting, for who was there.
verslag = Table(
    "verslag",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("bijeenkomst", unique=True),
    Column("tekst", Text, nullable=False),
    verwijzing("stuk", nullable=True),
    verwijzing("account", naam="gemaakt_door"),
    Column("op", UtcMoment, nullable=False),
)

# A photo of a meeting, for who was there. Who declared that all who can be recognised agreed, stays when it goes.
verslagfoto = Table(
    "verslagfoto",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("bijeenkomst", index=True),
    Column("file_id", String(200), nullable=False),  # the chat network's id; empty once it was withdrawn
    verwijzing("account", naam="toestemming_door"),
    Column("toestemming_op", UtcMoment, nullable=False),
    Column("ingetrokken_op", UtcMoment),
    verwijzing("account", naam="ingetrokken_door", nullable=True),
)

# `plek` is NULL for who does not come. A waiting number is never given twice, also when its holder has gone.
aanmelding = Table(
    "aanmelding",
    metadata,
    Column("bijeenkomst", ForeignKey("bijeenkomst.id"), primary_key=True),
    Column("bewoner", ForeignKey("bewoner.id"), primary_key=True),
    van_wijk(),
    Column("antwoord", String(10), nullable=False),
    Column("gasten", Integer, nullable=False, server_default="0"),
    Column("plek", String(10)),
    Column("volgnummer", Integer),
    Column("aangeboden_tot", UtcMoment),
    CheckConstraint("antwoord IN ('ja', 'misschien', 'nee')", name="antwoord"),
    CheckConstraint("plek IN ('in', 'wacht', 'aangeboden', 'verlopen')", name="plek"),
    CheckConstraint("gasten BETWEEN 0 AND 3", name="gasten"),
)
