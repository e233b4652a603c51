"""Around the form of a poll: drafts, trying it on oneself, and copying an earlier one."""

from bot.services import peilingconcept, peilingkopie, peilingproef
from handlers.beurt import met, met_ja, zonder

TAPS = {
    "pkopie": met(peilingkopie.neem_over),
    "ppas": met(peilingkopie.pas_aan),
    "pbewaar": zonder(peilingconcept.bewaar),
    "pconcepten": zonder(peilingconcept.lijst),
    "pconcept": met(peilingconcept.open_concept),
    "pcweg": met_ja(peilingconcept.gooi_weg),
    "pproef": zonder(peilingproef.begin),
    "pt": met(peilingproef.tik),
    "pklaar": zonder(peilingproef.klaar),
}
STAPPEN = {peilingproef.SOORT: met(peilingproef.typ)}
