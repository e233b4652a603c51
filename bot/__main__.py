"""`python -m bot` is the command `gehoord`."""

import sys

from bot.cli import main

sys.exit(main())
