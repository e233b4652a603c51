"""Controleer een bestand uit /mijnbijdrage: staat het zo in het log? Zet controleer.py in dezelfde map.

    python3 controleer_bijdrage.py --bijdrage bijdrage.json --ijkpunten ijkpunten --sleutel sleutel.pub
Wat hier gebeurt staat in docs/bewijs.md, onder "A contribution". Het eindigt met 0, 1 of 2, net als controleer.py.
"""

import argparse, hmac, json, pathlib, sys

from controleer import HASH, WOORD, Fout, eis, is_dag, is_tekst, lees_ijkpunt, lees_json, lees_sleutel, sha256

VELDEN = {"versie", "nummer", "grootte", "blad", "pad", "ijkpunt", "sleutel", "record"}


def lees_bijdrage(inhoud):  # lees het bestand: precies deze velden, elk een keer, en elk van zijn soort
    def zonder_dubbel(paren):
        return dict(paren) if len(dict(paren)) == len(paren) else {}

    try:
        data = json.loads(inhoud.decode(), object_pairs_hook=zonder_dubbel)
        json.dumps(data, ensure_ascii=False).encode()  # een half teken is geen tekst
    except (ValueError, RecursionError):
        data = None
    vorm = isinstance(data, dict) and set(data) == VELDEN and all(map(is_tekst, (data["blad"], data["ijkpunt"])))
    vorm = vorm and all(type(data[naam]) is int for naam in ("versie", "nummer", "grootte")) and data["versie"] == 1
    vorm = vorm and 0 <= data["nummer"] < data["grootte"] and is_tekst(data["sleutel"], HASH)
    vorm = vorm and is_tekst(data["record"]) and isinstance(data["pad"], list)
    eis(vorm and all(is_tekst(stap, HASH) for stap in data["pad"]), "bijdrage", "dit bestand heeft niet de vorm ervan")
    return data


def volg(hash_, nummer, bladen, pad):  # loop van een blad naar de wortel; een pad dat niet past geeft niets
    if bladen == 1 or not pad:
        return hash_ if bladen == 1 and not pad else b""
    links = 1 << (bladen - 1).bit_length() - 1  # zoveel van de bladen staan links: de grootste macht van twee
    if nummer < links:
        return sha256(b"\x01" + volg(hash_, nummer, links, pad[:-1]) + pad[-1])
    return sha256(b"\x01" + pad[-1] + volg(hash_, nummer - links, bladen - links, pad[:-1]))


def controleer_bijdrage(inhoud, sleutelbestand, bewaard=()):
    """Controleer alles, in de volgorde van docs/bewijs.md. Terug: het bestand, zijn blad, hoeveel ijkpunten pasten."""
    data, (naam, sleutel) = lees_bijdrage(inhoud), lees_sleutel(sleutelbestand)
    grootte, _, wortel = lees_ijkpunt("het ijkpunt in dit bestand", data["ijkpunt"].encode(), naam, sleutel)
    eis(grootte == data["grootte"], "bijdrage", f"het ijkpunt is over {grootte} bladen, niet over {data['grootte']}")
    eerder = [lees_ijkpunt(hoe, inhoud, naam, sleutel) for hoe, inhoud in bewaard]
    zelfde = [ander for grootte, _, ander in eerder if grootte == data["grootte"]]
    eis(all(ander == wortel for ander in zelfde), "wortel", "uw ijkpunt over zoveel bladen is een ander")
    tekst, record = data["blad"].encode(), data["record"].encode()
    gevonden = volg(sha256(b"\x00" + tekst), data["nummer"], grootte, [bytes.fromhex(stap) for stap in data["pad"]])
    eis(gevonden == wortel, "wortel", f"dit is niet blad {data['nummer']} van het log")
    blad, over = lees_json(tekst), lees_json(record)
    goed = isinstance(blad, dict) and blad.get("log") == naam and is_tekst(blad.get("soort"), WOORD)
    eis(goed and is_dag(blad.get("dag")), "blad", "het blad is geen blad van dit log")
    past = hmac.new(bytes.fromhex(data["sleutel"]), record, "sha256").hexdigest() == blad.get("commitment")
    eis(past and isinstance(over, dict), "bijdrage", "wat er over u staat hoort niet bij dit blad")
    zelfde_velden = all(blad.get(veld) == over.get(veld) for veld in ("versie", "id", "soort", "vervalt"))
    eis(zelfde_velden, "bijdrage", "wat er over u staat zegt iets anders dan het blad")
    return data, blad, len(zelfde)


def main():  # lees de bestanden, controleer ze en zeg wat eruit komt
    keuzes = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    for naam in ("--bijdrage", "--sleutel", "--ijkpunten"):
        keuzes.add_argument(naam, type=pathlib.Path, required=naam != "--ijkpunten")
    keuzes.add_argument("--bewaard", type=pathlib.Path, action="append", default=[])
    keuze = keuzes.parse_args()
    try:
        map_ = sorted(keuze.ijkpunten.iterdir()) if keuze.ijkpunten else []
        paden = [pad for pad in map_ if pad.name.endswith(".txt")] + keuze.bewaard
        bewaard = [(pad.name, pad.read_bytes()) for pad in paden]
        data, blad, vergeleken = controleer_bijdrage(keuze.bijdrage.read_bytes(), keuze.sleutel.read_bytes(), bewaard)
    except (Fout, OSError) as fout:
        print(fout if isinstance(fout, Fout) else f"{fout.filename}: dit is niet te lezen", file=sys.stderr)
        return 1 if isinstance(fout, Fout) else 2
    print(f"Dit staat in het log: blad {data['nummer']} van {data['grootte']}, {blad['soort']} op {blad['dag']}")
    if not vergeleken:
        print(f"Let op: u hebt geen ijkpunt over {data['grootte']} bladen genoemd, dus is er niet mee vergeleken.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
