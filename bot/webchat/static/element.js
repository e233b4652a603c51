// Makes elements. Text given to it only ever becomes text nodes.

export function el(soort, klasse, ...kinderen) {
  const element = document.createElement(soort);
  if (klasse) element.className = klasse;
  element.append(...kinderen);
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

/** A drawing from the page's own stock (`<symbol id="teken-…">`), silent for who hears the page. */
export function icoon(naam) {
  const svg = document.createElementNS(SVG, "svg");
  const deel = document.createElementNS(SVG, "use");
  deel.setAttribute("href", `#teken-${naam}`);
  svg.append(deel);
  svg.setAttribute("aria-hidden", "true");
  return svg;
}
