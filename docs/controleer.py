"""Controleer het bewijs van een wijk: zonder Gehoord, met alleen Python (3.9 of nieuwer).

    python3 controleer.py --export bewijs.jsonl --ijkpunten ijkpunten --sleutel sleutel.pub [--bewaard ijkpunt.txt]
Wat hier gebeurt staat in docs/bewijs.md. Het eindigt met 0 als alles klopt, met 1 als er iets niet klopt (het zegt
wat het eerst fout is) en met 2 als een bestand niet te lezen is. --bewaard: een ijkpunt dat u eerder zelf bewaarde.
"""

import argparse, base64, datetime, fractions, functools, hashlib, json, math, pathlib, re, sys

sha256 = lambda bytes_: hashlib.sha256(bytes_).digest()
canoniek = lambda data: json.dumps(data, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
is_tekst = lambda waarde, vorm=r"[\s\S]*": isinstance(waarde, str) and re.fullmatch(vorm, waarde) is not None
is_aantal = lambda waarde: type(waarde) is int and waarde >= 0

# De handtekening is Ed25519 (RFC 8032). Een punt op de kromme is (X, Y, Z, T): x = X/Z, y = Y/Z en xy = T/Z.
PRIEM, ORDE = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
KROMME = -121665 * pow(121666, PRIEM - 2, PRIEM) % PRIEM


def tel_op(p, q):  # twee punten bij elkaar
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % PRIEM, (p[1] + p[0]) * (q[1] + q[0]) % PRIEM
    c, d = 2 * p[3] * q[3] * KROMME % PRIEM, 2 * p[2] * q[2] % PRIEM
    return (b - a) * (d - c) % PRIEM, (d + c) * (b + a) % PRIEM, (d - c) * (d + c) % PRIEM, (b - a) * (b + a) % PRIEM


def keer(getal, punt):  # een punt zo vaak bij zichzelf
    helft = keer(getal // 2, tel_op(punt, punt)) if getal else (0, 1, 1, 0)
    return tel_op(helft, punt) if getal % 2 else helft


def lees_punt(bytes_):  # 32 bytes zijn y, met in het hoogste bit of x oneven is; geen punt: None
    oneven, y = divmod(int.from_bytes(bytes_, "little"), 2**255)
    kwadraat = (y * y - 1) * pow(KROMME * y * y + 1, PRIEM - 2, PRIEM) % PRIEM
    x = pow(kwadraat, (PRIEM + 3) // 8, PRIEM)
    x = x if (x * x - kwadraat) % PRIEM == 0 else x * pow(2, (PRIEM - 1) // 4, PRIEM) % PRIEM
    goed = y < PRIEM and (x * x - kwadraat) % PRIEM == 0 and (x != 0 or not oneven)
    x = x if x & 1 == oneven else PRIEM - x
    return (x, y, 1, x * y % PRIEM) if goed else None


@functools.lru_cache(maxsize=10000)
def is_getekend(sleutel, tekst, handtekening):  # zeg of deze sleutel deze tekst heeft getekend
    a, s = lees_punt(sleutel), int.from_bytes(handtekening[32:], "little")
    if len(handtekening) != 64 or s >= ORDE:
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


def is_dag(waarde):  # zeg of dit een dag is, als 2027-01-31
    try:
        return is_tekst(waarde, "[0-9]{4}-[0-9]{2}-[0-9]{2}") and bool(datetime.date.fromisoformat(waarde))
    except ValueError:
        return False


def uit_base64(tekst):  # lees base64 die precies zo geschreven is als het hoort; anders komt er niets uit
    waarde = base64.b64decode(tekst) if len(tekst) % 4 == 0 and is_tekst(tekst, "[^=]+={0,2}") else b""
    return waarde if base64.b64encode(waarde).decode() == tekst else b""


def lees_sleutel(inhoud):  # lees sleutel.pub: de naam van het log, en de sleutel
    tekst = inhoud.decode("ascii", "replace")
    gevonden = re.fullmatch(r"([A-Za-z0-9_-]{22})\+([0-9a-f]{8})\+([A-Za-z0-9+/=]+)\n", tekst)
    naam, merk, waarde = (gevonden[1], gevonden[2], uit_base64(gevonden[3])) if gevonden else ("", "", b"")
    punt = lees_punt(waarde[1:]) if len(waarde) == 33 and waarde[0] == 1 else None
    eis(punt and keer(8, punt)[0], "sleutel", "dit is geen sleutel van een log")  # acht keer niets tekent alles
    eis(sha256(naam.encode() + b"\n" + waarde).hex()[:8] == merk, "sleutel", "het merk hoort niet bij deze sleutel")
    return naam, waarde[1:]


IJKPUNT = re.compile(r"(([^\n]+)\n(0|[1-9][0-9]{0,18})\n([A-Za-z0-9+/]{43}=)\ndag ([-0-9]{10})\n)\n((?:[^\n]+\n)+)")


def lees_ijkpunt(naam, inhoud, log, sleutel):  # vier getekende regels, een lege, en een handtekening per regel
    tekst = inhoud.decode("utf-8", "ignore")
    gevonden = IJKPUNT.fullmatch(tekst) if tekst.encode() == inhoud else None
    vorm = gevonden and gevonden[2] == log and is_dag(gevonden[5]) and uit_base64(gevonden[4])
    eis(vorm, "ijkpunt", f"{naam} is geen ijkpunt van dit log")
    delen = [re.fullmatch(r"— ([^\s+]+) ([A-Za-z0-9+/=]+)", regel) for regel in gevonden[6][:-1].split("\n")]
    eis(all(deel and uit_base64(deel[2]) for deel in delen), "ijkpunt", f"{naam}: een regel is geen handtekening")
    merk = sha256(log.encode() + b"\n\x01" + sleutel)[:4]  # handtekeningen van anderen, zoals getuigen, slaan we over
    eigen = [uit_base64(deel[2])[4:] for deel in delen if deel[1] == log and uit_base64(deel[2])[:4] == merk]
    goed = any(is_getekend(sleutel, gevonden[1].encode(), handtekening) for handtekening in eigen)
    eis(goed, "ijkpunt", f"{naam} is niet getekend met deze sleutel")
    return int(gevonden[3]), gevonden[5], uit_base64(gevonden[4])


def mag(data, diep=64):  # zeg of hier alleen in staat wat mag: geen kommagetallen, niets te groot of te diep
    delen = data.values() if isinstance(data, dict) else data if isinstance(data, list) else None
    if delen is None:
        return not isinstance(data, float) and not (type(data) is int and abs(data) >= 2**53)
    namen = not isinstance(data, dict) or all(max(naam, default="") <= "\uffff" for naam in data)
    return namen and diep > 0 and all(mag(deel, diep - 1) for deel in delen)


def lees_json(tekst):  # lees wat er staat; None als dat niet precies zo geschreven is als het hoort
    try:
        data = json.loads(tekst.decode())
        return data if canoniek(data) == tekst and mag(data) else None
    except (ValueError, RecursionError):
        return None


HASHREGEL = re.compile(rb'\{"hash":"([0-9a-f]{64})"\}\n')
ID, HASH, WOORD, BREUK = "[A-Za-z0-9_-]{22}", "[0-9a-f]{64}", "[a-z_]{1,40}", "[1-9][0-9]{0,8}/[1-9][0-9]{0,8}"
VELDEN = {
    "spelregels": {"spelregels", "regels", "hash", "telt"},
    "telt": {"spelregels", "drempel", "eenheid"},
    "telt_vervalt": {"spelregels", "drempel", "eenheid"},
    "uitslag": {"spelregels", "hash", "waarvoor", "dag", "met_staf", "zonder_staf", "commitment"},
    "loting": {"dag", "zetel", "kandidaten"},
}
GETALLEN = ["teller", "ondergrens", "bovengrens", "noemer", "noemer_laag", "nodig"]
ALTIJD = {"gehoord": "stem_besluit", "informatie": "aanwezig_vragen"}  # het bewijs dat er altijd voor telt


class Log:
    """Wat er tot hier toe in het log staat. Elke top staat voor een heel stuk van de boom: (hoeveel bladen, hash)."""

    def __init__(self, naam):
        self.naam, self.aantal, self.toppen, self.ids, self.afgesloten = naam, 0, [], set(), False
        self.versies, self.uitslag, self.tellers = {}, None, {}  # tellers: (versie, voorwaarde) -> hoeveel er tellen

    def wortel(self):  # geef de ene hash die voor alle bladen tot hier staat
        wortels = [hash_ for _, hash_ in self.toppen] or [sha256(b"")]
        return functools.reduce(lambda rechts, links: sha256(b"\x01" + links + rechts), reversed(wortels))

    def neem(self, regel):
        """Neem de volgende regel, en zet zijn hash in de boom: twee toppen van even veel bladen worden er een."""
        bladen, gevonden = 1, HASHREGEL.fullmatch(regel)
        hash_ = bytes.fromhex(gevonden[1].decode()) if gevonden else self.neem_blad(regel, f"blad {self.aantal}")
        while self.toppen and self.toppen[-1][0] == bladen:
            hash_, bladen = sha256(b"\x01" + self.toppen.pop()[1] + hash_), 2 * bladen
        self.toppen.append((bladen, hash_))
        self.aantal += 1

    def neem_blad(self, regel, waar):  # controleer een openbaar blad, onthoud wat het zegt, en geef zijn hash
        data = lees_json(regel[:-1]) if regel[-1:] == b"\n" else None
        goed = isinstance(data, dict) and set(data) == {"blad"} and isinstance(data["blad"], dict)
        eis(goed, "regel", f"{waar} is geen blad, of niet precies zo geschreven")
        blad = data["blad"]
        soort, velden = blad.get("soort"), set(blad) - {"versie", "log", "id", "soort"}
        eis(is_tekst(soort) and soort in VELDEN, "blad", f"{waar}: onbekende soort")
        eis(VELDEN[soort] == velden or (soort == "spelregels" and VELDEN[soort] < velden), "blad", f"{waar}: velden")
        goed = type(blad.get("versie")) is int and blad["versie"] == 2 and blad.get("log") == self.naam
        eis(goed and is_tekst(blad.get("id"), ID) and blad["id"] not in self.ids, "blad", f"{waar}: versie, log of id")
        self.ids.add(blad["id"])
        getattr(self, f"neem_{soort}", self.neem_telt)(blad, waar)
        return sha256(b"\x00" + canoniek(blad))

    def neem_spelregels(self, blad, waar):  # een versie van de spelregels is vastgesteld
        nummer, regels, telt = blad["spelregels"], blad["regels"], blad["telt"]
        vorm = type(nummer) is int and isinstance(regels, dict) and is_tekst(blad["hash"], HASH)
        eis(vorm, "blad", f"{waar}: vorm van de spelregels")
        goed = type(regels.get("versie")) is int and regels["versie"] == nummer == len(self.versies) + 1
        goed = goed and sha256(canoniek(regels)).hex() == blad["hash"]
        eis(goed and not self.afgesloten, "telling", f"{waar}: deze versie is niet aan de beurt")
        eenheid, delen, ook = (regels.get(naam) for naam in ("eenheid", "drempels", "telt_ook"))
        vorm = eenheid in ("bewoners", "huishoudens", "eigenaren") and is_aantal(regels.get("aantal"))
        vorm = vorm and isinstance(ook, list) and isinstance(telt, dict) and isinstance(delen, list)
        vorm = vorm and all(isinstance(deel, dict) and is_tekst(deel.get("soort"), WOORD) for deel in delen)
        per_soort = {deel["soort"]: deel for deel in delen} if vorm else {}
        vorm = vorm and len(per_soort) == len(delen) and set(ALTIJD) & set(per_soort) <= set(telt) <= set(per_soort)
        eis(vorm, "telling", f"{waar}: eenheid, aantal, voorwaarden, of wat er telt")
        for soort, bewijs in telt.items():
            goed = isinstance(bewijs, list) and all(map(is_tekst, bewijs)) and bewijs == sorted(set(bewijs))
            if soort in ALTIJD:
                goed = goed and ALTIJD[soort] in bewijs and all(deel in [ALTIJD[soort], *ook] for deel in bewijs)
            breuk, goed = per_soort[soort].get("aandeel"), goed and per_soort[soort].get("operator") in (">", ">=")
            boven, onder = map(int, breuk.split("/")) if goed and is_tekst(breuk, BREUK) else (0, 0)
            goed = goed and 0 < boven <= onder and math.gcd(boven, onder) == 1
            eis(goed, "telling", f"{waar}: wat er telt voor {soort}, of haar aandeel")
        self.versies[nummer] = blad

    def neem_telt(self, blad, waar):  # een persoon (of huishouden, of eigenaar) meer telt, of een minder
        nummer, drempel, eenheid = wat = blad["spelregels"], blad["drempel"], blad["eenheid"]
        eis(type(nummer) is int and is_tekst(drempel) and is_tekst(eenheid), "blad", f"{waar}: vorm van een telt-blad")
        versie = self.versies.get(nummer, {"telt": {}})
        goed = drempel in versie["telt"] and eenheid == versie["regels"]["eenheid"]
        eis(goed, "telling", f"{waar}: zo telt er niemand volgens de spelregels ervoor")
        self.tellers[wat[:2]] = self.tellers.get(wat[:2], 0) + (1 if blad["soort"] == "telt" else -1)
        eis(self.tellers[wat[:2]] >= 0, "telling", f"{waar}: er vervalt wat er niet was")

    def neem_loting(self, blad, waar):  # wie er meedoet aan een loting om een zetel
        wie, vorm = blad["kandidaten"], is_dag(blad["dag"]) and is_tekst(blad["zetel"], ID)
        vorm = vorm and isinstance(wie, list) and len(wie) > 1 and all(is_tekst(een, ID) for een in wie)
        eis(vorm and wie == sorted(set(wie)), "blad", f"{waar}: geen loting zoals zij hoort")

    def neem_uitslag(self, blad, waar):  # hoe de voorwaarden ervoor stonden
        nummer, lijsten = blad["spelregels"], (blad["met_staf"], blad["zonder_staf"])
        vorm = is_aantal(nummer) and blad["waarvoor"] in ("rapport", "afsluiting") and is_dag(blad["dag"])
        vorm = vorm and is_tekst(blad["hash"], HASH) and is_tekst(blad["commitment"], HASH)
        vorm = vorm and all(isinstance(lijst, list) and all(map(is_stand, lijst)) for lijst in lijsten)
        eis(vorm, "blad", f"{waar}: geen uitslag zoals hij hoort")
        versie, self.uitslag = self.versies.get(nummer), blad
        goed = blad["hash"] == versie["hash"] if versie else nummer == 0 and blad["waarvoor"] == "rapport"
        eis(goed and nummer == len(self.versies) and not self.afgesloten, "uitslag", f"{waar}: dit gold toen niet")
        self.afgesloten = blad["waarvoor"] == "afsluiting"  # hierna komt er geen uitslag en geen versie meer
        delen = versie["regels"]["drempels"] if versie else []  # bij 0 was er nog niets vastgesteld
        soorten = [[stand["soort"] for stand in lijst] for lijst in (delen, *lijsten)]
        eis(not versie or soorten[0] == soorten[1] == soorten[2], "uitslag", f"{waar}: andere voorwaarden")
        for deel, met, zonder in zip(delen, *lijsten):
            teller, aantal = self.tellers.get((nummer, deel["soort"])), versie["regels"]["aantal"]
            goed = deel["soort"] not in versie["telt"] or klopt(deel, met, zonder, teller, aantal)
            eis(goed, "uitslag", f"{waar}: {deel['soort']} volgt niet uit het log")


def is_stand(stand):  # zeg of de stand van een voorwaarde zijn vorm heeft: de zes getallen staan er alle zes, of geen
    vorm = isinstance(stand, dict) and set(stand) == {"soort", "verdict", "operator", "drempel", "delen", *GETALLEN}
    getallen = [stand[naam] for naam in GETALLEN] if vorm else []
    vorm = vorm and (all(map(is_aantal, getallen)) or all(getal is None for getal in getallen))
    vorm = vorm and isinstance(stand["delen"], list) and all(isinstance(deel, dict) for deel in stand["delen"])
    vorm = vorm and is_tekst(stand["soort"], WOORD) and is_tekst(stand["operator"]) and is_tekst(stand["drempel"])
    return vorm and stand["verdict"] in ("gehaald", "niet_gehaald", "onbeslist")


def is_genoeg(deel, teller, noemer):  # zeg of zoveel van zoveel genoeg is voor een voorwaarde
    meer = teller - fractions.Fraction(deel["aandeel"]) * noemer
    return noemer > 0 and (meer > 0 or (meer == 0 and deel["operator"] == ">="))


def klopt(deel, met, zonder, teller, aantal):
    """Reken een voorwaarde na. teller: wie het log telt, None als er nooit iemand telde. aantal: uit hoeveel, of 0."""
    goed = (met["teller"] is None) == (teller is None) and zonder["noemer"] in (None, met["noemer"])
    goed = goed and all((s["operator"], s["drempel"]) == (deel["operator"], deel["aandeel"]) for s in (met, zonder))
    for stand in [stand for stand in (met, zonder) if goed and stand["teller"] is not None]:
        geteld, laag, hoog, noemer, noemer_laag, nodig = (stand[naam] for naam in GETALLEN)
        best, kan = min(hoog, noemer), 0 < noemer >= geteld
        niet = kan and not is_genoeg(deel, best, max(noemer_laag, best, 1))
        verdict = "gehaald" if kan and is_genoeg(deel, geteld, noemer) else "niet_gehaald" if niet else "onbeslist"
        minstens = max(1, math.ceil(fractions.Fraction(deel["aandeel"]) * noemer))
        minstens += noemer > 0 and not is_genoeg(deel, minstens, noemer)  # precies de helft is niet meer dan de helft
        goed = goed and laag == geteld <= hoog and noemer_laag <= noemer and nodig == max(0, minstens - geteld)
        goed = goed and stand["verdict"] == verdict and (not aantal or noemer_laag == noemer == aantal)
        goed = goed and (geteld == teller or (stand is zonder and geteld <= teller))
    wie, uit = (9, aantal) if teller is None else (teller, met["noemer"])  # wie nooit telde: dat zijn er hoogstens 9
    kan = goed and ((teller is None and not aantal) or is_genoeg(deel, min(wie, uit), uit))
    return goed and (kan or all(s["teller"] is not None or s["verdict"] != "gehaald" for s in (met, zonder)))


def controleer(regels, bestanden, sleutelbestand, bewaard=()):
    """Controleer alles, in de volgorde van docs/bewijs.md. Terug: het log en het laatste ijkpunt."""
    naam, sleutel = lees_sleutel(sleutelbestand)
    per_naam = {hoe: lees_ijkpunt(hoe, inhoud, naam, sleutel) for hoe, inhoud in sorted(bestanden)}
    eis(all(hoe == f"{i[0]}-{i[1]}.txt" for hoe, i in per_naam.items()), "ijkpunt", "een heet anders dan erin staat")
    ijkpunten, dagen = sorted(per_naam.values()), [dag for _, dag, _ in sorted(per_naam.values())]
    eis(dagen and dagen == sorted(dagen), "ijkpunt", "er is er geen, of een groter is van een eerdere dag")
    log, wortels = Log(naam), {}
    for grootte, _, wortel in ijkpunten + [lees_ijkpunt(hoe, inhoud, naam, sleutel) for hoe, inhoud in bewaard]:
        wortels.setdefault(grootte, set()).add(wortel)
    eis(wortels.get(0, {log.wortel()}) == {log.wortel()}, "wortel", "een leeg log heeft een andere wortel")
    for regel in regels:
        log.neem(regel)
        goed = log.aantal not in wortels or wortels[log.aantal] == {log.wortel()}
        eis(goed, "wortel", f"de eerste {log.aantal} bladen zijn niet die van het ijkpunt")
    goed = log.aantal == ijkpunten[-1][0] == max(wortels)
    eis(goed, "einde", f"er zijn {log.aantal} bladen; het laatste ijkpunt is over {max(wortels)}")
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
        print(fout if isinstance(fout, Fout) else f"{fout.filename}: dit is niet te lezen", file=sys.stderr)
        return 1 if isinstance(fout, Fout) else 2
    for (versie, drempel), teller in sorted(log.tellers.items()):
        print(f"spelregels {versie}, {drempel}: {teller} {log.versies[versie]['regels']['eenheid']} tellen")
    for stand in log.uitslag["met_staf"] if log.uitslag else []:
        open_ = stand["noemer"] is not None and (log.uitslag["spelregels"], stand["soort"]) in log.tellers
        hoe = f"{stand['teller']} van {stand['noemer']}" if open_ else "uit dit log alleen niet na te rekenen"
        zegt = f"{log.uitslag['waarvoor']} van {log.uitslag['dag']}, {stand['soort']}: {stand['verdict']} ({hoe})"
        print(zegt.replace("_", " "))
    print(f"Alles klopt: {grootte} bladen tot en met {dag}, wortel {base64.b64encode(wortel).decode()}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
