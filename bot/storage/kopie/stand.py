"""How far a database came, so that nobody puts an older one over a newer one unawares."""

STANDEN = (
    "SELECT coalesce(max(nr), 0) FROM tijdvak",
    "SELECT coalesce(max(teller), 0) FROM tijdvak WHERE nr = (SELECT max(nr) FROM tijdvak)",
    "SELECT coalesce(max(id), 0) FROM inbox",
    "SELECT coalesce(max(id), 0) FROM bewijs",
    "SELECT coalesce(max(id), 0) FROM outbox",
    "SELECT coalesce(max(id), 0) FROM bewoner",
    "SELECT coalesce(max(id), 0) FROM huishouden",
)
"""What only goes up in a life, the first first: epochs, what was claimed in the last, and what came in."""
