// The paper clip: a picture, a file or the place where one is, sent with what stands in the text field as its caption.
// A sound of the kind that phones record (Ogg) goes as a voice message.

import { opgemaakt } from "./opmaak.js";
import { t } from "./taal.js";

const $ = (id) => document.getElementById(id);

const alsBase64 = (bestand) =>
  new Promise((klaar, fout) => {
    const lezer = new FileReader();
    lezer.onload = () => klaar(lezer.result.slice(lezer.result.indexOf(",") + 1));
    lezer.onerror = fout;
    lezer.readAsDataURL(bestand);
  });

export function toon(open) {
  $("bijlage").hidden = !open;
  $("bijlage-knop").setAttribute("aria-expanded", String(open));
  if (open) $("bijlage").querySelector("button").focus();
}

/** verstuur(wat, inhoud) sends and says whether that worked; meld(tekst) tells the person something. */
export function begin({ verstuur, meld }) {
  $("bijlage-knop").addEventListener("click", () => toon($("bijlage").hidden));
  for (const soort of ["foto", "document"]) {
    const kies = $(`kies-${soort}`);
    $(`stuur-${soort}`).addEventListener("click", () => kies.click());
    kies.addEventListener("change", async () => {
      const [bestand] = kies.files;
      if (!bestand) return;
      toon(false);
      const inhoud = await alsBase64(bestand);
      kies.value = "";
      const { tekst: onderschrift, opmaak } = opgemaakt($("tekst").value.trim());
      const mime = bestand.type || "application/octet-stream";
      const als = mime.startsWith("video/") ? "video" : mime === "audio/ogg" ? "spraak" : soort;
      const geheel = { soort: als, naam: bestand.name, mime, inhoud, onderschrift, opmaak };
      if (await verstuur("bestand", geheel)) {
        $("tekst").value = "";
        $("tekst").dispatchEvent(new Event("input")); // small again
      }
      $("tekst").focus();
    });
  }
  $("stuur-plek").addEventListener("click", () => {
    toon(false);
    $("tekst").focus();
    const gevonden = ({ coords }) => verstuur("locatie", { latitude: coords.latitude, longitude: coords.longitude });
    if (!navigator.geolocation) meld(t("webchat.plek_onbekend"));
    else navigator.geolocation.getCurrentPosition(gevonden, () => meld(t("webchat.plek_onbekend")), { timeout: 10000 });
  });
}
