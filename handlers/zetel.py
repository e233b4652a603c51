"""Seats of the geledingen, presidium and campagneteam, and the vacatures for those that are vacant."""

from bot.services import vacature, verkiezing, zetel
from handlers.beurt import met, met_bladzij, met_ja, zonder

COMMANDS = {"zetels": met_bladzij(zetel.lijst)}
TAPS = {
    "zetels": met_bladzij(zetel.lijst),
    "zt": met(zetel.toon),
    "ztb": met_bladzij(zetel.beheer),
    "ztn": zonder(zetel.begin),
    "ztnaam": met(zetel.begin_naam),
    "ztz": met(zetel.zonder_naam),
    "ztx": met_ja(zetel.stop),
    "ztvrij": met(zetel.vraag_vrij),
    "vcn": met(vacature.begin),
    "vc": met(vacature.toon),
    "vcja": met(vacature.reageer),
    "vcnee": met(vacature.trek_terug),
    "vcnaam": met(vacature.begin_naam),
    "vcb": met_ja(vacature.benoem),
    "vcx": met_ja(vacature.sluit),
    "vcl": met_ja(verkiezing.laat_loten),
    "vcg": met(verkiezing.begin),
}
