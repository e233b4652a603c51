"""What is shown of how many residents support an idea. Pure.

Anyone may look every day, and knows of one neighbour what that neighbour does. So what is shown is in fives, none of
fewer than five, and stays as it was until it differs by five: a number that just moved is not moved by one neighbour.
"""

from bot.rules.kleine_cellen import KLEINSTE, MINDER, cel


def getoond(vorige: int, nu: int) -> int:
    """Return the support to show: a multiple of five, 0 for fewer than five.

    Args:
        vorige: what was shown last, 0 at first.
        nu: how many support it now.
    """
    if abs(nu - vorige) < KLEINSTE:
        return vorige
    rond = cel(nu)
    return 0 if rond == MINDER else int(rond)
