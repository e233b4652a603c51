"""Addresses of pages: which ones a browser opens safely. Pure."""

from urllib.parse import urlsplit

LANGSTE = 300


def is_link(tekst: str) -> bool:
    """Say whether this is the address of a page on https, of at most `LANGSTE` characters."""
    try:
        deel = urlsplit(tekst)
    except ValueError:
        return False
    veilig = deel.scheme == "https" and "." in deel.netloc and "@" not in deel.netloc
    return veilig and len(tekst) <= LANGSTE and not any(teken.isspace() or not teken.isprintable() for teken in tekst)
