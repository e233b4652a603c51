"""Tables of the seats of geledingen, presidium and campagneteam, of their vacatures, and of who would like one."""

from sqlalchemy import JSON, CheckConstraint, Column, Date, Integer, String, Table, Text, UniqueConstraint

from bot.storage.tables.kolommen import (
    UtcMoment,
    een_tegelijk,
    eigen_id,
    metadata,
    publiek_id,
    van_wijk,
    verwijzing,
)

# A seat never lapses: without `account` it is vacant.
zetel = Table(
    "zetel",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    Column("orgaan", String(15), nullable=False),
    Column("van", String(15), nullable=False),  # a geleding, or voorzitter
    Column("nummer", Integer, nullable=False),
    verwijzing("account", nullable=True, index=True),
    Column("naam", String(60)),  # only when who sits there wants to be named
    Column("sinds", UtcMoment),
    UniqueConstraint("wijk", "orgaan", "van", "nummer"),
    CheckConstraint("orgaan IN ('geleding', 'presidium', 'campagneteam')", name="orgaan"),
    CheckConstraint("account IS NOT NULL OR (naam IS NULL AND sinds IS NULL)", name="vacant"),
)

vacature = Table(
    "vacature",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("zetel"),
    Column("tekst", Text, nullable=False),
    Column("taal", String(8), nullable=False),  # in which it was written
    Column("profiel", JSON, nullable=False),  # of bot.rules.zetel
    Column("wijze", String(10), nullable=False),
    Column("staat", String(12), nullable=False, server_default="open"),
    verwijzing("account", naam="gemaakt_door"),
    Column("op", UtcMoment, nullable=False),
    verwijzing("peiling", nullable=True),  # in which the geleding voted
    CheckConstraint("wijze IN ('loting', 'stemming', 'raad')", name="wijze"),
    CheckConstraint("staat IN ('open', 'loting', 'vervuld', 'leeg', 'ingetrokken')", name="staat"),
    een_tegelijk("zetel", zolang="staat IN ('open', 'loting')"),
)

# Gone when the vacature ends, whoever gets the seat.
kandidaat = Table(
    "kandidaat",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("vacature"),
    verwijzing("account", index=True),
    Column("namens", String(60)),  # of who is not in the geleding yet: whom they would represent there
    Column("naam", String(60)),
    Column("op", UtcMoment, nullable=False),
    UniqueConstraint("vacature", "account"),
)

# A draw between candidates: `publiek_id` is the id of its leaf in the log, where the candidates stand too. It is made
# once and never changed: the head that decides and the order are only filled in.
loting = Table(
    "loting",
    metadata,
    eigen_id(),
    van_wijk(),
    publiek_id(),
    verwijzing("vacature", unique=True),
    Column("blad", Integer, nullable=False),  # number of the leaf
    Column("dag", Date, nullable=False),
    Column("kandidaten", JSON, nullable=False),  # their random ids
    Column("hoofd", String(40)),  # file of the head that decided
    Column("volgorde", JSON(none_as_null=True)),
)
