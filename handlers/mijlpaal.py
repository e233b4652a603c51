"""Moments at the gemeenteraad and elsewhere: what is coming and what was, changing one, speaking there, the outcome."""

from bot.services import inspreken, mijlpaal, mijlpaaluitslag, mijlpaalwijziging
from handlers.beurt import begint, met, met_bladzij, met_ja, met_paar

COMMANDS = {"mijlpalen": met_bladzij(mijlpaal.lijst), "mijlpaal": begint(mijlpaal.FORMULIER)}
TAPS = {
    "mijlpalen": met_bladzij(mijlpaal.lijst),
    "mijlpaal": begint(mijlpaal.FORMULIER),
    "ml": met(mijlpaalwijziging.toon),
    "mlw": met(mijlpaalwijziging.begin),
    "mlx": met_ja(mijlpaalwijziging.trek_in),
    "mlwas": met_bladzij(mijlpaaluitslag.lijst),
    "mlu": met(mijlpaaluitslag.begin),
    "mlh": met_paar(inspreken.herinner_mij),
    "mlics": met(mijlpaalwijziging.agendabestand),
}
