"""What someone says is not right about what staff recorded of them: one waits, one was answered."""

from tests.wandelstappen.mensen import AANSPREEKPUNT, ANNA, BEGELEIDER, BUUR, STRAATCONTACT_2
from tests.wandelstappen.stap import Stappen

_GESPROKEN = ("dgp:", "dgv:", "dgk")
_KLOPT_NIET = ("mbk:", "mbw:niet:")

STAPPEN: Stappen = (
    (BEGELEIDER, ("/deurgesprek", "dgt:~Uilenpad", "dgh:", *_GESPROKEN)),
    (BEGELEIDER, ("/deurgesprek", "dgt:~Uilenpad", "dgh:@1", *_GESPROKEN)),
    (BUUR, ("/mijnbijdrage", "mb:", *_KLOPT_NIET)),
    (AANSPREEKPUNT, ("/correcties", "co:", "coa:", '"De begeleider sprak u bij het plein."')),
    (STRAATCONTACT_2, ("/mijnbijdrage", "mb:", *_KLOPT_NIET)),
)

VERDER: Stappen = (
    (ANNA, ("/mijnbijdrage", "mb:", "mbk:")),
    (ANNA, ("/mijnbijdrage", "mb:", "mbk:", "mbw:anders:")),
    (BEGELEIDER, ("/deurgesprek", "dgt:~Merelweg", "dgh:")),
)
