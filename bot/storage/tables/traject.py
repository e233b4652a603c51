"""Tables of the traject: its stages, their tasks, documents, balances and lessons, and the advice given."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
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
    een_tegelijk,
    eigen_id,
    metadata,
    publiek_id,
    van_wijk,
    verwijzing,
)

# The road to the gemeenteraad that a wijk chose; one runs at a time. `inhoud` says what its stages are.
traject = Table(
    "traject",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("sjabloon", String(40), nullable=False),
    Column("inhoud", Text, nullable=False),  # canonical JSON of bot.rules.trajecten.Traject
    Column("besluitdatum", Date, nullable=False),
    verwijzing("account", naam="gemaakt_door", nullable=True),  # NULL: by a file on the server
    Column("begonnen_op", UtcMoment, nullable=False),
    Column("gestopt_op", UtcMoment),
    een_tegelijk("wijk", zolang="gestopt_op IS NULL"),
)

# Each time that a stage is gone through: who goes back to one gets a new row, and the old one stays.
fase = Table(
    "fase",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("traject"),
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
    eigen_id(),
    van_wijk(),
    Column("naam", String(60), nullable=False),
    Column("van", Date, nullable=False),
    Column("tot", Date, nullable=False),
    Index(None, "wijk"),
)

# A task that the team added to the checklist of a stage, in whatever round.
fasetaak = Table(
    "fasetaak",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("traject"),
    Column("sleutel", String(40), nullable=False),
    Column("spoor", String(40), nullable=False),
    Column("tekst", String(150), nullable=False),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
    Index(None, "traject", "sleutel"),
)

# Who ticked or unticked what, and when. Of each task the last row says how it stands.
afvinking = Table(
    "afvinking",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("fase", index=True),
    Column("taak", String(60), nullable=False),  # its key in the template, or the publiek_id of a fasetaak
    Column("gedaan", Boolean, nullable=False),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="door"),
)

# How a stage ended: one row for each time that it was gone through.
fasebalans = Table(
    "fasebalans",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("fase", unique=True),
    Column("uitkomst", String(6), nullable=False),
    Column("naar", JSON, nullable=False),  # keys of the stages that began with it
    Column("toelichting", Text, nullable=False),
    Column("eigen", Text),  # what residents read in the organisator's own words
    Column("open_taken", JSON, nullable=False),
    Column("beslist", String(30), nullable=False),
    Column("dag", Date, nullable=False),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
    verwijzing("account", naam="bevestigd_door"),
    CheckConstraint("uitkomst IN ('verder', 'terug', 'stop')", name="uitkomst"),
    CheckConstraint("uitkomst <> 'stop' OR eigen IS NOT NULL", name="eigen"),
)

# A document of a stage. Nobody but the team sees one that is not public.
fasestuk = Table(
    "fasestuk",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("fase", index=True),
    verwijzing("stuk", index=True),
    Column("titel", String(100), nullable=False),
    Column("openbaar", Boolean, nullable=False),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
    Column("ingetrokken_op", UtcMoment),
)

# Short questions at the end of a stage: to the team about working together, to residents about trust.
meting = Table(
    "meting",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("fase"),
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
    van_wijk(),
    verwijzing("meting", index=True),
    Column("cijfers", JSON, nullable=False),
    sqlite_with_rowid=False,
)

# That someone answered, so that nobody does so twice; deleted when the questions close.
meetdeelname = Table(
    "meetdeelname",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("meting"),
    verwijzing("bewoner", nullable=True, index=True),
    verwijzing("account", nullable=True, index=True),
    UniqueConstraint("meting", "bewoner"),
    UniqueConstraint("meting", "account"),
    CheckConstraint("(bewoner IS NULL) <> (account IS NULL)", name="wie"),
)

# What the team learned in a stage, for the next wijk. Of nobody.
les = Table(
    "les",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("fase", index=True),
    Column("tekst", String(500), nullable=False),
)

# What a group of residents advises, never one person. One that was withdrawn stays, and says so.
advies = Table(
    "advies",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("titel", String(100), nullable=False),
    Column("tekst", Text, nullable=False),
    Column("van", String(14), nullable=False),  # bot.services.advies.VAN
    Column("werkgroep", String(60), nullable=False),  # its name as it was; empty when it is of another group
    Column("aan", String(14), nullable=False),
    Column("dag", Date, nullable=False),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
    Column("ingetrokken_op", UtcMoment),
    Column("reden", String(300)),
    CheckConstraint("aan IN ('college', 'gemeenteraad', 'team')", name="aan"),
    Index(None, "wijk", "id"),
)

# What was answered to it. The last row holds; without a reason only an advice that is taken is answered.
adviesantwoord = Table(
    "adviesantwoord",
    metadata,
    eigen_id(),
    van_wijk(),
    verwijzing("advies", index=True),
    Column("oordeel", String(6), nullable=False),
    Column("reden", Text),
    Column("op", UtcMoment, nullable=False),
    verwijzing("account", naam="gemaakt_door"),
    CheckConstraint("oordeel IN ('ja', 'deels', 'nee')", name="oordeel"),
    CheckConstraint("oordeel = 'ja' OR reden IS NOT NULL", name="reden"),
)

# To whom staff go when something gets stuck, and after how many days.
escalatiestap = Table(
    "escalatiestap",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("wie", String(100), nullable=False),
    Column("bereik", String(120)),
    Column("na_dagen", Integer, nullable=False),
    Index(None, "wijk", "na_dagen"),
)
