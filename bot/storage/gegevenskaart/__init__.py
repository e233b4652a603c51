"""The map of all that is kept: every table, and of every column whether the person whom it is about may read it.

From it follow the file of /mijngegevens (`eigenbestand`), what erasing and taking back consent delete (`wissen`), what
goes when (`bewaren`) and the table of docs/avg.md. A column that it does not name is in no file; a test asks for each.
"""

from bot.storage.gegevenskaart.berichten import BERICHTEN
from bot.storage.gegevenskaart.bewijs import BEWIJS
from bot.storage.gegevenskaart.bijeenkomsten import BIJEENKOMSTEN
from bot.storage.gegevenskaart.mensen import MENSEN
from bot.storage.gegevenskaart.openbaar import OPENBAAR
from bot.storage.gegevenskaart.peilingen import PEILINGEN
from bot.storage.gegevenskaart.plannen import PLANNEN
from bot.storage.gegevenskaart.soort import Tabel
from bot.storage.gegevenskaart.team import TEAM
from bot.storage.gegevenskaart.traject import TRAJECT

_DELEN = (MENSEN, BERICHTEN, BEWIJS, BIJEENKOMSTEN, PEILINGEN, PLANNEN, OPENBAAR, TRAJECT, TEAM)
KAART: dict[str, Tabel] = {een.tabel.name: een for deel in _DELEN for een in deel}
"""Each table by its name."""
