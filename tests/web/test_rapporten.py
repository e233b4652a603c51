"""The reports on the public page: the file with its fingerprint, in both languages, in the feed and in the files."""

import hashlib
import re

from berichten import talen
from bot.web import statisch
from tests.web.site import Site
from tests.web.vulling import vul_alles


async def test_everyone_gets_the_file_that_the_page_names_also_as_files_and_in_the_feed(site: Site) -> None:
    await vul_alles(site)
    bestanden = await statisch.verzamel(site.publiek)
    for taal in talen():
        pagina = await site.haal(f"/{taal}/rapporten/")
        namen = re.findall(r'href="[^"]*\b(rapporten/[\w-]+\.pdf)"', pagina.tekst)
        hashes = re.findall(r"<code>([0-9a-f]{64})</code>", pagina.tekst)
        assert len(namen) == len(hashes) == 2
        for naam, hash_ in zip(namen, hashes, strict=True):
            gehaald = await site.haal(f"/{taal}/{naam}")
            assert (gehaald.status, gehaald.koppen["Content-Type"]) == (200, "application/pdf")
            assert hashlib.sha256(gehaald.tekst.encode()).hexdigest() == hash_
            assert bestanden[f"{taal}/{naam}"] == gehaald.tekst.encode()
        assert 'rapporten/"' in (await site.haal(f"/{taal}/archief/")).tekst
        assert 'controle/"' in pagina.tekst
        assert (await site.haal(f"/{taal}/nieuws.atom")).tekst.count(f"/{taal}/rapporten/") == 2
    for pad in (f"rapporten/{'A' * 22}.pdf", f"rapporten/{'A' * 400}.pdf", "archief/x.pdf", "uitslagen/x.pdf"):
        assert (await site.haal(f"/nl/{pad}")).status == 404
