import subprocess
import sys

_CODE = """
import gc
from bot import geheugen

class Kring:
    def __init__(self):
        self.zelf = self

blijft = [Kring() for _ in range(50)]
geheugen.laat_rusten()
assert not any(isinstance(een, Kring) for een in gc.get_objects()), "a search goes through what was there"
weg = Kring()
import weakref
kijk = weakref.ref(weg)
del weg
gc.collect()
assert kijk() is None, "what came after is not let go"
"""


def test_the_search_for_garbage_leaves_what_was_there_at_the_start_alone_and_finds_what_comes_after() -> None:
    """In a process of its own: it is the whole process that changes."""
    subprocess.run([sys.executable, "-c", _CODE], check=True, timeout=60)
