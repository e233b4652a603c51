"""Tables of messages: what came in, what goes out and when, and what someone wants to hear."""

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
    text,
)

from bot.rules.weekmaat import ONDERWERPEN
from bot.storage.tables.kolommen import (
    Nummer,
    UtcMoment,
    eigen_id,
    index_zolang,
    metadata,
    publiek_id,
    spoor,
    van_wijk,
    verwijzing,
)

# Where a conversation stands: the form that a person is filling in, one in each wijk.
gesprek = Table(
    "gesprek",
    metadata,
    Column("account", ForeignKey("account.id"), primary_key=True),
    Column("wijk", ForeignKey("wijk.id"), primary_key=True),
    Column(
        "volgorde", Integer, nullable=False, server_default=text("0")
    ),  # of those of one account: the last is highest
    Column("soort", String(30), nullable=False),
    Column("stap", String(30), nullable=False),
    Column("data", JSON, nullable=False),
    Column("geweigerd_op", UtcMoment),  # when a long text was sent that could not be taken: a phone cuts those in two
)

OPEN = "staat IN ('ontvangen', 'verwerkt')"
"""SQL: an update still is to be handled or answered."""
IN_HAND = f"{OPEN} AND proces IS NOT NULL"
"""SQL: and a process has it, which may be dead."""
LOOPT = "(voortgang IS NOT NULL OR (klaar_op IS NULL AND staat IN ('bezig', 'gestopt')))"
"""SQL: the maker of a broadcast must still see something of it."""

