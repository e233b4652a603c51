"""Every table there is, a file per subject, and nothing that reads or writes them.

Each that belongs to a wijk carries it. All are read from here: which file holds one matters to who changes it only.
"""

from bot.storage.tables.berichten import *
from bot.storage.tables.bewijs import *
from bot.storage.tables.bewoners import *
from bot.storage.tables.bijeenkomsten import *
from bot.storage.tables.ideeen import *
from bot.storage.tables.inbreng import *
from bot.storage.tables.kolommen import *
from bot.storage.tables.mail import *
from bot.storage.tables.mijlpalen import *
from bot.storage.tables.openbaar import *
from bot.storage.tables.peilingen import *
from bot.storage.tables.plannen import *
from bot.storage.tables.processen import *
from bot.storage.tables.spelregels import *
from bot.storage.tables.team import *
from bot.storage.tables.traject import *
from bot.storage.tables.vragen import *
from bot.storage.tables.webkanaal import *
from bot.storage.tables.werkgroepen import *
from bot.storage.tables.zetels import *
