// Makes elements. Text given to it only ever becomes text nodes.

export function el(soort, klasse, ...kinderen) {
  const element = document.createElement(soort);
  if (klasse) element.className = klasse;
  element.append(...kinderen);
  return element;
}