inbox = Table(
    "inbox",
    metadata,
    eigen_id(),
    Column("kanaal", String(20), nullable=False),
    Column("bot", String(40), nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("rij", String(60), nullable=False),  # its queue: the chat, or for a poll answer the user
    Column("staat", String(10), nullable=False),  # ontvangen, verwerkt (answer stored), klaar, mislukt
    Column("inhoud", Text),  # the update as it came; emptied when done
    Column("antwoord", Text),  # kind and data, written together with the effect; emptied when sent
    Column("ontvangen_op", UtcMoment, nullable=False),
    Column("berichten", JSON),  # ids in someone's own chat, not for long: what they sent or tapped, and the answer
    Column("proces", Nummer),  # who handles it, where several processes do (bot.storage.postverdeling); it may be dead
    UniqueConstraint("kanaal", "bot", "update_id"),
    CheckConstraint("staat IN ('ontvangen', 'verwerkt', 'klaar', 'mislukt')", name="staat"),
    # one process looks once, at its start: there these would only cost
    index_zolang("ix_inbox_open", "id", zolang=OPEN).ddl_if(dialect="postgresql"),
    index_zolang("ix_inbox_in_hand", "proces", zolang=IN_HAND).ddl_if(dialect="postgresql"),
)

# A message from staff to many: it waits for a second person or its moment, goes out in chunks, and ends as a report.
uitzending = Table(
    "uitzending",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("inhoud", JSON, nullable=False),  # what residents see, in the form of Boodschap.data
    Column("doelgroep", JSON, nullable=False),  # whom it is for: all of these conditions together
    Column("aantal", Integer, nullable=False),  # how many it was for when it was confirmed
    verwijzing("account", naam="gemaakt_door"),
    Column("gemaakt_op", UtcMoment, nullable=False),
    Column("moment", UtcMoment, nullable=False),  # as people see it: when it goes
    Column("staat", String(12), nullable=False),
    Column("begonnen_op", UtcMoment),  # as people see it, like the next
    Column("klaar_op", UtcMoment),
    Column("voortgang", BigInteger),  # the message in the maker's chat that shows how it goes
    Column("tellingen", JSON),  # how it ended, once its messages are gone; NULL: they are counted
    CheckConstraint("staat IN ('wacht', 'gepland', 'bezig', 'klaar', 'gestopt', 'afgezegd')", name="staat"),
    Index(None, "wijk", "staat"),
    index_zolang("ix_uitzending_loopt", "id", zolang=LOOPT),
)

# How far sending came: goes up with every claim, and is remembered outside the database too (bot.channels.tijdvak).
# A database that knows less than that is a restored backup, and begins a new row.
tijdvak = Table(
    "tijdvak",
    metadata,
    Column("nr", Integer, primary_key=True, autoincrement=False),
    Column("merk", String(22), nullable=False, unique=True),  # 128 random bits: a number alone comes back
    Column("teller", BigInteger, nullable=False),
    Column("begonnen_op", UtcMoment, nullable=False),
)

# One row for each line of the list of what was erased (bot.channels.wislijst); `merk` until it stands there.
wissing = Table("wissing", metadata, eigen_id(), Column("merk", String(22)))

outbox = Table(
    "outbox",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("account"),
    Column("sleutel", String(80), nullable=False, unique=True),  # what, whom, which moment: written twice is once
    Column("soort", String(40), nullable=False),
    Column("data", JSON, nullable=False),  # of a broadcast only what differs: the rest is `uitzending.inhoud`
    verwijzing("uitzending", nullable=True),
    Column("wekker", ForeignKey("wekker.id")),  # the alarm that it comes from, where it went to many
    Column("herhaalt", ForeignKey("outbox.id")),  # the message that it says once more; each is repeated once
    Column("kanaal", String(20), nullable=False),  # that of the account: each channel claims its own
    Column("baan", SmallInteger, nullable=False),  # bot.rules.pacing.Baan
    Column("niet_na", UtcMoment),  # as people see it: from then on it makes no sense any more
    Column("ongevraagd_op", UtcMoment),  # as people see it: nobody asked for it, and it counts for the week
    Column("staat", String(10), nullable=False),
    Column("lease_nr", Integer, nullable=False, server_default="0"),
    Column("lease_tot", UtcMoment),
    Column("pogingen", Integer, nullable=False, server_default="0"),
    Column("niet_voor", UtcMoment, nullable=False),
    Column("bericht_id", BigInteger),  # of a row that still waits: the message in the chat that it changes
    Column("reden", String(200)),
    spoor(),
    CheckConstraint("staat IN ('wachtend', 'bezig', 'verzonden', 'mislukt', 'onzeker')", name="staat"),
    # the condition stands in each query word for word, or SQLite does not see that the index fits
    index_zolang("ix_outbox_wachtend", "kanaal", "baan", "niet_voor", "id", zolang="staat = 'wachtend'"),
    Index(None, "account"),
    index_zolang("ix_outbox_bezig", "lease_tot", zolang="staat = 'bezig'"),
    index_zolang("ix_outbox_ongevraagd", "account", "ongevraagd_op", zolang="ongevraagd_op IS NOT NULL"),
    index_zolang("ix_outbox_uitzending", "uitzending", "staat", "herhaalt", zolang="uitzending IS NOT NULL"),
    index_zolang("ix_outbox_herhaalt", "herhaalt", zolang="herhaalt IS NOT NULL", uniek=True),
    # what did not arrive, or perhaps not, by where it came from: /verzending counts over this index alone
    index_zolang(
        "ix_outbox_mis",
        *("wijk", "wekker", "soort", "staat", "reden", "herhaalt"),
        zolang="staat IN ('mislukt', 'onzeker')",
    ),
)

# What stays of messages that were kept long enough: how many did not arrive, or perhaps not, by where they came from.
verzendtelling = Table(
    "verzendtelling",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("wekker", nullable=True),  # NULL: what went to one person each
    Column("staat", String(10), nullable=False),
    Column("reden", String(200)),
    Column("aantal", Integer, nullable=False),
    Index(None, "wijk"),
)

# A picture of ours that a chat network has, and by which id it sends it again: to one bot only, and not for ever.
netbestand = Table(
    "netbestand",
    metadata,
    eigen_id(),
    Column("bot", String(40), nullable=False),
    Column("merk", LargeBinary(32), nullable=False),  # SHA-256 of how it is shown and what is in it
    Column("file_id", String(200), nullable=False),
    Column("op", UtcMoment, nullable=False),
    UniqueConstraint("bot", "merk"),
)

# Messages that still must leave the chat of who was erased: the outbox knew them. The row goes with the call.
chatwissing = Table(
    "chatwissing",
    metadata,
    eigen_id(),
    van_wijk(),
    Column("kanaal", String(20), nullable=False),
    Column("extern_id", String(40), nullable=False),
    Column("berichten", JSON, nullable=False),  # ids in that chat, the newest first
    Column("op", UtcMoment, nullable=False),
)

# What an account wants to hear without asking, and when. Who has no row hears all, at once.
voorkeur = Table(
    "voorkeur",
    metadata,
    Column("account", ForeignKey("account.id"), primary_key=True),
    *(Column(over, Boolean, nullable=False, server_default=text("true")) for over in ONDERWERPEN),
    Column("wekelijks", Boolean, nullable=False, server_default=text("false")),  # together, once a week
    Column("gestopt", Boolean, nullable=False, server_default=text("false")),  # nothing at all
)

# What waits for someone because they heard enough this week, or hear it once a week; gone when it goes.
bewaard = Table(
    "bewaard",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("account"),
    Column("sleutel", String(80), nullable=False),  # that of the outbox, without the account
    Column("soort", String(40), nullable=False),
    Column("data", JSON, nullable=False),  # of a broadcast only what differs: the rest is `uitzending.inhoud`
    Column("onderwerp", String(22), nullable=False),  # publiek_id of what it is about; empty when it has none
    verwijzing("uitzending", nullable=True),
    Column("over", String(20), nullable=False),  # bot.rules.weekmaat.Onderwerp
    Column("niet_na", UtcMoment),  # as people see it, like those below: from then on it makes no sense any more
    Column("uiterlijk", UtcMoment),  # when it must go, whatever else there was this week
    Column("bundel_op", UtcMoment, nullable=False),  # when it may go
    UniqueConstraint("account", "sleutel"),
    Index(None, "wijk", "bundel_op"),
    index_zolang("ix_bewaard_uitzending", "uitzending", zolang="uitzending IS NOT NULL"),
)

# Who was asked once more to vote, while the poll is open: nobody is asked so twice, however it came.
aansporing = Table(
    "aansporing",
    metadata,
    Column("peiling", ForeignKey("peiling.id"), primary_key=True),
    Column("account", ForeignKey("account.id"), primary_key=True),
    van_wijk(),
)

# What the members of a werkgroep are reminded of, once or again and again.
herinnering = Table(
    "herinnering",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("werkgroep", index=True),
    Column("tekst", String(300), nullable=False),
    Column("herhaling", JSON, nullable=False),  # bot.rules.herhaling.Herhaling
    Column("volgende", UtcMoment),  # the time that its alarm stands for, also when that was moved; NULL: no more
    verwijzing("account", naam="gemaakt_door"),
)

# What must still happen at a moment: an announcement, a reminder, the closing of a poll. A fan-out goes in chunks
# of accounts; `na_account` says how far it came.
wekker = Table(
    "wekker",
    metadata,
    eigen_id(),
    van_wijk(),
    Column("soort", String(30), nullable=False),
    Column("onderwerp", Nummer, nullable=False),  # id of the bijeenkomst or peiling
    Column("moment", UtcMoment, nullable=False),
    Column("na_account", Nummer, nullable=False, server_default="0"),
    Column("gedaan_op", UtcMoment),
    # why it was not done; NULL: it was, or is still to come. 'hersteld': it was due in a restored backup, and what it
    # tells people waits for staff
    Column("afloop", String(12)),
    Column("verzet", Boolean, nullable=False, server_default=text("false")),  # staff moved it by hand
    spoor(),
    CheckConstraint("afloop IN ('te_laat', 'geannuleerd', 'hersteld')", name="afloop"),
    UniqueConstraint("soort", "onderwerp", "moment"),
    Index(None, "gedaan_op", "moment"),
)
