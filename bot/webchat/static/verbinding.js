// Talks to the server: JSON over fetch, events over a stream. Draws nothing.

export async function haal(pad) {
  const antwoord = await fetch(`/chat/api/${pad}`);
  if (!antwoord.ok) throw new Error(`${antwoord.status} ${pad}`);
  return antwoord.json();
}

export async function stuur(pad, inhoud) {
  const antwoord = await fetch(`/chat/api/${pad}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(inhoud),
  });
  if (!antwoord.ok) throw new Error(`${antwoord.status} ${pad}`);
  return antwoord.json();
}

/** Listen to one person's stream. `bijOpen` runs at the start and after every reconnect: ask what was missed. */
export function luister(persoon, soorten, bijOpen, bijWeg) {
  const bron = new EventSource(`/chat/api/personen/${persoon}/stroom`);
  bron.onopen = bijOpen;
  bron.onerror = bijWeg;
  for (const [soort, doe] of Object.entries(soorten)) {
    bron.addEventListener(soort, (gebeurtenis) => doe(JSON.parse(gebeurtenis.data)));
  }
  return bron;
}
