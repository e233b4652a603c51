"""What people must know to choose: what each solution means for them, and how the wijk is doing in figures."""

from bot.demo.verteller import Verhaal

_KAARTEN = """\
[[kaart]]
oplossing = "Een warmtenet"
gas = "stopt"
gas_wanneer = "in 2030"
eenmalig = { van = 4000, tot = 6000, bron = "Verzonnen voorbeeld van de demo", dag = 2026-01-15 }
maandelijks = { van = 90, tot = 120, bron = "Verzonnen voorbeeld van de demo", dag = 2026-01-15 }
wanneer = "Eén dag werk in uw huis, waarschijnlijk in 2029."
huurders = "De corporatie betaalt de aansluiting. Uw huur gaat er niet om omhoog."
ruimte = "Een kastje waar nu de ketel hangt."
wijk = "Elke straat gaat ongeveer drie weken open."
co2 = "Ongeveer de helft minder dan met gas."

[[kaart]]
oplossing = "Elk huis een warmtepomp"
gas = "stopt"
gas_wanneer = "als u overstapt"
eenmalig = { van = 9000, tot = 15000, bron = "Verzonnen voorbeeld van de demo", dag = 2026-01-15 }
maandelijks = { van = 70, tot = 110, bron = "Verzonnen voorbeeld van de demo", dag = 2026-01-15 }
wanneer = "U kiest zelf wanneer. Isoleren gaat voor."
huurders = "De corporatie beslist, als zeven van de tien huurders meedoen."
ruimte = "Een kast binnen, en een apparaat buiten."
wijk = "De netbeheerder maakt het stroomnet zwaarder. Dat is in 2031 klaar."
co2 = "Ongeveer twee derde minder dan met gas."
"""
_REEKS = "Huizen met goede isolatie"
_CIJFERS = (
    "indicator;datum;waarde;bron;eenheid\n"
    f"{_REEKS};2021;11;Verzonnen voorbeeld;huizen\n"
    f"{_REEKS};2022;14;Verzonnen voorbeeld;huizen\n"
    f"{_REEKS};2023;19;Verzonnen voorbeeld;huizen\n"
    f"{_REEKS};2024;27;Verzonnen voorbeeld;huizen\n"
    f"{_REEKS};2025;34;Verzonnen voorbeeld;huizen\n"
)


async def warmtekaarten(v: Verhaal) -> None:
    """Two solutions on four levels, with costs and their source; a resident puts them beside each other."""
    scherm = await v.ibrahim.vraag("/warmtekaarten", knop="Kaarten uit bestand")
    await v.ibrahim.druk(scherm, "Kaarten uit bestand", "Stuur het bestand")
    await v.ibrahim.stuur("kaarten.toml", _KAARTEN.encode(), "application/toml", "akkoord nodig")
    await v.noor_zegt_ja("Wat het betekent", "2 kaarten")
    v.zeg(
        "🃏 Voor elke oplossing is er een kaart: wat betekent zij voor u? De cijfers zijn verzonnen; dat staat erbij."
    )
    fatma = v.bewoners[2]
    lijst = await fatma.vraag("/warmtekaarten", "4.000")
    kaart = await fatma.druk(lijst, "Een warmtenet", "Begrijpt u wat dit voor u betekent")
    naast = await fatma.druk(kaart, "Naast elkaar zetten", "Elk huis een warmtepomp")
    await fatma.druk(naast, "Een warmtenet", "Begrijpt u wat dit voor u betekent")
    await fatma.tik(kaart, "Ja")
    v.zeg("   Fatma zet ze naast elkaar en zegt dat zij het begrijpt.")


async def cijfers(v: Verhaal) -> None:
    """Five years of one figure, from a file; residents get them as a picture with the same in words."""
    scherm = await v.ibrahim.vraag("/cijfers", knop="Uit bestand")
    await v.ibrahim.druk(scherm, "Uit bestand", "als CSV")
    await v.ibrahim.stuur("cijfers.csv", _CIJFERS.encode(), "text/csv", "akkoord nodig")
    await v.noor_zegt_ja("Cijfers", "ijfers")
    reeks = await v.ibrahim.druk(await v.ibrahim.vraag("/cijfers", knop=_REEKS), _REEKS, "2025", nieuw=True)
    await v.ibrahim.druk(reeks, "Openbaar maken", "ook op de openbare pagina", nieuw=True)
    await v.bewoners[8].druk(await v.bewoners[8].vraag("/cijfers", _REEKS), _REEKS, "2025: 34", nieuw=True)
    v.zeg(
        "📈 Ibrahim zet er cijfers bij uit een bestand. Daan ziet hoeveel huizen goed geïsoleerd zijn, jaar voor jaar."
    )
