"""That the last migration is known without Alembic: each start asks, and loading it takes a tenth of a second."""

import subprocess
import sys

from alembic.script import ScriptDirectory

from bot.storage import schema


def test_the_files_of_migrations_are_in_the_order_that_alembic_gives_them() -> None:
    script = ScriptDirectory(str(schema._MIGRATIES))
    volgorde = [een.revision for een in script.walk_revisions()][::-1]
    assert volgorde == sorted(volgorde)
    assert volgorde[-1] == schema.hoofd()


def test_a_start_loads_nothing_that_it_does_not_use() -> None:
    code = "import bot.cli.start, sys; print([m for m in ('alembic', 'bot.doctor', 'bot.demo') if m in sys.modules])"
    gedaan = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert gedaan.stdout.strip() == "[]"
