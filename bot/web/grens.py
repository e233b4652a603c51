"""How many lines may be open at once. Apart from the server, which each start would load for it."""

import resource
from contextlib import suppress


def gun_verbindingen() -> None:
    """Let as many connections be open as the machine allows: each page is one, and by default there are 1,024."""
    hoogstens = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    with suppress(ValueError, OSError):  # where that is unlimited, a program may not always ask for it (macOS)
        resource.setrlimit(resource.RLIMIT_NOFILE, (hoogstens, hoogstens))
