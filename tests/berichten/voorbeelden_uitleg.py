"""Sample data of the explanations behind a "?"."""

from berichten.uitleg import NAMEN
from tests.berichten.lastig import Data

UITLEG: dict[str, list[Data]] = {"uitleg": [{"naam": naam} for naam in NAMEN]}
