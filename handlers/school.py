"""Links of a school or vereniging beside a poll: who opens one, and the staff that make, print and stop them."""

from bot.services import school
from handlers.beurt import met, met_ja

TAPS = {
    "school": met(school.lijst),
    "school_nieuw": met(school.begin),
    "school_toon": met(school.toon),
    "school_stop": met_ja(school.stop),
}
START = {"school": met(school.open_)}
