"""Controleer het bewijs van een wijk: zonder Gehoord, met alleen Python (3.9 of nieuwer).

    python3 controleer.py --export bewijs.jsonl --ijkpunten ijkpunten/ --sleutel sleutel.pub [--bewaard ijkpunt.txt]
Wat hier gebeurt staat in docs/bewijs.md. Het eindigt met 0 als alles klopt, met 1 als er iets niet klopt (het zegt
wat het eerst fout is) en met 2 als een bestand niet te lezen is. --bewaard: een ijkpunt dat u eerder zelf bewaarde.
"""

import argparse, base64, datetime, fractions, functools, hashlib, json, math, pathlib, re, sys

# De handtekening is Ed25519 (RFC 8032). Een punt op de kromme is (X, Y, Z, T): x = X/Z, y = Y/Z en xy = T/Z.
# Zo hoeft er bij het optellen nergens gedeeld te worden.
PRIEM, ORDE = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
KROMME = -121665 * pow(121666, PRIEM - 2, PRIEM) % PRIEM


def tel_op(p, q):  # twee punten bij elkaar
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % PRIEM, (p[1] + p[0]) * (q[1] + q[0]) % PRIEM
    c, d = 2 * p[3] * q[3] * KROMME % PRIEM, 2 * p[2] * q[2] % PRIEM
    return (b - a) * (d - c) % PRIEM, (d + c) * (b + a) % PRIEM, (d - c) * (d + c) % PRIEM, (b - a) * (b + a) % PRIEM


def keer(getal, punt):  # een punt zo vaak bij zichzelf
    uit = (0, 1, 1, 0)
    for bit in bin(getal)[2:]:  # van voor naar achter: verdubbelen, en er een bij waar een 1 staat
        uit = tel_op(tel_op(uit, uit), punt) if bit == "1" else tel_op(uit, uit)
    return uit


