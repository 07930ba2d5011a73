// Keeps targets of links and footnotes, which turndown would drop, so that links to them are not
// reported as broken.

// keepAnchors keeps each target of a link in the same text: a heading gets its id in braces, a
// note becomes a footnote of Markdown, and anything else gets an anchor.
export function keepAnchors(doc: Document): void {
  const links = [...doc.querySelectorAll('a')].filter((a) => /^#./.test(a.getAttribute('href') ?? ''));
  const done = new Set<string>();
  let notes = 0;
  for (const link of links) {
    const id = decoded((link.getAttribute('href') ?? '').slice(1));
    if (!doc.contains(link) || done.has(id)) continue;
    const target = placeOf(doc, id);
    if (!target) {
      if (mark.test(link.textContent ?? '') && names.test(id)) link.replaceWith(...link.childNodes); // its note was not copied
      continue;
    }
    if (isNote(link, target)) note(doc, link, target, ++notes);
    else if (!isBackLink(link, target)) anchor(doc, target, id);
    done.add(id);
  }
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}

function placeOf(doc: Document, id: string): Element | null {
  return doc.getElementById(id) ?? [...doc.querySelectorAll('a[name]')].find((a) => a.getAttribute('name') === id) ?? null;
}

const mark = /^\s*[[(]?(\d{1,3}|[ivx]{1,5}|[a-z*†‡])[\])]?\s*$/i;
const names = /^_?(ftnt?|edn|fn|en|footnote|endnote|note|cite_note|sdfootnote|sdendnote)[\w:-]*\d/i;
const places = '.wp-block-footnotes, .footnotes, [role="doc-endnotes"], [style*="mso-element:footnote"], [style*="mso-element:endnote"]';

// isNote reports whether a link is a footnote reference: its text is a mark, and its target comes
// later and has the id or the position of a note.
function isNote(link: Element, target: Element): boolean {
  const follows = link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING;
  return Boolean(follows) && mark.test(link.textContent ?? '') &&
    (names.test(target.id || target.getAttribute('name') || '') || target.closest(places) !== null);
}

// isBackLink reports whether a link leads from a note back to its reference, which comes before it.
function isBackLink(link: Element, target?: Element): boolean {
  const text = link.textContent ?? '';
  if (/^\s*(↩|↑|\^)\ufe0e?\s*$/.test(text)) return true;
  return mark.test(text) && !(target && link.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING);
}

function raw(doc: Document, text: string): Element {
  const made = doc.createElement('copychief-raw');
  made.setAttribute('text', text);
  made.textContent = '.'; // turndown drops blank elements
  return made;
}

function note(doc: Document, link: Element, target: Element, number: number): void {
  const label = `[^${number}]`;
  const shown = link.closest('sup');
  const id = decoded((link.getAttribute('href') ?? '').slice(1));
  [...doc.querySelectorAll('a')].filter((a) => a !== target && decoded((a.getAttribute('href') ?? '').slice(1)) === id)
    .forEach((a) => { (a === link && shown?.textContent === link.textContent ? shown : a).replaceWith(raw(doc, label)); });
  const box = target.closest('li, p, aside, div, dd') ?? target;
  box.querySelectorAll('a').forEach((a) => { if (/^#/.test(a.getAttribute('href') ?? '') && isBackLink(a)) a.remove(); });
  const made = doc.createElement('copychief-note');
  made.setAttribute('label', label);
  made.append(...box.childNodes);
  const list = box.parentElement;
  if (list && /^[OU]L$/.test(list.nodeName)) {
    list.before(made);
    box.remove();
    if (list.children.length === 0) list.remove();
  } else {
    box.replaceWith(made);
  }
}

function anchor(doc: Document, target: Element, id: string): void {
  if (!/^[\w.:-]+$/.test(id)) return;
  const heading = target.closest('h1, h2, h3, h4, h5, h6');
  if (heading) heading.append(raw(doc, ` {#${id}}`));
  else target.prepend(raw(doc, `<a id="${id}"></a>`));
}
