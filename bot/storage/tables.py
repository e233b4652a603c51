"""Every table there is, and nothing that reads or writes them. Each that belongs to a wijk carries it.

Integers are ids inside; `publiek_id` (22 characters, 128 random bits) is what a button, a link or an export may show.
"""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    String,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

from bot.rules.weekmaat import ONDERWERPEN

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


class UtcMoment(TypeDecorator[datetime]):
    """A moment in UTC. Naive values are refused: SQLite would drop the offset without a word."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware moment into UTC, in the form that the database keeps."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"a moment without a time zone: {value!r}")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give an aware moment in UTC."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


_Id = BigInteger().with_variant(Integer, "sqlite")


def _id() -> Column[int]:
    return Column("id", _Id, primary_key=True)


def _publiek_id() -> Column[str]:
    return Column("publiek_id", String(22), nullable=False, unique=True)


def _wijk() -> Column[int]:
    return Column("wijk", ForeignKey("wijk.id"), nullable=False)


def _naar(tabel: str, *, naam: str | None = None, **opties: Any) -> Column[int]:
    return Column(naam or tabel, ForeignKey(f"{tabel}.id"), **{"nullable": False, **opties})


def doelgroepkolommen() -> list[Column[str]]:
    """Return the columns that say for whom something is (`bot.rules.doelgroep`)."""
    return [
        Column("doelgroep", String(10), nullable=False, default="wijk"),
        Column("doelgroep_bereik", String(100), nullable=False, default=""),
    ]


def _kiezer() -> list[Any]:
    """Who has something in a poll, once: a resident, or an account without a home here."""
    return [
        _naar("peiling"),
        _naar("bewoner", nullable=True),
        _naar("account", nullable=True),
        UniqueConstraint("peiling", "bewoner"),
        UniqueConstraint("peiling", "account"),
        CheckConstraint("(bewoner IS NULL) <> (account IS NULL)", name="kiezer"),
    ]


def _een_tegelijk(*kolommen: str, zolang: str) -> Index:
    return Index(None, *kolommen, unique=True, sqlite_where=text(zolang), postgresql_where=text(zolang))


def _zolang(naam: str, *kolommen: str, zolang: str, uniek: bool = False) -> Index:
    return Index(naam, *kolommen, unique=uniek, sqlite_where=text(zolang), postgresql_where=text(zolang))


wijk = Table(
    "wijk",
    metadata,
    _id(),
    _publiek_id(),
    Column("naam", String(100), nullable=False),
    # HMAC of a fixed text under the pepper: tells a lost or exchanged pepper before it voids every letter
    Column("peper_merk", LargeBinary(32)),
    # of the spelregels that hold; 0 before any was fixed
    Column("spelregels_versie", Integer, nullable=False, server_default="0"),
    Column("logsleutel", LargeBinary(32)),  # public key of the log: tells a lost or exchanged secret one
)

# One version is one row; the newest may still be a concept.
spelregels = Table(
    "spelregels",
    metadata,
    _id(),
    _wijk(),
    Column("versie", Integer, nullable=False),
    Column("inhoud", Text, nullable=False),  # canonical JSON; of a concept with version 0 in it
    Column("uit_instellingen", Boolean, nullable=False),  # a concept that follows the settings until someone changes it
    Column("vastgesteld_op", UtcMoment),
    Column("na_bewijs", _Id),  # of the first that was fixed: the last evidence before it, which counts for no version
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
    _id(),
    _wijk(),
    _publiek_id(),
    Column("versie", Integer, nullable=False),
    Column("vraag", String(200), nullable=False),
    Column("antwoord", String(1000), nullable=False),
    Column("aantal", Integer, nullable=False),  # so many people asked it; stays when one withdraws or is erased
    _naar("account", naam="gemaakt_door"),
    Column("op", UtcMoment, nullable=False),
    Index(None, "wijk", "id"),
)

# What a resident asks or remarks about a concept; the row goes when they withdraw it.
spelregelreactie = Table(
    "spelregelreactie",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("versie", Integer, nullable=False),
    _naar("bewoner", index=True),
    Column("tekst", String(1000), nullable=False),
    Column("op", UtcMoment, nullable=False),
    _naar("spelregelantwoord", naam="antwoord", nullable=True),
    Index(None, "wijk", "antwoord"),
)

# The demo's clock: one row, how far it was moved on.
klok = Table("klok", metadata, _id(), Column("verzet_seconden", BigInteger, nullable=False))

huishouden = Table(
    "huishouden",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
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
    Column("na_bewijs", _Id),  # the last evidence before others came to live there: unnamed people up to it are gone
    CheckConstraint("eigendom IN ('koop', 'huur')", name="eigendom"),
    UniqueConstraint("wijk", "sleutel"),
)

huishoudcode = Table(
    "huishoudcode",
    metadata,
    _id(),
    _wijk(),
    _naar("huishouden", index=True),
    Column("hmac", LargeBinary(32), nullable=False, unique=True),
    Column("gemaakt_op", UtcMoment, nullable=False),
    Column("ingetrokken_op", UtcMoment),
)

bewoner = Table(
    "bewoner",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("huishouden"),
    Column("stoel", Integer, nullable=False),  # 1 … seats of the household
    Column("sinds", UtcMoment, nullable=False),
    Column("tot", UtcMoment),  # lives there no more
    # what was known was erased: the seat stays taken, and counts on by its rows in `teltdoor`
    Column("gewist", Boolean, nullable=False, server_default=text("false")),
    _een_tegelijk("huishouden", "stoel", zolang="tot IS NULL"),
    Index(None, "huishouden"),
    CheckConstraint("stoel >= 1", name="stoel"),
    _zolang("ix_bewoner_gewist", "wijk", zolang="gewist"),
)

# Someone joined at an address where a seat was erased, and sits on that seat: is it another person?
plekvraag = Table(
    "plekvraag",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("bewoner"),
    Column("gevraagd_op", UtcMoment, nullable=False),
    Column("staat", String(10), nullable=False),
    _naar("account", naam="beantwoord_door", nullable=True),
    Column("beantwoord_op", UtcMoment),
    CheckConstraint("staat IN ('open', 'zelfde', 'ander', 'gewist')", name="staat"),
    _een_tegelijk("bewoner", zolang="staat = 'open'"),
    Index(None, "wijk", "staat"),
)

# What residents say of themselves. A row without an answer: the question was put, and is not put again.
kennismaking = Table(
    "kennismaking",
    metadata,
    Column("bewoner", ForeignKey("bewoner.id"), primary_key=True),
    Column("vraag", String(20), primary_key=True),
    _wijk(),
    Column("antwoord", String(100)),  # the name as typed, or what was chosen, with commas between
)

account = Table(
    "account",
    metadata,
    _id(),
    Column("kanaal", String(20), nullable=False),
    Column("extern_id", String(40), nullable=False),
    _naar("bewoner", nullable=True, index=True),
    Column("taal", String(10)),
    Column("toestemming_versie", Integer),
    Column("toestemming_op", UtcMoment),
    Column("bereikbaar", Boolean, nullable=False, server_default=text("true")),
    UniqueConstraint("kanaal", "extern_id"),
)

# Who may do what, and where: `bereik` is a street of a straatcontact, a werkgroep (publiek_id) of a trekker, the
# geleding of who votes for one.
rol = Table(
    "rol",
    metadata,
    _id(),
    _wijk(),
    Column("publiek_id", String(22), unique=True),  # NULL: from the settings, and withdrawn there
    Column("kanaal", String(20), nullable=False),
    Column("extern_id", String(40), nullable=False),
    Column("rol", String(20), nullable=False),
    Column("bereik", String(100), nullable=False, default=""),  # empty: the whole wijk; NULL would not be unique
    Column("bron", String(12), nullable=False, server_default="instelling"),
    _naar("account", naam="toegekend_door", nullable=True),
    Column("toegekend_op", UtcMoment),
    Column("namens", String(100)),  # what someone represents in a geleding
    CheckConstraint("bron IN ('instelling', 'uitnodiging')", name="bron"),
    UniqueConstraint("wijk", "kanaal", "extern_id", "rol", "bereik", "bron"),
)

# An invitation to a role, good for one person and 48 hours. The secret of its link is kept as a hash.
roluitnodiging = Table(
    "roluitnodiging",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("merk", LargeBinary(32), nullable=False, unique=True),
    Column("rol", String(20), nullable=False),
    Column("bereik", String(100), nullable=False),
    Column("namens", String(100)),
    _naar("account", naam="gemaakt_door"),
    Column("gemaakt_op", UtcMoment, nullable=False),
    Column("verloopt_op", UtcMoment, nullable=False),
    Column("staat", String(12), nullable=False),
    _naar("account", naam="geeindigd_door", nullable=True),
    Column("geeindigd_op", UtcMoment),
    CheckConstraint("staat IN ('open', 'aangenomen', 'ingetrokken')", name="staat"),
    Index(None, "wijk", "staat"),
)

# The list of commands that the chat shows someone: which wish is the last, and which was carried out.
opdrachtmenu = Table(
    "opdrachtmenu",
    metadata,
    Column("account", ForeignKey("account.id"), primary_key=True),
    _wijk(),
    Column("gewenst", Integer, nullable=False),
    Column("gezet", Integer, nullable=False, server_default="0"),
    Column("inhoud", String(32)),  # mark of the list that was set, so that the same is not set again
    Column("pogingen", Integer, nullable=False, server_default="0"),
    Column("niet_voor", UtcMoment, nullable=False),
)

# That someone came to a door, so that nobody rings twice. What stands here is about the address: who spoke is evidence.
bezoek = Table(
    "bezoek",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("huishouden"),
    Column("dag", Date, nullable=False),
    Column("uitkomst", String(10), nullable=False),
    UniqueConstraint("huishouden", "dag"),
    CheckConstraint("uitkomst IN ('gesproken', 'geweigerd', 'niet_thuis', 'later')", name="uitkomst"),
)

codepoging = Table(
    "codepoging",
    metadata,
    _id(),
    _naar("account"),
    Column("op", UtcMoment, nullable=False),
    Index(None, "account", "op"),
)

# Where a conversation stands: the form that a person is filling in.
gesprek = Table(
    "gesprek",
    metadata,
    Column("account", ForeignKey("account.id"), primary_key=True),
    Column("soort", String(30), nullable=False),
    Column("stap", String(30), nullable=False),
    Column("data", JSON, nullable=False),
    Column("geweigerd_op", UtcMoment),  # when a long text was sent that could not be taken: a phone cuts those in two
)

inbox = Table(
    "inbox",
    metadata,
    _id(),
    Column("kanaal", String(20), nullable=False),
    Column("bot", String(40), nullable=False),
    Column("update_id", BigInteger, nullable=False),
    Column("rij", String(60), nullable=False),  # its queue: the chat, or for a poll answer the user
    Column("staat", String(10), nullable=False),  # ontvangen, verwerkt (answer stored), klaar, mislukt
    Column("inhoud", Text),  # the update as it came; emptied when done
    Column("antwoord", Text),  # kind and data, written together with the effect; emptied when sent
    Column("ontvangen_op", UtcMoment, nullable=False),
    UniqueConstraint("kanaal", "bot", "update_id"),
    CheckConstraint("staat IN ('ontvangen', 'verwerkt', 'klaar', 'mislukt')", name="staat"),
)

# A message from staff to many: it waits for a second person or its moment, goes out in chunks, and ends as a report.
uitzending = Table(
    "uitzending",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("inhoud", JSON, nullable=False),  # what residents see, in the form of Boodschap.data
    Column("doelgroep", JSON, nullable=False),  # whom it is for: all of these conditions together
    Column("aantal", Integer, nullable=False),  # how many it was for when it was confirmed
    _naar("account", naam="gemaakt_door"),
    Column("gemaakt_op", UtcMoment, nullable=False),
    Column("moment", UtcMoment, nullable=False),  # as people see it: when it goes
    Column("staat", String(12), nullable=False),
    Column("begonnen_op", UtcMoment),  # as people see it, like the next
    Column("klaar_op", UtcMoment),
    Column("voortgang", BigInteger),  # the message in the maker's chat that shows how it goes
    CheckConstraint("staat IN ('wacht', 'gepland', 'bezig', 'klaar', 'gestopt', 'afgezegd')", name="staat"),
    Index(None, "wijk", "staat"),
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

outbox = Table(
    "outbox",
    metadata,
    _id(),
    _wijk(),
    _naar("account"),
    Column("sleutel", String(80), nullable=False, unique=True),  # what, whom, which moment: written twice is once
    Column("soort", String(40), nullable=False),
    Column("data", JSON, nullable=False),  # of a broadcast only what differs: the rest is `uitzending.inhoud`
    _naar("uitzending", nullable=True),
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
    CheckConstraint("staat IN ('wachtend', 'bezig', 'verzonden', 'mislukt', 'onzeker')", name="staat"),
    # the condition stands in each query word for word, or SQLite does not see that the index fits
    _zolang("ix_outbox_wachtend", "kanaal", "baan", "niet_voor", "id", zolang="staat = 'wachtend'"),
    _zolang("ix_outbox_wachtend_account", "account", zolang="staat = 'wachtend'"),
    _zolang("ix_outbox_bezig", "lease_tot", zolang="staat = 'bezig'"),
    _zolang("ix_outbox_ongevraagd", "account", "ongevraagd_op", zolang="ongevraagd_op IS NOT NULL"),
    _zolang("ix_outbox_uitzending", "uitzending", "staat", "herhaalt", zolang="uitzending IS NOT NULL"),
    _zolang("ix_outbox_herhaalt", "herhaalt", zolang="herhaalt IS NOT NULL", uniek=True),
    # what did not arrive, or perhaps not, by where it came from: /verzending counts over this index alone
    _zolang(
        "ix_outbox_mis",
        *("wijk", "wekker", "soort", "staat", "reden", "herhaalt"),
        zolang="staat IN ('mislukt', 'onzeker')",
    ),
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
    _id(),
    _wijk(),
    _naar("account"),
    Column("sleutel", String(80), nullable=False),  # that of the outbox, without the account
    Column("soort", String(40), nullable=False),
    Column("data", JSON, nullable=False),  # of a broadcast only what differs: the rest is `uitzending.inhoud`
    Column("onderwerp", String(22), nullable=False),  # publiek_id of what it is about; empty when it has none
    _naar("uitzending", nullable=True),
    Column("over", String(20), nullable=False),  # bot.rules.weekmaat.Onderwerp
    Column("niet_na", UtcMoment),  # as people see it, like those below: from then on it makes no sense any more
    Column("uiterlijk", UtcMoment),  # when it must go, whatever else there was this week
    Column("bundel_op", UtcMoment, nullable=False),  # when it may go
    UniqueConstraint("account", "sleutel"),
    Index(None, "wijk", "bundel_op"),
    _zolang("ix_bewaard_uitzending", "uitzending", zolang="uitzending IS NOT NULL"),
)

# Who was asked once more to vote, while the poll is open: nobody is asked so twice, however it came.
aansporing = Table(
    "aansporing",
    metadata,
    Column("peiling", ForeignKey("peiling.id"), primary_key=True),
    Column("account", ForeignKey("account.id"), primary_key=True),
    _wijk(),
)

werkgroep = Table(
    "werkgroep",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("naam", String(60), nullable=False),
    UniqueConstraint("wijk", "naam"),
)

werkgroeplid = Table(
    "werkgroeplid",
    metadata,
    Column("werkgroep", ForeignKey("werkgroep.id"), primary_key=True),
    Column("bewoner", ForeignKey("bewoner.id"), primary_key=True),
    _wijk(),
)

# The group on the chat network that belongs to a werkgroep: one each.
groepschat = Table(
    "groepschat",
    metadata,
    _id(),
    _wijk(),
    _naar("werkgroep", unique=True),
    Column("kanaal", String(20), nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("titel", String(255), nullable=False),  # as it was when they were joined
    Column("onderwerp", BigInteger),  # the topic of the group in which that was said; NULL: it has none
    _naar("account", naam="gekoppeld_door"),
    UniqueConstraint("kanaal", "chat"),
)

# What joins a group to a werkgroep, once and for a short while; kept as a hash.
koppelcode = Table(
    "koppelcode",
    metadata,
    _id(),
    _wijk(),
    _naar("werkgroep", index=True),
    Column("merk", LargeBinary(32), nullable=False, unique=True),
    Column("verloopt_op", UtcMoment, nullable=False),
)

# What the members of a werkgroep are reminded of, once or again and again.
herinnering = Table(
    "herinnering",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("werkgroep", index=True),
    Column("tekst", String(300), nullable=False),
    Column("herhaling", JSON, nullable=False),  # bot.rules.herhaling.Herhaling
    Column("volgende", UtcMoment),  # the time that its alarm stands for, also when that was moved; NULL: no more
    _naar("account", naam="gemaakt_door"),
)

# A moment at the gemeenteraad, another body or in the wijk that everybody may know of, and how one may speak there.
mijlpaal = Table(
    "mijlpaal",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("bij", String(20), nullable=False),
    Column("titel", String(100), nullable=False),
    Column("moment", UtcMoment, nullable=False),
    Column("uitleg", String(400), nullable=False),
    Column("link", String(300)),
    Column("plaats", String(200)),
    Column("inspreken_op", UtcMoment),  # the evening that the griffie names, which may be another than `moment`
    Column("inspreken_tot", UtcMoment),  # until when one can register for it
    Column("inspreken_hoe", String(300)),
    _naar("account", naam="gemaakt_door"),
    Column("ingetrokken_op", UtcMoment),
    CheckConstraint("bij IN ('gemeenteraad', 'commissie', 'college', 'wijkdorpsraad', 'wijk')", name="bij"),
    Index(None, "wijk", "moment"),
)

# What came out of one, in plain words on the four levels; the last row holds, a later one corrects.
mijlpaal_uitslag = Table(
    "mijlpaal_uitslag",
    metadata,
    _id(),
    _wijk(),
    _naar("mijlpaal", index=True),
    Column("uitkomst", String(20), nullable=False),
    Column("mij", String(300)),
    Column("woning", String(300)),
    Column("buurt", String(300)),  # the level of the wijk
    Column("wereld", String(300)),
    Column("vieren", Boolean, nullable=False),
    Column("link", String(300)),
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
    CheckConstraint(
        "uitkomst IN ('aangenomen', 'aangepast', 'niet_aangenomen', 'uitgesteld', 'besproken')", name="uitkomst"
    ),
    CheckConstraint("coalesce(mij, woning, buurt, wereld) IS NOT NULL", name="gezegd"),
)

# Who asked to be reminded to register for speaking at one.
inspreekwens = Table(
    "inspreekwens",
    metadata,
    _id(),
    _wijk(),
    _naar("mijlpaal", index=True),
    _naar("account"),
    UniqueConstraint("account", "mijlpaal"),
)

# Who does what, and what the decision is about: a row each time that somebody wrote a part; the last one holds. Of an
# earlier contact only that there was one stays.
wiedoetwat = Table(
    "wiedoetwat",
    metadata,
    _id(),
    _wijk(),
    Column("onderdeel", String(30), nullable=False),
    Column("tekst", String(700)),
    Column("trede", String(20)),  # level of the participatieladder
    Column("naam", String(100)),
    Column("telefoon", String(30)),
    Column("email", String(254)),
    Column("link", String(300)),
    _naar("stuk", nullable=True),
    Column("openbaar", Boolean, nullable=False),  # a contact may stand on the public page too
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
    Index(None, "wijk", "onderdeel"),
)

# An organisation at the table that is no resident, such as the woningcorporatie.
partner = Table(
    "partner",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("soort", String(20), nullable=False),
    Column("naam", String(100), nullable=False),
    Column("wat", String(300), nullable=False),
    Column("contact", String(200)),
    Column("link", String(300)),
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
    Column("gestopt_op", UtcMoment),
    CheckConstraint(
        "soort IN ('woningcorporatie', 'verhuurder', 'netbeheerder', 'gemeente', 'bedrijf', 'netwerk', 'anders')",
        name="soort",
    ),
    Index(None, "wijk", "id"),
)

# What a partner tells the wijk, placed by an organisator.
partnernieuws = Table(
    "partnernieuws",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("partner", index=True),
    Column("tekst", String(700), nullable=False),
    Column("link", String(300)),
    _naar("stuk", nullable=True),
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
    Column("ingetrokken_op", UtcMoment),
)

# What changed in one, as people are told it: name, old and new; nothing when it was withdrawn.
mijlpaal_wijziging = Table(
    "mijlpaal_wijziging",
    metadata,
    _id(),
    _wijk(),
    _naar("mijlpaal", index=True),
    Column("velden", JSON, nullable=False),
    Column("op", UtcMoment, nullable=False),
)

# The road to the gemeenteraad that a wijk chose; one runs at a time. `inhoud` says what its stages are.
traject = Table(
    "traject",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("sjabloon", String(40), nullable=False),
    Column("inhoud", Text, nullable=False),  # canonical JSON of bot.rules.trajecten.Traject
    Column("besluitdatum", Date, nullable=False),
    _naar("account", naam="gemaakt_door", nullable=True),  # NULL: by a file on the server
    Column("begonnen_op", UtcMoment, nullable=False),
    Column("gestopt_op", UtcMoment),
    _een_tegelijk("wijk", zolang="gestopt_op IS NULL"),
)

# Each time that a stage is gone through: who goes back to one gets a new row, and the old one stays.
fase = Table(
    "fase",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("traject"),
    Column("sleutel", String(40), nullable=False),
    Column("ronde", SmallInteger, nullable=False, server_default="1"),
    Column("van", Date, nullable=False),  # first and last day as planned: at the latest
    Column("tot", Date, nullable=False),
    Column("verwacht_tot", Date),  # when the organisator said that it takes longer
    Column("begonnen_op", UtcMoment),
    Column("geeindigd_op", UtcMoment),
    Column("uitkomst", String(20)),  # how it ended
    UniqueConstraint("traject", "sleutel", "ronde"),
)

# Days on which nothing moves: school holidays, the recess of the gemeenteraad. As the settings have them.
vrije_periode = Table(
    "vrije_periode",
    metadata,
    _id(),
    _wijk(),
    Column("naam", String(60), nullable=False),
    Column("van", Date, nullable=False),
    Column("tot", Date, nullable=False),
    Index(None, "wijk"),
)

bijeenkomst = Table(
    "bijeenkomst",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("soort", String(30), nullable=False),
    Column("titel", String(100), nullable=False),
    Column("begin", UtcMoment, nullable=False),
    Column("plaats", String(200), nullable=False),
    Column("ruimte_voor_vragen", Boolean, nullable=False),
    Column("deurgeheim", LargeBinary(32), nullable=False),  # the codes at the door are made from it
    Column("deur_dicht_op", UtcMoment),  # closed by staff, or by itself some hours after the beginning
    Column("deurpagina", String(22), unique=True),  # the random name of the page to project, while there is one
    _naar("account", naam="gemaakt_door"),
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
    _id(),
    _wijk(),
    _naar("account"),
    _naar("bijeenkomst"),
    Column("bericht_id", BigInteger, nullable=False),  # in the private chat of the account
    Column("getoond_tot", UtcMoment, nullable=False),  # until when the code that stands there is the newest
    Column("tot", UtcMoment, nullable=False),
    UniqueConstraint("account", "bericht_id"),
)

# What changed in a meeting, or in those of a series from one on, as people are told it; a cancellation too.
bijeenkomst_wijziging = Table(
    "bijeenkomst_wijziging",
    metadata,
    _id(),
    _wijk(),
    _naar("bijeenkomst", index=True),  # the first that it is about
    Column("data", JSON, nullable=False),
    Column("op", UtcMoment, nullable=False),
)

# A point of the agenda of a meeting.
agendapunt = Table(
    "agendapunt",
    metadata,
    _id(),
    _wijk(),
    _naar("bijeenkomst"),
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
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("bijeenkomst", nullable=True, index=True),
    Column("vraag", String(300)),  # as everyone reads it; NULL: nobody wrote that yet
    Column("gegeven", Text),  # the answer as who asked got it; NULL: nobody asked
    Column("antwoord", Text, nullable=False),  # as everyone reads it
    Column("hoe", String(5), nullable=False),
    Column("aantal", Integer, nullable=False),  # so many people asked; stays when one is erased
    _naar("account", naam="gemaakt_door"),
    Column("op", UtcMoment, nullable=False),
    Column("gepubliceerd_op", UtcMoment),
    _naar("account", naam="gepubliceerd_door", nullable=True),
    CheckConstraint("hoe IN ('zaal', 'later')", name="hoe"),
    CheckConstraint("gepubliceerd_op IS NULL OR vraag IS NOT NULL", name="vraag"),
    Index(None, "wijk", "gepubliceerd_op"),
)

# What someone asks at a meeting. Questions that say the same share `samen`: the publiek_id of one of them.
bijeenkomstvraag = Table(
    "bijeenkomstvraag",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("bijeenkomst"),
    _naar("bewoner", nullable=True, index=True),  # NULL: somebody without a name
    Column("tekst", String(500), nullable=False),
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="vastlegger", nullable=True),  # who typed it for them; NULL: they did
    Column("samen", String(22), nullable=False),
    _naar("vraagbaak", naam="antwoord", nullable=True, index=True),
    CheckConstraint("bewoner IS NOT NULL OR vastlegger IS NOT NULL", name="van"),
    Index(None, "bijeenkomst", "samen"),
)

# What someone thought of a meeting has a random key, no time and no person. What they wrote is a row of its own.
tevredenheid = Table(
    "tevredenheid",
    metadata,
    Column("sleutel", LargeBinary(16), primary_key=True),
    _wijk(),
    _naar("bijeenkomst", index=True),
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
    _wijk(),
    Column("tekst", Boolean, nullable=False),
)

# The report of a meeting, for who was there.
verslag = Table(
    "verslag",
    metadata,
    _id(),
    _wijk(),
    _naar("bijeenkomst", unique=True),
    Column("tekst", Text, nullable=False),
    _naar("stuk", nullable=True),
    _naar("account", naam="gemaakt_door"),
    Column("op", UtcMoment, nullable=False),
)

# A photo of a meeting, for who was there. Who declared that all who can be recognised agreed, stays when it goes.
verslagfoto = Table(
    "verslagfoto",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("bijeenkomst", index=True),
    Column("file_id", String(200), nullable=False),  # the chat network's id; empty once it was withdrawn
    _naar("account", naam="toestemming_door"),
    Column("toestemming_op", UtcMoment, nullable=False),
    Column("ingetrokken_op", UtcMoment),
    _naar("account", naam="ingetrokken_door", nullable=True),
)

# `plek` is NULL for who does not come. A waiting number is never given twice, also when its holder has gone.
aanmelding = Table(
    "aanmelding",
    metadata,
    Column("bijeenkomst", ForeignKey("bijeenkomst.id"), primary_key=True),
    Column("bewoner", ForeignKey("bewoner.id"), primary_key=True),
    _wijk(),
    Column("antwoord", String(10), nullable=False),
    Column("gasten", Integer, nullable=False, server_default="0"),
    Column("plek", String(10)),
    Column("volgnummer", Integer),
    Column("aangeboden_tot", UtcMoment),
    CheckConstraint("antwoord IN ('ja', 'misschien', 'nee')", name="antwoord"),
    CheckConstraint("plek IN ('in', 'wacht', 'aangeboden', 'verlopen')", name="plek"),
    CheckConstraint("gasten BETWEEN 0 AND 3", name="gasten"),
)

# What must still happen at a moment: an announcement, a reminder, the closing of a poll. A fan-out goes in chunks
# of accounts; `na_account` says how far it came.
wekker = Table(
    "wekker",
    metadata,
    _id(),
    _wijk(),
    Column("soort", String(30), nullable=False),
    Column("onderwerp", _Id, nullable=False),  # id of the bijeenkomst or peiling
    Column("moment", UtcMoment, nullable=False),
    Column("na_account", _Id, nullable=False, server_default="0"),
    Column("gedaan_op", UtcMoment),
    # why it was not done; NULL: it was, or is still to come. 'hersteld': it was due in a restored backup, and what it
    # tells people waits for staff
    Column("afloop", String(12)),
    Column("verzet", Boolean, nullable=False, server_default=text("false")),  # staff moved it by hand
    CheckConstraint("afloop IN ('te_laat', 'geannuleerd', 'hersteld')", name="afloop"),
    UniqueConstraint("soort", "onderwerp", "moment"),
    Index(None, "gedaan_op", "moment"),
)

peiling = Table(
    "peiling",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
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
    _naar("peiling", naam="vervolg_op", nullable=True),  # the same was asked before, in that poll
    # the same for who opens the link of a school or vereniging: shown apart from that poll, and in no list of polls
    _naar("peiling", naam="naast", nullable=True, index=True),
    Column("school", String(60)),
    # of what changed while it was open there is a new version in its place: which one it came for, and what changed
    Column("vervangt", ForeignKey("peiling.id"), unique=True),
    Column("versie", Integer, nullable=False, server_default="1"),
    Column("wijziging", String(300)),
    Column("vooruit", String(300)),  # about the decision before its stage: why
    _naar("account", naam="gemaakt_door"),
    *doelgroepkolommen(),
    Index(None, "wijk", "sluit_op"),
)

# The answers to the form of a poll that its maker put away, to go on with later.
peilingconcept = Table(
    "peilingconcept",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("account", index=True),
    Column("data", JSON, nullable=False),
    Column("bewaard_op", UtcMoment, nullable=False),
)

peiling_optie = Table(
    "peiling_optie",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("peiling", index=True),
    Column("volgorde", Integer, nullable=False),
    Column("tekst", String(100), nullable=False),
    Column("later", Boolean, nullable=False, server_default=text("false")),  # added while people voted
)

# What someone brought in to a poll. Who, and in which words, stands here until staff judged it; then only what became
# of it: nobody can see later whose option one was.
aandraging = Table(
    "aandraging",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("peiling", index=True),
    _naar("bewoner", nullable=True, index=True),
    _naar("account", nullable=True, index=True),
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
    _id(),
    _wijk(),
    *_kiezer(),
    Column("aantal", Integer, nullable=False),
)

# A ballot has a random key, no time and no person. Without a rowid SQLite keeps it in order of key, not of arrival.
stembiljet = Table(
    "stembiljet",
    metadata,
    Column("sleutel", LargeBinary(16), primary_key=True),
    _wijk(),
    _naar("peiling", index=True),
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
    _wijk(),
    *_kiezer(),
    _naar("huishouden", nullable=True),  # the address that it is of, where each address has one ballot
    Index(None, "peiling", "huishouden", unique=True),
    _zolang("ix_stemkoppeling_account", "account", zolang="account IS NOT NULL"),
    sqlite_with_rowid=False,
)

# A ballot that its voter has not finished: it does not count, and goes at closing. What counted before it still does.
stemconcept = Table(
    "stemconcept",
    metadata,
    _id(),
    _wijk(),
    *_kiezer(),
    Column("inhoud", Text, nullable=False),
)

# What the team answers to what someone wrote on a ballot. It hangs on the ballot, so it outlives who cast it; closing
# writes ballots anew, so it is no foreign key. It goes when its ballot changes: what it answered is no longer there.
weerwoord = Table(
    "weerwoord",
    metadata,
    Column("stembiljet", LargeBinary(16), primary_key=True),
    _wijk(),
    _naar("peiling", index=True),
    Column("antwoord", Text, nullable=False),
    Column("blijft", Boolean, nullable=False),  # the team said that the objection stays, and the proposal too
    Column("later", Boolean, nullable=False, server_default=text("false")),  # after the closing
    sqlite_with_rowid=False,
)

# The groups in which the team puts what people wrote on ballots, and what a next round adds for who named it.
inbrenggroep = Table(
    "inbrenggroep",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("peiling"),
    Column("naam", String(24), nullable=False),
    Column("toegevoegd", String(100)),
    UniqueConstraint("peiling", "naam"),
)

# In which group a ballot's text stands. It hangs on the ballot, and goes when that changes, as what was answered does.
groepering = Table(
    "groepering",
    metadata,
    Column("stembiljet", LargeBinary(16), primary_key=True),
    _wijk(),
    _naar("peiling", index=True),
    _naar("inbrenggroep", naam="groep", index=True),
    sqlite_with_rowid=False,
)

# By a voter's own choice: which account reads an answer to what stands on a ballot, also one that comes after the
# closing. It goes when that is sent, with the person, and when they take it back. Nobody of the team sees it.
terugweg = Table(
    "terugweg",
    metadata,
    Column("stembiljet", LargeBinary(16), primary_key=True),
    _wijk(),
    _naar("peiling", index=True),
    _naar("account", index=True),
    sqlite_with_rowid=False,
)

AAN_STEMBILJET = (weerwoord, groepering, terugweg)
"""What hangs on a ballot, and goes when its voter takes it away."""

# A ballot on paper: its code (only as HMAC) and the seat for which it was printed. Who enters it sees the code and what
# was filled in. All of it goes when the poll closes; what remains is the ballot, and the evidence of who voted.
stemvel = Table(
    "stemvel",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("peiling"),
    _naar("huishouden"),
    Column("stoel", SmallInteger, nullable=False),
    Column("hmac", LargeBinary(32), nullable=False, unique=True),
    Column("staat", String(8), nullable=False, server_default="gemaakt"),
    Column("code", String(12)),  # as it was typed: who confirms finds the paper by it
    Column("inhoud", Text),  # what was entered, until it counts
    _naar("account", naam="invoerder", nullable=True),
    _naar("voorstel", nullable=True),  # in which a second person was asked
    _naar("bewoner", nullable=True),  # whose vote it is, once it counts
    CheckConstraint("staat IN ('gemaakt', 'bezig', 'wacht', 'telt')", name="staat"),
    CheckConstraint("(code IS NULL) = (staat = 'gemaakt')", name="code"),
    CheckConstraint("(bewoner IS NOT NULL) = (staat = 'telt')", name="bewoner"),
    UniqueConstraint("peiling", "bewoner"),
    Index(None, "peiling", "huishouden", "stoel"),
)

# How an open poll went when it was last shown; replaced in steps, gone at closing.
tussenstand = Table(
    "tussenstand",
    metadata,
    Column("peiling", ForeignKey("peiling.id"), primary_key=True),
    _wijk(),
    Column("stemmen", Integer, nullable=False),
    Column("delen", JSON, nullable=False),  # percentages, in the order of the options
)

# What waits for a second person, 48 hours at most. Its content is emptied when it ends.
voorstel = Table(
    "voorstel",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("soort", String(30), nullable=False),
    Column("data", JSON, nullable=False),
    Column("velden", JSON, nullable=False),  # what people read about it
    _naar("account", naam="gemaakt_door"),
    Column("gemaakt_op", UtcMoment, nullable=False),
    Column("verloopt_op", UtcMoment, nullable=False),
    Column("staat", String(12), nullable=False),
    _naar("account", naam="besloten_door", nullable=True),
    Column("besloten_op", UtcMoment),
    CheckConstraint("staat IN ('open', 'bevestigd', 'afgewezen', 'ingetrokken', 'verlopen')", name="staat"),
    Index(None, "wijk", "staat"),
)

# "Come by or call me": one question of a resident to who helps there. What is personal leaves with its end.
hulpvraag = Table(
    "hulpvraag",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("bewoner", nullable=True),  # NULL once it has ended
    Column("wijze", String(5), nullable=False),
    Column("over", String(12), nullable=False),  # what they tapped under
    Column("onderwerp", String(22), nullable=False),  # publiek_id of the peiling, bijeenkomst or uitzending, else empty
    Column("nummer", String(30)),  # as typed; NULL once it has ended
    Column("gevraagd_op", UtcMoment, nullable=False),
    Column("staat", String(12), nullable=False),
    _naar("account", naam="genomen_door", nullable=True),
    Column("teruggegeven", SmallInteger, nullable=False, server_default="0"),  # how often who took it gave it back
    CheckConstraint("wijze IN ('langs', 'bel')", name="wijze"),
    CheckConstraint("over IN ('peiling', 'bijeenkomst', 'uitzending', 'kennismaking', 'vraag')", name="over"),
    CheckConstraint("staat IN ('open', 'genomen', 'klaar', 'ingetrokken', 'verlopen')", name="staat"),
    CheckConstraint("(bewoner IS NOT NULL) = (staat IN ('open', 'genomen'))", name="bewoner"),
    CheckConstraint("nummer IS NULL OR bewoner IS NOT NULL", name="nummer"),
    _een_tegelijk("bewoner", "over", "onderwerp", zolang="bewoner IS NOT NULL"),
    Index(None, "wijk", "staat"),
)

# Append-only. The leaf carries no personal data; its commitment is opened by the key and record in bewijs_prive.
bewijs = Table(
    "bewijs",
    metadata,
    _id(),
    _wijk(),
    Column("volgnummer", BigInteger),  # from 0 without gaps; NULL until the sequencer numbers it
    Column("blad", Text, nullable=False),  # canonical JSON
    Column("openbaar", Boolean, nullable=False, server_default=text("false")),  # what it says may be published
    Index(None, "wijk", "volgnummer", unique=True),
    _zolang("ix_bewijs_ongenummerd", "wijk", "id", zolang="volgnummer IS NULL"),
)

# It is about one bewoner, about `aantal` unnamed people of a huishouden, or about unnamed heads at a meeting.
bewijs_prive = Table(
    "bewijs_prive",
    metadata,
    Column("bewijs", ForeignKey("bewijs.id"), primary_key=True),
    _wijk(),
    _naar("bewoner", nullable=True),
    _naar("huishouden", nullable=True),
    Column("aantal", Integer),
    Column("soort", String(30), nullable=False),
    Column("onderwerp", String(22), nullable=False),  # publiek_id of the bijeenkomst, peiling or conversation
    Column("methode", String(20), nullable=False),
    _naar("account", naam="vastlegger", nullable=True),  # who recorded it; NULL: the resident
    Column("vervallen", Boolean, nullable=False, server_default=text("false")),  # a later leaf corrects it
    Column("sleutel", LargeBinary(32), nullable=False),
    Column("record", Text, nullable=False),  # canonical JSON; never what a person chose
    CheckConstraint("(bewoner IS NULL) = (aantal IS NOT NULL)", name="over"),
    CheckConstraint("aantal >= 0", name="aantal"),
    _een_tegelijk("bewoner", "soort", "onderwerp", zolang="NOT vervallen"),
    # Who counts is read from these alone: with a million rows, a look at each takes seconds. Not partial: SQLite takes
    # such an index only for the very words `NOT vervallen`, and SQLAlchemy writes `vervallen = 0`.
    _zolang("ix_bewijs_prive_vastlegger", "vastlegger", zolang="vastlegger IS NOT NULL"),
    Index("ix_bewijs_prive_telling", "wijk", "soort", "bewoner", "vervallen", "vastlegger"),
    Index("ix_bewijs_prive_onderwerp", "wijk", "onderwerp", "soort", "bewoner", "vervallen", "vastlegger"),
)

# "This is not right": about something that was recorded of someone. What is personal leaves with its end.
correctieverzoek = Table(
    "correctieverzoek",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("bewijs"),
    _naar("bewoner", nullable=True),  # NULL once it has ended
    Column("wat", String(12), nullable=False),
    Column("tekst", String(400)),  # as typed; NULL once it has ended
    Column("antwoord", String(400)),  # of who looked at it, and does not agree; NULL once it has ended
    Column("bron", String(10), nullable=False),  # the resident, or the sample check
    Column("gevraagd_op", UtcMoment, nullable=False),
    Column("staat", String(12), nullable=False),
    _naar("account", naam="behandeld_door", nullable=True),
    Column("behandeld_op", UtcMoment),
    CheckConstraint("wat IN ('niet', 'ander', 'anders', 'steekproef')", name="wat"),
    CheckConstraint("bron IN ('bewoner', 'steekproef')", name="bron"),
    CheckConstraint("staat IN ('open', 'beantwoord', 'rechtgezet', 'vervallen')", name="staat"),
    CheckConstraint("(bewoner IS NOT NULL) = (staat IN ('open', 'beantwoord'))", name="bewoner"),
    _een_tegelijk("bewijs", zolang="bewoner IS NOT NULL"),
    Index(None, "wijk", "staat"),
)

# A random few of what staff recorded of residents, for an outsider to check. Drawn by the root of a signed head.
steekproef = Table(
    "steekproef",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("omvang", Integer, nullable=False),  # out of how many was drawn
    Column("grootte", BigInteger, nullable=False),  # of the head
    Column("wortel", LargeBinary(32), nullable=False),  # of the head
    _naar("account", naam="gemaakt_door"),
    Column("gemaakt_op", UtcMoment, nullable=False),
    Column("staat", String(10), nullable=False),
    Column("geeindigd_op", UtcMoment),
    Column("getoond", JSON, nullable=False),  # the messages in the chat of the outsider that show an address
    CheckConstraint("staat IN ('open', 'klaar', 'gestopt')", name="staat"),
    _een_tegelijk("wijk", zolang="staat = 'open'"),
)

steekproefpost = Table(
    "steekproefpost",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("steekproef"),
    _naar("bewijs"),
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

# A head of the log. The shell, which has the key, signs it.
ijkpunt = Table(
    "ijkpunt",
    metadata,
    _id(),
    _wijk(),
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
    _wijk(),
    Column("sleutel", LargeBinary(32), nullable=False),
    Column("record", Text, nullable=False),  # canonical JSON
)

# The closing of the process: its outcome is that leaf, and no other.
afsluiting = Table(
    "afsluiting",
    metadata,
    Column("wijk", ForeignKey("wijk.id"), primary_key=True),
    _naar("bewijs"),
    Column("op", UtcMoment, nullable=False),
)

# Who counts for a condition under a version of the rules, as its public leaf says without saying who.
telt = Table(
    "telt",
    metadata,
    _id(),
    _wijk(),
    Column("versie", Integer, nullable=False),
    Column("drempel", String(20), nullable=False),
    _naar("huishouden"),
    _naar("bewoner", nullable=True),  # NULL: the household is what counts
    Column("zelf", Boolean, nullable=False),  # also without what staff recorded
    _naar("bewijs"),
    _naar("bewijs", naam="vervallen_door", nullable=True),  # the leaf that says that it holds no more
    _zolang("uq_telt_bewoner", "versie", "drempel", "bewoner", zolang="vervallen_door IS NULL", uniek=True),
    _zolang(
        "uq_telt_huishouden",
        *("versie", "drempel", "huishouden"),
        zolang="vervallen_door IS NULL AND bewoner IS NULL",
        uniek=True,
    ),
    Index(None, "wijk", "versie", "drempel"),
    _zolang("ix_telt_huishouden", "huishouden", zolang="vervallen_door IS NULL"),
)

# A seat of which all was erased counts on for a condition under a version: that it did, and not why, is all that stays.
teltdoor = Table(
    "teltdoor",
    metadata,
    _wijk(),
    Column("bewoner", ForeignKey("bewoner.id"), primary_key=True),
    Column("versie", Integer, primary_key=True),
    Column("drempel", String(20), primary_key=True),
    Column("zelf", Boolean, nullable=False),  # also without what staff recorded
    Column("laat", Boolean, nullable=False, server_default=text("false")),  # only by what came after the closing
    Index(None, "wijk", "versie", "drempel"),
)

# A report as it was handed over. One that is not on the public page goes after some days; `openbaar_door`: who last
# put it there or took it off.
rapport = Table(
    "rapport",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("inhoud", LargeBinary, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("eind", Boolean, nullable=False),  # with the outcome; else it is an interim one
    Column("gemaakt_op", UtcMoment, nullable=False),
    Column("openbaar_op", UtcMoment),
    _naar("account", naam="openbaar_door", nullable=True),
)

# A document that was sent, such as a signed PDF, as it came: the chat network's own copy may go.
stuk = Table(
    "stuk",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("naam", String(200), nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("file_id", String(200), nullable=False),  # under which the chat network has it
    _naar("account", naam="gemaakt_door"),
    Column("gemaakt_op", UtcMoment, nullable=False),
)


def _onderbouwing(*kolommen: Any) -> list[Any]:
    """Return the columns of what an organisator records and a second person confirms; a later row replaces it."""
    return [
        _id(),
        _wijk(),
        _publiek_id(),
        *kolommen,
        Column("versie", Integer, nullable=False),  # of the spelregels that held then; 0 before any was fixed
        Column("op", UtcMoment, nullable=False),
        _naar("account", naam="gemaakt_door"),
        _naar("account", naam="bevestigd_door", nullable=True),
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
        _naar("stuk", nullable=True),
        _naar("account", naam="account", nullable=True),  # of the professional, who has a role here too
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
        _naar("stuk", nullable=True),
    ),
    CheckConstraint("oordeel IN ('voldaan', 'niet_voldaan', 'open')", name="oordeel"),
    Index(None, "wijk", "id"),
)

# What a partner, such as the woningcorporatie, thinks of it. One that was replaced or withdrawn stays, as such.
standpunt = Table(
    "standpunt",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("partner", String(100), nullable=False),
    Column("standpunt", Text, nullable=False),
    Column("dag", Date, nullable=False),
    Column("link", String(300)),
    _naar("stuk", nullable=True),
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
    _naar("standpunt", naam="vervangt", nullable=True, unique=True),
    Column("ingetrokken_op", UtcMoment),
    Column("reden", String(300)),
    Index(None, "wijk", "id"),
)

# A task that the team added to the checklist of a stage, in whatever round.
fasetaak = Table(
    "fasetaak",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("traject"),
    Column("sleutel", String(40), nullable=False),
    Column("spoor", String(40), nullable=False),
    Column("tekst", String(150), nullable=False),
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
    Index(None, "traject", "sleutel"),
)

# Who ticked or unticked what, and when. Of each task the last row says how it stands.
afvinking = Table(
    "afvinking",
    metadata,
    _id(),
    _wijk(),
    _naar("fase", index=True),
    Column("taak", String(60), nullable=False),  # its key in the template, or the publiek_id of a fasetaak
    Column("gedaan", Boolean, nullable=False),
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="door"),
)

# How a stage ended: one row for each time that it was gone through.
fasebalans = Table(
    "fasebalans",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("fase", unique=True),
    Column("uitkomst", String(6), nullable=False),
    Column("naar", JSON, nullable=False),  # keys of the stages that began with it
    Column("toelichting", Text, nullable=False),
    Column("eigen", Text),  # what residents read in the organisator's own words
    Column("open_taken", JSON, nullable=False),
    Column("beslist", String(30), nullable=False),
    Column("dag", Date, nullable=False),
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
    _naar("account", naam="bevestigd_door"),
    CheckConstraint("uitkomst IN ('verder', 'terug', 'stop')", name="uitkomst"),
    CheckConstraint("uitkomst <> 'stop' OR eigen IS NOT NULL", name="eigen"),
)

# A document of a stage. Nobody but the team sees one that is not public.
fasestuk = Table(
    "fasestuk",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("fase", index=True),
    _naar("stuk", index=True),
    Column("titel", String(100), nullable=False),
    Column("openbaar", Boolean, nullable=False),
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
    Column("ingetrokken_op", UtcMoment),
)

# Short questions at the end of a stage: to the team about working together, to residents about trust.
meting = Table(
    "meting",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("fase"),
    Column("soort", String(12), nullable=False),
    Column("sluit_op", UtcMoment, nullable=False),
    Column("uitslag", JSON(none_as_null=True)),  # what may be shown, once closed: then the answers are gone
    UniqueConstraint("fase", "soort"),
    CheckConstraint("soort IN ('samenwerking', 'vertrouwen')", name="soort"),
)

# An answer: a random key, no time and no person; gone when the questions close.
meetbiljet = Table(
    "meetbiljet",
    metadata,
    Column("sleutel", LargeBinary(16), primary_key=True),
    _wijk(),
    _naar("meting", index=True),
    Column("cijfers", JSON, nullable=False),
    sqlite_with_rowid=False,
)

# That someone answered, so that nobody does so twice; deleted when the questions close.
meetdeelname = Table(
    "meetdeelname",
    metadata,
    _id(),
    _wijk(),
    _naar("meting"),
    _naar("bewoner", nullable=True, index=True),
    _naar("account", nullable=True, index=True),
    UniqueConstraint("meting", "bewoner"),
    UniqueConstraint("meting", "account"),
    CheckConstraint("(bewoner IS NULL) <> (account IS NULL)", name="wie"),
)

# What the team learned in a stage, for the next wijk. Of nobody.
les = Table(
    "les",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("fase", index=True),
    Column("tekst", String(500), nullable=False),
)

# What a group of residents advises, never one person. One that was withdrawn stays, and says so.
advies = Table(
    "advies",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("titel", String(100), nullable=False),
    Column("tekst", Text, nullable=False),
    Column("van", String(14), nullable=False),  # bot.services.advies.VAN
    Column("werkgroep", String(60), nullable=False),  # its name as it was; empty when it is of another group
    Column("aan", String(14), nullable=False),
    Column("dag", Date, nullable=False),
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
    Column("ingetrokken_op", UtcMoment),
    Column("reden", String(300)),
    CheckConstraint("aan IN ('college', 'gemeenteraad', 'team')", name="aan"),
    Index(None, "wijk", "id"),
)

# What was answered to it. The last row holds; without a reason only an advice that is taken is answered.
adviesantwoord = Table(
    "adviesantwoord",
    metadata,
    _id(),
    _wijk(),
    _naar("advies", index=True),
    Column("oordeel", String(6), nullable=False),
    Column("reden", Text),
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
    CheckConstraint("oordeel IN ('ja', 'deels', 'nee')", name="oordeel"),
    CheckConstraint("oordeel = 'ja' OR reden IS NOT NULL", name="reden"),
)

# To whom staff go when something gets stuck, and after how many days.
escalatiestap = Table(
    "escalatiestap",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("wie", String(100), nullable=False),
    Column("bereik", String(120)),
    Column("na_dagen", Integer, nullable=False),
    Index(None, "wijk", "na_dagen"),
)

# Who follows the wijk by e-mail, such as the griffie: no account and no resident. Taken away is gone.
volger = Table(
    "volger",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("naam", String(100), nullable=False),
    Column("adres", String(254), nullable=False),
    Column("rol", String(20), nullable=False),
    Column("geheim", String(22), nullable=False, unique=True),  # in the links of their mail
    Column("bevestigd_op", UtcMoment),  # from then on they get mail
    UniqueConstraint("wijk", "adres"),
)

# Mail to a follower; each row ends once. The address is that of the follower at the moment that it goes.
postuit = Table(
    "postuit",
    metadata,
    _id(),
    _wijk(),
    _naar("volger"),
    Column("sleutel", String(80), nullable=False, unique=True),
    Column("soort", String(20), nullable=False),
    Column("data", JSON, nullable=False),  # emptied when it has arrived
    Column("op", UtcMoment, nullable=False),  # as people see it
    Column("staat", String(10), nullable=False),
    Column("lease_nr", Integer, nullable=False, server_default="0"),
    Column("lease_tot", UtcMoment),
    Column("pogingen", Integer, nullable=False, server_default="0"),
    Column("niet_voor", UtcMoment, nullable=False),
    Column("reden", String(200)),
    CheckConstraint("staat IN ('wachtend', 'bezig', 'verzonden', 'mislukt', 'onzeker')", name="staat"),
    _zolang("ix_postuit_open", "niet_voor", zolang="staat IN ('wachtend', 'bezig')"),
    Index(None, "volger", "staat"),
)

# What followers were told of the public news and calendar: each thing once.
volgnieuws = Table(
    "volgnieuws",
    metadata,
    _id(),
    _wijk(),
    Column("sleutel", String(100), nullable=False),
    UniqueConstraint("wijk", "sleutel"),
)

# An offer to which households commit themselves; what they do with it stands in `wat`.
aanbod = Table(
    "aanbod",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
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
    _naar("stuk", nullable=True),
    Column("sluit_op", UtcMoment, nullable=False),
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
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
    _wijk(),
    Column("aanbod", ForeignKey("aanbod.id"), primary_key=True),
    Column("woningtype", String(40), primary_key=True),
)

# Who took it: one of a household speaks for it, an address counts once. It is no evidence, and goes with the person.
intekening = Table(
    "intekening",
    metadata,
    _id(),
    _wijk(),
    _naar("aanbod"),
    _naar("huishouden"),
    _naar("bewoner", nullable=True, index=True),  # NULL: it came on paper or by the e-form
    Column("hoe", String(11), nullable=False, server_default="chat"),
    Column("dag", Date, nullable=False),  # of the yes, in local time
    Column("versie", Integer, nullable=False),  # of the spelregels that held then
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="vastlegger", nullable=True),
    Column("ingetrokken_op", UtcMoment),  # of an e-form: the same file once more changes nothing
    CheckConstraint("(bewoner IS NULL) = (vastlegger IS NOT NULL)", name="wie"),
    CheckConstraint("hoe IN ('chat', 'papier', 'eformulier') AND (hoe = 'chat') = (bewoner IS NOT NULL)", name="hoe"),
    _een_tegelijk("aanbod", "bewoner", zolang="bewoner IS NOT NULL"),
    _zolang(
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
    _id(),
    _wijk(),
    _publiek_id(),
    Column("oplossing", String(40), nullable=False),
    Column("woningtype", String(40), nullable=False),  # empty: for all homes
    Column("versie", Integer, nullable=False),
    Column("inhoud", JSON, nullable=False),  # bot.rules.warmtekaarten.Inhoud
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
    _naar("account", naam="bevestigd_door"),
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
    _wijk(),
)

# How well people understand a card, each time that it was shown anew, in steps and round numbers.
warmtekaart_stand = Table(
    "warmtekaart_stand",
    metadata,
    Column("kaart", ForeignKey("warmtekaart.id"), primary_key=True),
    Column("stemmen", Integer, primary_key=True, autoincrement=False),
    _wijk(),
    Column("op", Date, nullable=False),  # in local time
    Column("delen", JSON, nullable=False),  # per answer what is shown of it, in the order of the rules
)

# A series of figures of the wijk, which staff keep; a correction is a later point of the same period.
indicator = Table(
    "indicator",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("naam", String(60), nullable=False),
    Column("eenheid", String(30), nullable=False),
    Column("uitleg", String(200), nullable=False),
    Column("soort", String(8), nullable=False),  # over what each figure is
    Column("openbaar", Boolean, nullable=False),  # on the public page too
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
    Column("gestopt_op", UtcMoment),
    CheckConstraint("soort IN ('dag', 'maand', 'kwartaal', 'jaar')", name="soort"),
    Index(None, "wijk", "id"),
)

indicatorpunt = Table(
    "indicatorpunt",
    metadata,
    _id(),
    _wijk(),
    _naar("indicator"),
    Column("begin", Date, nullable=False),  # the first day of its period
    Column("waarde", String(24)),  # an exact decimal; NULL: the figure of this period was taken away
    Column("bron", String(120), nullable=False),
    Column("reden", String(200)),  # why it came in the place of an earlier one
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
    Index(None, "indicator", "id"),
)

# What was published of a table, as bounds and what was shown: `bot.rules.publicatie.Uitgave` as JSON.
publicatie = Table(
    "publicatie",
    metadata,
    _id(),
    _wijk(),
    Column("tabel", String(60), nullable=False),
    Column("moment", UtcMoment, nullable=False),
    Column("inhoud", JSON, nullable=False),
    UniqueConstraint("wijk", "tabel", "moment"),
)

# How the conditions stood on a day, in the numbers that were published: `bot.services.standpublicatie`.
standpublicatie = Table(
    "standpublicatie",
    metadata,
    _id(),
    _wijk(),
    Column("dag", Date, nullable=False),
    Column("op", UtcMoment, nullable=False),
    Column("inhoud", JSON, nullable=False),
    UniqueConstraint("wijk", "dag"),
)

# The message about a poll in the group of its werkgroep. The row goes when the message says how it ended.
peilingkaart = Table(
    "peilingkaart",
    metadata,
    _id(),
    _wijk(),
    _naar("peiling"),
    _naar("groepschat", nullable=True, index=True),  # NULL: the group was let go, and the message must still say so
    _naar("account", naam="voor"),  # who hears it when the message cannot be there
    Column("kanaal", String(20), nullable=False),
    Column("chat", BigInteger, nullable=False),
    Column("onderwerp", BigInteger),
    Column("bericht_id", BigInteger),  # NULL: there is none, or not any more
    Column("gestuurd", SmallInteger, nullable=False, server_default=text("0")),  # how often it went as a new message
    Column("getoond", String(64)),  # hash of what it shows
    Column("opgegeven", Boolean, nullable=False, server_default=text("false")),
    UniqueConstraint("peiling", "kanaal", "chat"),
)

# A draft of a plan (buurtplan, wijkuitvoeringsplan) of which residents read and answer each section.
concept = Table(
    "concept",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    Column("soort", String(20), nullable=False),
    Column("titel", String(100), nullable=False),
    Column("versie", Integer, nullable=False),
    _naar("concept", naam="vorige", nullable=True, unique=True),
    Column("tot", UtcMoment, nullable=False),  # until then one can react
    _naar("stuk", nullable=True),
    _naar("account", naam="gemaakt_door", nullable=True),  # NULL: from a file
    Column("gepubliceerd_op", UtcMoment),
    Index(None, "wijk", "id"),
)

conceptdeel = Table(
    "conceptdeel",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("concept"),
    Column("nummer", Integer, nullable=False),
    Column("titel", String(100), nullable=False),
    Column("tekst", Text, nullable=False),
    _naar("conceptdeel", naam="was", nullable=True),  # the same section in the version before
    UniqueConstraint("concept", "nummer"),
)

conceptantwoord = Table(
    "conceptantwoord",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("conceptdeel", index=True),
    Column("oordeel", String(20), nullable=False),
    Column("reden", Text),
    Column("weergave", Text),  # the words for the reactienota; NULL: those of who reacted
    Column("aantal", Integer, nullable=False),
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
)

conceptreactie = Table(
    "conceptreactie",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("conceptdeel", index=True),
    _naar("bewoner", nullable=True, index=True),  # NULL: nobody said who it was
    _naar("account", naam="vastlegger", nullable=True),  # who typed it in for someone
    Column("tekst", Text, nullable=False),
    Column("op", UtcMoment, nullable=False),
    _naar("conceptantwoord", naam="antwoord", nullable=True, index=True),
    Index(None, "wijk", "antwoord"),
)

# "Ik doe niet mee": a full answer of a resident, which can be taken back.
nietmee = Table(
    "nietmee",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("bewoner", unique=True),
    _naar("account", naam="vastlegger", nullable=True),  # who recorded it at the door; NULL: the resident
    Column("op", UtcMoment, nullable=False),
)

# What not taking part means here, in the organisator's words.
nietmeetekst = Table(
    "nietmeetekst",
    metadata,
    _id(),
    Column("wijk", _Id, ForeignKey("wijk.id"), nullable=False, unique=True),
    Column("tekst", Text, nullable=False),
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
)

# A resident's plan to renovate or move.
natuurlijkmoment = Table(
    "natuurlijkmoment",
    metadata,
    _id(),
    _wijk(),
    _publiek_id(),
    _naar("bewoner"),
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
    _id(),
    _wijk(),
    _publiek_id(),
    Column("soort", String(20), nullable=False),
    Column("titel", String(100), nullable=False),
    Column("uitleg", String(600), nullable=False),
    Column("straten", JSON, nullable=False),
    Column("van", Date, nullable=False),
    Column("tot", Date, nullable=False),
    Column("door", String(100), nullable=False),
    Column("link", String(300)),
    Column("op", UtcMoment, nullable=False),
    _naar("account", naam="gemaakt_door"),
    Column("ingetrokken_op", UtcMoment),
    Index(None, "wijk", "van"),
)