def lees_punt(bytes_):  # 32 bytes zijn y, met in het hoogste bit of x oneven is; geen punt: None
    y = int.from_bytes(bytes_, "little")
    oneven, y = y >> 255, y & (2**255 - 1)
    kwadraat = (y * y - 1) * pow(KROMME * y * y + 1, PRIEM - 2, PRIEM) % PRIEM
    x = pow(kwadraat, (PRIEM + 3) // 8, PRIEM)
    if (x * x - kwadraat) % PRIEM:
        x = x * pow(2, (PRIEM - 1) // 4, PRIEM) % PRIEM
    if y >= PRIEM or (x * x - kwadraat) % PRIEM or (x == 0 and oneven):
        return None
    x = x if x & 1 == oneven else PRIEM - x
    return x, y, 1, x * y % PRIEM


@functools.lru_cache(maxsize=10000)
def is_getekend(sleutel, tekst, handtekening):  # zeg of deze sleutel deze tekst heeft getekend
    a, s = lees_punt(sleutel), int.from_bytes(handtekening[32:], "little")
    if a is None or len(handtekening) != 64 or s >= ORDE:
        return False
    k = int.from_bytes(hashlib.sha512(handtekening[:32] + sleutel + tekst).digest(), "little") % ORDE
    basis = lees_punt((4 * pow(5, PRIEM - 2, PRIEM) % PRIEM).to_bytes(32, "little"))
    x, y, z, _ = tel_op(keer(s, basis), keer(k, (PRIEM - a[0], a[1], 1, PRIEM - a[3])))
    x, y = x * pow(z, PRIEM - 2, PRIEM) % PRIEM, y * pow(z, PRIEM - 2, PRIEM) % PRIEM
    return (y | (x & 1) << 255).to_bytes(32, "little") == handtekening[:32]


class Fout(Exception):
    """Er klopt iets niet: welke fout uit de tabel in docs/bewijs.md, en waar."""


def eis(goed, fout, uitleg):  # stop met deze fout, tenzij het goed is
    if not goed:
        raise Fout(f"{fout}: {uitleg}")


def is_tekst(waarde, vorm=r"[\s\S]*"):  # zeg of dit een tekst is van deze vorm
    return isinstance(waarde, str) and re.fullmatch(vorm, waarde) is not None


def is_dag(waarde):  # zeg of dit een dag is, als 2027-01-31
    try:
        return is_tekst(waarde, "[0-9]{4}-[0-9]{2}-[0-9]{2}") and bool(datetime.date.fromisoformat(waarde))
    except ValueError:
        return False


def uit_base64(tekst):  # lees base64 die precies zo geschreven is als het hoort; anders komt er niets uit
    try:
        waarde = base64.b64decode(tekst, validate=True)
    except ValueError:
        return b""
    return waarde if base64.b64encode(waarde).decode() == tekst else b""


def sha256(bytes_):  # geef de SHA-256 van bytes
    return hashlib.sha256(bytes_).digest()


def lees_sleutel(inhoud):  # lees sleutel.pub: de naam van het log, en de sleutel
    tekst = inhoud.decode("ascii", "replace")
    gevonden = re.fullmatch(r"([A-Za-z0-9_-]{22})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)\n", tekst)
    naam, merk, waarde = (gevonden[1], gevonden[2], uit_base64(gevonden[3])) if gevonden else ("", "", b"")
    eis(len(waarde) == 33 and waarde[0] == 1, "sleutel", "dit is geen sleutel van een log")
    eis(sha256(naam.encode() + b"\n" + waarde).hex()[:8] == merk, "sleutel", "het merk hoort niet bij deze sleutel")
    return naam, waarde[1:]


IJKPUNT = re.compile(r"(([^\n]+)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/]{43}=)\ndag ([-0-9]{10})\n)\n((?:[^\n]+\n)+)")


def lees_ijkpunt(naam, inhoud, log, sleutel):  # vier getekende regels, een lege, en een handtekening per regel
    gevonden = IJKPUNT.fullmatch(inhoud.decode("utf-8", "replace"))
    eis(gevonden and gevonden[2] == log and is_dag(gevonden[5]), "ijkpunt", f"{naam} is geen ijkpunt van dit log")
    eis(len(uit_base64(gevonden[4])) == 32, "ijkpunt", f"de wortel in {naam} is geen hash")
    merk, goed = sha256(log.encode() + b"\n\x01" + sleutel)[:4], False
    for regel in gevonden[6][:-1].split("\n"):
        delen = re.fullmatch(r"— ([^\s+]+) ([A-Za-z0-9+/=]+)", regel)
        waarde = uit_base64(delen[2]) if delen else b""
        eis(waarde, "ijkpunt", f"in {naam} staat een regel die geen handtekening is")
        van_ons = delen[1] == log and waarde[:4] == merk  # die van anderen, zoals getuigen, slaan we over
        goed = goed or (van_ons and is_getekend(sleutel, gevonden[1].encode(), waarde[4:]))
    eis(goed, "ijkpunt", f"{naam} is niet getekend met deze sleutel")
    return int(gevonden[3]), gevonden[5], uit_base64(gevonden[4])


def canoniek(data):  # schrijf gegevens op de ene manier die geldt
    return json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def mag(data):  # zeg of hier alleen in staat wat mag: gehele getallen, niet te groot, en gewone namen van velden
    delen = data.values() if isinstance(data, dict) else data if isinstance(data, list) else ()
    past = not isinstance(data, float) and not (type(data) is int and abs(data) >= 2**53)
    namen = data if isinstance(data, dict) else ()
    return past and all(map(mag, delen)) and all(max(naam, default="") <= "\uffff" for naam in namen)


def lees_blad(regel):  # lees een openbaar blad. None als de regel niet precies zo geschreven is als het hoort
    try:
        data = json.loads(regel.decode())
        goed = canoniek(data) + b"\n" == regel and isinstance(data, dict) and set(data) == {"blad"} and mag(data)
    except (ValueError, RecursionError):
        return None
    return data["blad"] if goed and isinstance(data["blad"], dict) else None


HASHREGEL = re.compile(rb'\{"hash":"([0-9a-f]{64})"\}\n')
ID, HASH = "[A-Za-z0-9_-]{22}", "[0-9a-f]{64}"
VELDEN = {
    "spelregels": {"spelregels", "regels", "hash", "telt"},
    "telt": {"spelregels", "drempel", "eenheid"},
    "telt_vervalt": {"spelregels", "drempel", "eenheid"},
    "uitslag": {"spelregels", "hash", "waarvoor", "dag", "met_staf", "zonder_staf", "commitment"},
}
GETALLEN = ["teller", "ondergrens", "bovengrens", "noemer", "noemer_laag", "nodig"]


class Log:
    """Wat er tot hier toe in het log staat. Elke top staat voor een heel stuk van de boom: (hoeveel bladen, hash)."""

    def __init__(self, naam):
        self.naam, self.aantal, self.toppen = naam, 0, []
        self.ids, self.versies, self.afgesloten = set(), {}, False
        self.tellers = {}  # (versie, voorwaarde) -> hoeveel er tellen

    def wortel(self):  # geef de ene hash die voor alle bladen tot hier staat
        wortels = [hash_ for _, hash_ in self.toppen] or [sha256(b"")]
        return functools.reduce(lambda rechts, links: sha256(b"\x01" + links + rechts), reversed(wortels))

    def neem(self, regel):
        """Neem de volgende regel, en zet zijn hash in de boom: twee toppen van even veel bladen worden er een."""
        gevonden = HASHREGEL.fullmatch(regel)
        hash_ = bytes.fromhex(gevonden[1].decode()) if gevonden else self.neem_blad(regel, f"blad {self.aantal}")
        bladen = 1
        while self.toppen and self.toppen[-1][0] == bladen:
            hash_, bladen = sha256(b"\x01" + self.toppen.pop()[1] + hash_), 2 * bladen
        self.toppen.append((bladen, hash_))
        self.aantal += 1

    def neem_blad(self, regel, waar):  # controleer een openbaar blad, onthoud wat het zegt, en geef zijn hash
        blad = lees_blad(regel)
        eis(blad is not None, "regel", f"{waar} is geen blad, of niet precies zo geschreven")
        soort, velden = blad.get("soort"), set(blad) - {"versie", "log", "id", "soort"}
        eis(is_tekst(soort) and soort in VELDEN, "blad", f"{waar}: onbekende soort")
        eis(VELDEN[soort] == velden or (soort == "spelregels" and VELDEN[soort] < velden), "blad", f"{waar}: velden")
        goed = type(blad.get("versie")) is int and blad["versie"] == 2 and blad.get("log") == self.naam
        eis(goed and is_tekst(blad.get("id"), ID) and blad["id"] not in self.ids, "blad", f"{waar}: versie, log of id")
        self.ids.add(blad["id"])
        getattr(self, "neem_" + soort)(blad, waar)
        return sha256(b"\x00" + canoniek(blad))

    def neem_spelregels(self, blad, waar):  # een versie van de spelregels is vastgesteld
        nummer, regels, telt = blad["spelregels"], blad["regels"], blad["telt"]
        vorm = type(nummer) is int and isinstance(regels, dict) and is_tekst(blad["hash"], HASH)
        eis(vorm, "blad", f"{waar}: vorm van de spelregels")
        goed = type(regels.get("versie")) is int and regels["versie"] == nummer == len(self.versies) + 1
        eis(goed and not self.afgesloten, "telling", f"{waar}: deze versie is niet aan de beurt")
        eis(sha256(canoniek(regels)).hex() == blad["hash"], "telling", f"{waar}: hash van de spelregels")
        eis(regels.get("eenheid") in ("bewoners", "huishoudens", "eigenaren"), "telling", f"{waar}: eenheid")
        delen = regels.get("drempels")
        vorm = isinstance(delen, list) and all(isinstance(deel, dict) and is_tekst(deel.get("soort")) for deel in delen)
        delen = {deel["soort"]: deel for deel in delen} if vorm else {}
        vorm = vorm and len(delen) == len(regels["drempels"]) and isinstance(telt, dict) and set(telt) <= set(delen)
        vorm = vorm and {"gehoord", "informatie"} & set(delen) <= set(telt)
        eis(vorm, "telling", f"{waar}: voorwaarden, of wat er telt")
        for soort, bewijs in telt.items():
            goed = isinstance(bewijs, list) and all(map(is_tekst, bewijs)) and bewijs == sorted(set(bewijs))
            eis(goed, "telling", f"{waar}: wat er telt voor {soort}")
            goed = is_tekst(delen[soort].get("aandeel"), "(0|[1-9][0-9]{0,8})/[1-9][0-9]{0,8}")
            goed = goed and math.gcd(*map(int, delen[soort]["aandeel"].split("/"))) == 1
            eis(goed and delen[soort].get("operator") in (">", ">="), "telling", f"{waar}: het aandeel van {soort}")
        self.versies[nummer] = blad

    def neem_telt(self, blad, waar, erbij=1):  # een persoon (of huishouden, of eigenaar) meer telt
        nummer, drempel, eenheid = wat = blad["spelregels"], blad["drempel"], blad["eenheid"]
        eis(type(nummer) is int and is_tekst(drempel) and is_tekst(eenheid), "blad", f"{waar}: vorm van een telt-blad")
        versie = self.versies.get(nummer, {"telt": {}})
        goed = drempel in versie["telt"] and eenheid == versie["regels"]["eenheid"]
        eis(goed, "telling", f"{waar}: zo telt er niemand volgens de spelregels ervoor")
        self.tellers[wat[:2]] = self.tellers.get(wat[:2], 0) + erbij
        eis(self.tellers[wat[:2]] >= 0, "telling", f"{waar}: er vervalt wat er niet was")

    def neem_telt_vervalt(self, blad, waar):  # een persoon minder telt
        self.neem_telt(blad, waar, erbij=-1)

    def neem_uitslag(self, blad, waar):  # hoe de voorwaarden ervoor stonden
        nummer, lijsten = blad["spelregels"], (blad["met_staf"], blad["zonder_staf"])
        vorm = type(nummer) is int and nummer >= 0 and blad["waarvoor"] in ("rapport", "afsluiting")
        vorm = vorm and is_dag(blad["dag"]) and is_tekst(blad["hash"], HASH) and is_tekst(blad["commitment"], HASH)
        vorm = vorm and all(isinstance(lijst, list) and all(map(is_stand, lijst)) for lijst in lijsten)
        eis(vorm, "blad", f"{waar}: geen uitslag zoals hij hoort")
        versie = self.versies.get(nummer)
        goed = blad["hash"] == versie["hash"] if versie else nummer == 0 and blad["waarvoor"] == "rapport"
        eis(goed and nummer == len(self.versies) and not self.afgesloten, "uitslag", f"{waar}: dit gold toen niet")
        self.afgesloten = blad["waarvoor"] == "afsluiting"  # hierna komt er geen uitslag en geen versie meer
        for lijst in lijsten if versie else ():  # bij 0 was er nog niets vastgesteld
            zelfde = [stand["soort"] for stand in lijst] == [deel["soort"] for deel in versie["regels"]["drempels"]]
            eis(zelfde, "uitslag", f"{waar}: andere voorwaarden dan in de spelregels")
            for deel, stand in zip(versie["regels"]["drempels"], lijst):
                teller = self.tellers.get((nummer, deel["soort"]))
                goed = deel["soort"] not in versie["telt"] or klopt(deel, stand, teller, lijst is lijsten[0])
                eis(goed, "uitslag", f"{waar}: {deel['soort']} volgt niet uit het log")


def is_stand(stand):  # zeg of de stand van een voorwaarde zijn vorm heeft: de zes getallen staan er alle zes, of geen
    vorm = isinstance(stand, dict) and set(stand) == {"soort", "verdict", "operator", "drempel", "delen", *GETALLEN}
    vorm = vorm and {type(stand[naam]) for naam in GETALLEN} in ({int}, {type(None)})
    vorm = vorm and isinstance(stand["delen"], list) and all(isinstance(deel, dict) for deel in stand["delen"])
    vorm = vorm and all(is_tekst(stand[naam]) for naam in ("soort", "operator", "drempel"))
    return vorm and stand["verdict"] in ("gehaald", "niet_gehaald", "onbeslist")


def klopt(deel, stand, teller, met_staf):
    """Reken de stand van een voorwaarde na. `teller` is wat het log telt; None als er nooit iemand telde."""
    aantal, laag, hoog, noemer, noemer_laag, nodig = (stand[naam] for naam in GETALLEN)
    zelfde = (stand["operator"], stand["drempel"]) == (deel["operator"], deel["aandeel"])
    if aantal is None or not zelfde or (met_staf and teller is None):
        return zelfde and aantal is None and (not met_staf or teller is None)
    aandeel, meer = fractions.Fraction(deel["aandeel"]), deel["operator"] == ">"
    best, kan = min(hoog, noemer), noemer > 0 and aantal <= noemer
    ergst = aantal - aandeel * noemer  # hoeveel er te veel of te weinig zijn, als het tegenzit
    meest = best - aandeel * max(noemer_laag, best, 1)  # en als het meezit
    verdict = "gehaald" if kan and (ergst > 0 or (ergst == 0 and not meer)) else "onbeslist"
    if kan and verdict == "onbeslist" and (meest < 0 or (meest == 0 and meer)):
        verdict = "niet_gehaald"
    minstens = max(1, math.floor(aandeel * noemer) + 1 if meer else math.ceil(aandeel * noemer))
    past = aantal == teller or (not met_staf and aantal <= (teller or 0))
    past = past and laag == aantal <= hoog and noemer_laag <= noemer
    return past and stand["verdict"] == verdict and nodig == max(0, minstens - aantal)


def controleer(regels, bestanden, sleutelbestand, bewaard=()):
    """Controleer alles, in de volgorde van docs/bewijs.md. Terug: het log en het laatste ijkpunt."""
    naam, sleutel = lees_sleutel(sleutelbestand)
    per_naam = {hoe: lees_ijkpunt(hoe, inhoud, naam, sleutel) for hoe, inhoud in sorted(bestanden)}
    for hoe, (grootte, dag, _) in per_naam.items():
        eis(hoe == f"{grootte}-{dag}.txt", "ijkpunt", f"{hoe} heet anders dan erin staat")
    ijkpunten, dagen = sorted(per_naam.values()), [dag for _, dag, _ in sorted(per_naam.values())]
    eis(dagen and dagen == sorted(dagen), "ijkpunt", "er is er geen, of een groter is van een eerdere dag")
    log, wortels = Log(naam), {}
    for grootte, _, wortel in ijkpunten + [lees_ijkpunt(hoe, inhoud, naam, sleutel) for hoe, inhoud in bewaard]:
        eis(wortels.setdefault(grootte, wortel) == wortel, "wortel", f"ijkpunten over {grootte} bladen verschillen")
    eis(wortels.get(0, log.wortel()) == log.wortel(), "wortel", "een leeg log heeft een andere wortel")
    for regel in regels:
        log.neem(regel)
        goed = log.aantal not in wortels or wortels[log.aantal] == log.wortel()
        eis(goed, "wortel", f"de eerste {log.aantal} bladen zijn niet die van het ijkpunt")
    eis(log.aantal >= max(wortels), "einde", f"er zijn {log.aantal} bladen; een ijkpunt is over {max(wortels)}")
    eis(log.aantal == ijkpunten[-1][0], "einde", f"na de eerste {ijkpunten[-1][0]} staan bladen zonder ijkpunt")
    return log, ijkpunten[-1]


def main():  # lees de bestanden, controleer ze en zeg wat eruit komt
    keuzes = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for naam in ("--export", "--ijkpunten", "--sleutel"):
        keuzes.add_argument(naam, type=pathlib.Path, required=True)
    keuzes.add_argument("--bewaard", type=pathlib.Path, action="append", default=[])
    keuze = keuzes.parse_args()
    try:
        bestanden = [(pad.name, pad.read_bytes()) for pad in keuze.ijkpunten.iterdir() if pad.name.endswith(".txt")]
        bewaard = [(str(pad), pad.read_bytes()) for pad in keuze.bewaard]
        with keuze.export.open("rb") as regels:
            log, (grootte, dag, wortel) = controleer(regels, bestanden, keuze.sleutel.read_bytes(), bewaard)
    except (Fout, OSError) as fout:
        print(fout, file=sys.stderr)
        return 1 if isinstance(fout, Fout) else 2
    for (versie, drempel), teller in sorted(log.tellers.items()):
        print(f"spelregels {versie}, {drempel}: {teller} {log.versies[versie]['regels']['eenheid']} tellen")
    print(f"Alles klopt: {grootte} bladen tot en met {dag}, wortel {base64.b64encode(wortel).decode()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
