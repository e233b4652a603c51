"""Heads counted in a room beside the people on its door list: when do the two differ so much that someone must look?"""

_TWINTIGSTE = 20


def vraagt_een_blik(hoofden: int, op_lijst: int) -> bool:
    """Say whether the list differs more than 5% from the heads that were counted.

    Args:
        op_lijst: residents and guests who are known to be there.
    """
    return abs(hoofden - op_lijst) * _TWINTIGSTE > hoofden
