"""Tables of mijlpalen, and of who does what around the decision."""

from sqlalchemy import JSON, Boolean, CheckConstraint, Column, Index, String, Table, UniqueConstraint

from bot.storage.tables.kolommen import UtcMoment, eigen_id, metadata, publiek_id, van_wijk, verwijzing

# A moment at the gemeenteraad, another body or in the wijk that everybody may know of, and how one may speak there.
mijlpaal = Table(
    "mijlpaal",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("bij", String(20), nullable=False),
    Column("titel", String(100), nullable=False),
    Column("moment", UtcMoment, nullable=False),
    Column("uitleg", String(400), nullable=False),
    Column("link", String(300)),
    Column("plaats", String(200)),
    Column("inspreken_op", UtcMoment),  # the evening that the griffie names, which may be another than `moment`
    Column("inspreken_tot", UtcMoment),  # until when one can register for it
    Column("inspreken_hoe", String(300)),
    Column("taal", String(8), nullable=False, server_default="nl"),  # that its maker reads
    verwijzing("account", naam="gemaakt_door"),
    Column("ingetrokken_op", UtcMoment),
    CheckConstraint("bij IN ('gemeenteraad', 'commissie', 'college', 'wijkdorpsraad', 'wijk')", name="bij"),
    Index(None, "wijk", "moment"),
)

# What came out of one, in plain words on the four levels; the last row holds, a later one corrects.
mijlpaal_uitslag = Table(
    "mijlpaal_uitslag",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("mijlpaal", index=True),
    Column("uitkomst", String(20), nullable=False),
    Column("mij", String(300)),
    Column("woning", String(300)),
    Column("buurt", String(300)),  # the level of the wijk
    Column("wereld", String(300)),
    Column("vieren", Boolean, nullable=False),
    Column("link", String(300)),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
    CheckConstraint(
        "uitkomst IN ('aangenomen', 'aangepast', 'niet_aangenomen', 'uitgesteld', 'besproken')", name="uitkomst"
    ),
    CheckConstraint("coalesce(mij, woning, buurt, wereld) IS NOT NULL", name="gezegd"),
)

# Who asked to be reminded to register for speaking at one.
inspreekwens = Table(
    "inspreekwens",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("mijlpaal", index=True),
    verwijzing("account"),
    UniqueConstraint("account", "mijlpaal"),
)

# Who does what, and what the decision is about: a row each time that somebody wrote a part; the last one holds. Of an
# earlier contact only that there was one stays.
wiedoetwat = Table(
    "wiedoetwat",
    metadata,
    eigen_id(),
    van_wijk(),
    Column("onderdeel", String(30), nullable=False),
    Column("tekst", String(700)),
    Column("trede", String(20)),  # level of the participatieladder
    Column("naam", String(100)),
    Column("telefoon", String(30)),
    Column("email", String(254)),
    Column("link", String(300)),
    verwijzing("stuk", nullable=True),
    Column("openbaar", Boolean, nullable=False),  # a contact may stand on the public page too
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
    Index(None, "wijk", "onderdeel"),
)

# An organisation at the table that is no resident, such as the woningcorporatie.
partner = Table(
    "partner",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("soort", String(20), nullable=False),
    Column("naam", String(100), nullable=False),
    Column("wat", String(300), nullable=False),
    Column("contact", String(200)),
    Column("link", String(300)),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
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
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("partner", index=True),
    Column("tekst", String(700), nullable=False),
    Column("link", String(300)),
    verwijzing("stuk", nullable=True),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
    Column("ingetrokken_op", UtcMoment),
)

# What changed in one, as people are told it: name, old and new; nothing when it was withdrawn.
mijlpaal_wijziging = Table(
    "mijlpaal_wijziging",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("mijlpaal", index=True),
    Column("velden", JSON, nullable=False),
    Column("op", UtcMoment, nullable=False),
)
