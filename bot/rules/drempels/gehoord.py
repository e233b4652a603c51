"""gehoord: residents have been heard (NPLW, besluit: more than half). Choosing an evening is not being heard."""

TELT = frozenset({"stem_besluit"})
ALS_AFGESPROKEN = {"deurgesprek_telt": frozenset({"gesprek"})}
