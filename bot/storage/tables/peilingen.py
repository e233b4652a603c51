"""Tables of peilingen and their ballots."""

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

from bot.storage.tables.kolommen import (
    UtcMoment,
    doelgroepkolommen,
    eigen_id,
    index_zolang,
    kiezerkolommen,
    metadata,
    publiek_id,
    van_wijk,
    verwijzing,
)

peiling = Table(
    "peiling",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("vraag", String(300), nullable=False),
    Column("over_besluit", Boolean, nullable=False),
    Column("methode", String(20), nullable=False, server_default="keuze"),
    Column("instellingen", JSON, nullable=False),  # what was fixed beside the options; its method reads it
    Column("live", Boolean, nullable=False, server_default=text("false")),  # who voted sees before closing how it goes
    Column("opent_op", UtcMoment),  # NULL: one could vote as soon as it was made
    Column("sluit_op", UtcMoment, nullable=False),
    Column("gesloten_op", UtcMoment),  # before sluit_op when staff closed it early
    Column("ingetrokken", Boolean, nullable=False, server_default=text("false")),  # closed without a result
    # who took part sees afterwards who chose what: then what joins a ballot to its voter stays after closing
    Column("met_naam", Boolean, nullable=False, server_default=text("false")),
    Column("per_adres", Boolean, nullable=False, server_default=text("false")),  # an address has one ballot: its last
    # who hears the result and may look it up: whom it was for, who took part, or all of the wijk
    Column("uitslag_naar", String(10), nullable=False, server_default="doelgroep"),
    Column("minste_stemmen", Integer),  # with fewer the result does not hold, as was said beforehand
    # how many of its ballots came on paper, once it closed; 0 until then; NULL when none were made on paper
    Column("op_papier", Integer),
    Column("weging", String(10), nullable=False, server_default="ieder"),  # bot.rules.geleding
    Column("bezet", JSON(none_as_null=True)),  # the geledingen that had someone in them when it closed
    verwijzing("peiling", naam="vervolg_op", nullable=True),  # the same was asked before, in that poll
    # the same for who opens the link of a school or vereniging: shown apart from that poll, and in no list of polls
    verwijzing("peiling", naam="naast", nullable=True, index=True),
    Column("school", String(60)),
    # of what changed while it was open there is a new version in its place: which one it came for, and what changed
    Column("vervangt", ForeignKey("peiling.id"), unique=True),
    Column("versie", Integer, nullable=False, server_default="1"),
    Column("wijziging", String(300)),
    Column("vooruit", String(300)),  # about the decision before its stage: why
    Column("taal", String(8), nullable=False, server_default="nl"),  # that its maker reads, when it was made
    verwijzing("account", naam="gemaakt_door"),
    *doelgroepkolommen(),
    Index(None, "wijk", "sluit_op"),
)

# The answers to the form of a poll that its maker put away, to go on with later.
peilingconcept = Table(
    "peilingconcept",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("account", index=True),
    Column("data", JSON, nullable=False),
    Column("bewaard_op", UtcMoment, nullable=False),
)

peiling_optie = Table(
    "peiling_optie",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("peiling", index=True),
    Column("volgorde", Integer, nullable=False),
    Column("tekst", String(100), nullable=False),
    Column("later", Boolean, nullable=False, server_default=text("false")),  # added while people voted
)

# What someone brought in to a poll. Who, and in which words, stands here until staff judged it; then only what became
# of it: nobody can see later whose option one was.
aandraging = Table(
    "aandraging",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("peiling", index=True),
    verwijzing("bewoner", nullable=True, index=True),
    verwijzing("account", nullable=True, index=True),
    Column("tekst", String(100)),
    Column("staat", String(12), nullable=False, server_default="wacht"),
    CheckConstraint("staat IN ('wacht', 'erbij', 'samengevoegd', 'niet', 'te_laat')", name="staat"),
    CheckConstraint("(staat = 'wacht') = (tekst IS NOT NULL)", name="tekst"),
    CheckConstraint("(staat = 'wacht') = (bewoner IS NOT NULL OR account IS NOT NULL)", name="van"),
    CheckConstraint("bewoner IS NULL OR account IS NULL", name="kiezer"),
)

# How much someone brought in to an open poll, so that nobody brings in more than may be; gone at closing.
aandraagteller = Table(
    "aandraagteller",
    metadata,
    eigen_id(),
    van_wijk(),
    *kiezerkolommen(),
    Column("aantal", Integer, nullable=False),
)

# A ballot has a random key, no time and no person. Without a rowid SQLite keeps it in order of key, not of arrival.
stembiljet = Table(
    "stembiljet",
    metadata,
    Column("sleutel", LargeBinary(16), primary_key=True),
    van_wijk(),
    verwijzing("peiling", index=True),
    Column("inhoud", Text, nullable=False),  # what was chosen, as canonical JSON that the poll's method reads
    Column("geleding", String(20)),  # in a poll of the geledingen: for which it was cast
    sqlite_with_rowid=False,
)

# What joins a ballot to its voter, so that a vote can change; deleted when the poll closes, but for one with names. Who
# votes is a resident, or an account without a home here.
stemkoppeling = Table(
    "stemkoppeling",
    metadata,
    Column("stembiljet", ForeignKey("stembiljet.sleutel"), primary_key=True),
    van_wijk(),
    *kiezerkolommen(),
    verwijzing("huishouden", nullable=True),  # the address that it is of, where each address has one ballot
    Index(None, "peiling", "huishouden", unique=True),
    index_zolang("ix_stemkoppeling_account", "account", zolang="account IS NOT NULL"),
    sqlite_with_rowid=False,
)

# A ballot that its voter has not finished: it does not count, and goes at closing. What counted before it still does.
stemconcept = Table(
    "stemconcept",
    metadata,
    eigen_id(),
    van_wijk(),
    *kiezerkolommen(),
    Column("inhoud", Text, nullable=False),
)

# How an open poll went when it was last shown; replaced in steps, gone at closing.
tussenstand = Table(
    "tussenstand",
    metadata,
    Column("peiling", ForeignKey("peiling.id"), primary_key=True),
    van_wijk(),
    Column("stemmen", Integer, nullable=False),
    Column("delen", JSON, nullable=False),  # percentages, in the order of the options
)

# The message about a poll in the group of its werkgroep. The row goes when the message says how it ended.
peilingkaart = Table(
    "peilingkaart",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("peiling", nullable=True),
    verwijzing("bijeenkomst", nullable=True),
    verwijzing("groepschat", nullable=True, index=True),  # NULL: the group was let go; the message must say so
    verwijzing("account", naam="voor"),  # who hears it when the message cannot be there
    Column("kanaal", String(20), nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("onderwerp", BigInteger),
    Column("bericht_id", BigInteger),  # NULL: there is none, or not any more
    Column("gestuurd", SmallInteger, nullable=False, server_default=text("0")),  # how often it went as a new message
    Column("getoond", String(64)),  # hash of what it shows
    Column("opgegeven", Boolean, nullable=False, server_default=text("false")),
    UniqueConstraint("peiling", "kanaal", "chat"),
    UniqueConstraint("bijeenkomst", "kanaal", "chat"),
    CheckConstraint("(peiling IS NULL) <> (bijeenkomst IS NULL)", name="over"),
)
