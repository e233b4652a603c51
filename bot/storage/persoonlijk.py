"""Which kinds of message carry an address or a name, and which only the team may read."""

PERSOONLIJK = (
    "welkom.vol_team",
    "uitnodiging.aangenomen",
    "rol.kwijt",
    "hulpvraag.nieuw",
    "hulpvraag.wacht",
    "hulpvraag.genomen",
    "hulpvraag.door_ander",
    "hulpvraag.overgenomen",
    "hulpvraag.weg",
    "gewisteplek.een",
    "bijdrage.bewijs",
    "correctie.een",
    "correctie.antwoord",
    "adresverzoek.een",
    "adresverzoek.antwoord",
    "peiling.ingestuurd",
    "bijeenkomstvraag.antwoord",
    "vraag.nieuw",
    "vraag.herinner",
    "vraag.hoger",
    "vraag.antwoord",
    "vraag.gemeld",
    "vraagstop.nieuw",
    "peiling.weerwoord_later",
    "idee.stap",
    "vacature.geloot",
    "vacature.afloop",
)
"""These carry an address, a name, a key or what someone brought in: they are emptied when they end."""

VERDWIJNT = ("peiling.weerwoord_later", "idee.stap", "vacature.geloot", "vacature.afloop")
"""Of these the row alone says who wrote or wanted something: it goes when it ends, however that is."""

ALLEEN_TEAM = (
    "welkom.vol_team",
    "brengen.nieuw",
    "hulpvraag.nieuw",
    "hulpvraag.wacht",
    "voorstel.een",
    "gewisteplek.een",
    "correctie.een",
    "adresverzoek.een",
    "aandragen.nieuw",
    "idee.wacht",
    "mijlpaal.vul_in",
    "vraag.nieuw",
    "vraag.herinner",
    "vraag.hoger",
    "vraag.gemeld",
    "vraagstop.nieuw",
)
"""What only someone with a role may read."""
