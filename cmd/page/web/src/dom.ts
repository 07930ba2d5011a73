// Operations on elements that several steps of pasting need.

// rename replaces an element with one of another name, with the same content, and the same id for
// links to it.
export function rename(element: Element, name: string): HTMLElement {
  const made = element.ownerDocument.createElement(name);
  if (element.id) made.id = element.id;
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

export function unwrap(element: Element): void { element.replaceWith(...element.childNodes); }

export const headings = 'h1, h2, h3, h4, h5, h6';

// titled makes an element the headline, and moves other headings of that level one level down.
export function titled(element: Element): void {
  const doc = element.ownerDocument;
  const title = rename(element, 'h1');
  const others = [...doc.querySelectorAll(headings)].filter((h) => h !== title);
  if (!others.some((h) => h.nodeName === 'H1')) return;
  others.forEach((h) => rename(h, `h${Math.min(Number(h.nodeName[1]) + 1, 6)}`));
}

// between returns the nodes between two siblings.
export function between(from: Node, to: (node: Node) => boolean): Node[] {
  const all: Node[] = [];
  for (let node = from.nextSibling; node && !to(node); node = node.nextSibling) all.push(node);
  return all;
}
