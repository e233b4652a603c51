"""Moving an installation to another database, row by row; of residents who move house is bot/storage/verhuizingen.py.

A begun target has the version `VERHUIST`, so that nothing else opens it; how far it came is what stands in it.
"""

from bot.storage.verhuis.gang import Melder, Uitkomst, verhuis

__all__ = ["Melder", "Uitkomst", "verhuis"]
