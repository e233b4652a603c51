// Markup as one types it on a phone: **bold**, __italic__, ~~struck~~ and [text](address) become entities.

const PATROON = /\*\*(?<bold>\S.*?)\*\*|__(?<italic>\S.*?)__|~~(?<strikethrough>\S.*?)~~|\[(?<text_link>[^\]\n]+)\]\((?<url>https?:\/\/[^\s)]+)\)/gs;

/** Return the text without its signs, and its entities; `begin` is where it stands in the whole. */
export function opgemaakt(getypt, begin = 0) {
  let tekst = "";
  let plek = 0;
  const opmaak = [];
  for (const treffer of getypt.matchAll(PATROON)) {
    tekst += getypt.slice(plek, treffer.index);
    plek = treffer.index + treffer[0].length;
    const { url, ...soorten } = treffer.groups;
    const [type, stuk] = Object.entries(soorten).find(([, gevonden]) => gevonden !== undefined);
    const binnen = opgemaakt(stuk, begin + tekst.length);
    opmaak.push({ type, offset: begin + tekst.length, length: binnen.tekst.length, ...(url && { url }) }, ...binnen.opmaak);
    tekst += binnen.tekst;
  }
  return { tekst: tekst + getypt.slice(plek), opmaak };
}
