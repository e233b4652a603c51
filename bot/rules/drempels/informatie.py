"""informatie: residents came to a meeting where they could ask questions (NPLW, besluit: at least a third)."""

TELT = frozenset({"aanwezig_vragen"})
