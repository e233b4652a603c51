"""What made-up residents do when a day passes in a practice wijk: they vote in every kind of poll, and sign up."""

from datetime import timedelta

from sqlalchemy import Connection, func, select

from bot.rules.peilingen import METHODEN
from bot.services.handeling import AMSTERDAM
from bot.services.oefenbewoners import Hier, reageer
from bot.storage import tables as t
from tests.builders import NU, een_account, een_bewoner, een_bijeenkomst, een_peiling, een_wijk
from tests.rules.test_peilingen import gewoon_antwoord


def test_most_of_them_vote_with_every_method_and_some_say_that_they_come(tx: Connection) -> None:
    wijk = een_wijk(tx)
    wie = [str(-nummer) for nummer in range(1, 13)]
    for een in wie:
        een_account(tx, een, bewoner=een_bewoner(tx, wijk))
    for naam, methode in METHODEN.items():
        opzet = methode.opzet(gewoon_antwoord(methode))
        een_peiling(tx, wijk, opzet.opties, methode=naam, instellingen=dict(opzet.instellingen))
    een_bijeenkomst(tx, wijk, begin=NU + timedelta(days=2))
    reageer(tx, Hier(wijk, "telegram", NU, AMSTERDAM, bytes(32)), wie)
    stemmen = select(t.peiling.c.methode, func.count()).join(t.stembiljet, t.stembiljet.c.peiling == t.peiling.c.id)
    per_methode: dict[str, int] = dict(iter(tx.execute(stemmen.group_by(t.peiling.c.methode))))
    assert per_methode.keys() == METHODEN.keys()
    assert all(5 <= aantal <= len(wie) for aantal in per_methode.values()), per_methode
    assert 0 < (tx.scalar(select(func.count()).select_from(t.aanmelding)) or 0) < len(wie)
