// What the programs that writers use put into the clipboard, made plain HTML: Google Docs,
// Word, Notion, WordPress. Each oddity is recognised by its own mark, never by the program's
// name, since what is pasted has often been through two of them.

import { keepAnchors } from './anchors';
import { plural } from './element';

export function tidy(doc: Document): void {
  keepComments(doc);
  docsWrapper(doc);
  docsStyles(doc);
  wordTitles(doc);
  wordOnline(doc);
  wordLists(doc);
  keepAnchors(doc);
  wordRest(doc);
  nestedLists(doc);
  blocks(doc);
  links(doc);
}

// leftOut says what reviewers left in the text, which must be settled where it was written.
export function leftOut(doc: Document): string[] {
  const out: string[] = [];
  const tell = (n: number, noun: string, rest: string) => { if (n > 0) out.push(`The text held ${plural(n, noun)}; ${rest}.`); };
  tell(doc.querySelectorAll('.MsoCommentReference, .MsoCommentText').length && Math.max(doc.querySelectorAll('.MsoCommentReference').length, 1), 'comment', 'answer it where the text was written');
  const marked = [...doc.querySelectorAll<HTMLElement>('span[style]')].filter((span) => /mso-highlight/.test(span.getAttribute('style') ?? '') ||
    (span.style.backgroundColor && !/^(transparent|inherit|initial|unset|white|#fff(fff)?|rgb\(255, 255, 255\)|rgba\(.*, 0\))$/i.test(span.style.backgroundColor)));
  tell(marked.length, 'highlight', 'do what it is about');
  tell(doc.querySelectorAll('.msoDel, .msoIns, ins[cite], del[cite]').length, 'tracked change', 'it is read as accepted');
  return out;
}

// rename replaces an element with one of another name and the same content.
function rename(element: Element, name: string): HTMLElement {
  const made = element.ownerDocument.createElement(name);
  made.append(...element.childNodes);
  element.replaceWith(made);
  return made;
}

function unwrap(element: Element): void { element.replaceWith(...element.childNodes); }

// keepComments keeps the comments that suppress findings; turndown knows no comments.
function keepComments(doc: Document): void {
  const walker = doc.createTreeWalker(doc, NodeFilter.SHOW_COMMENT);
  const found: Comment[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Comment);
  for (const comment of found) {
    const text = comment.data.trim();
    if (!/^copychief-[a-z-]+/.test(text) || !comment.parentElement) { comment.remove(); continue; }
    const kept = doc.createElement('copychief-comment');
    kept.setAttribute('text', text.replace(/\s+/g, ' '));
    kept.textContent = '.'; // turndown drops what is blank
    comment.replaceWith(kept);
  }
}

// docsWrapper removes the element in bold type that Google Docs puts around everything.
function docsWrapper(doc: Document): void {
  doc.querySelectorAll<HTMLElement>('b[id^="docs-internal-guid"], b, strong').forEach((b) => {
    if (b.id.startsWith('docs-internal-guid') || b.style.fontWeight === 'normal' || b.style.fontWeight === '400') unwrap(b);
  });
}

// docsStyles turns the styles of Google Docs, which knows no other marks, into elements.
function docsStyles(doc: Document): void {
  doc.querySelectorAll<HTMLElement>('span[style]').forEach((span) => {
    const style = span.style;
    const inHeading = span.closest('h1,h2,h3,h4,h5,h6');
    const names = [];
    if (!inHeading && (style.fontWeight === 'bold' || Number(style.fontWeight) >= 600)) names.push('strong');
    if (style.fontStyle === 'italic') names.push('em');
    if (style.textDecorationLine.includes('line-through') || style.textDecoration.includes('line-through')) names.push('del');
    for (const name of names) {
      const made = doc.createElement(name);
      made.append(...span.childNodes);
      span.append(made);
    }
  });
  doc.querySelectorAll<HTMLElement>('p').forEach((p) => {
    const spans = [...p.querySelectorAll<HTMLElement>('span[style]')].filter((s) => s.textContent?.trim());
    const size = (s: HTMLElement) => (s.style.fontSize.endsWith('pt') ? parseFloat(s.style.fontSize) : 0);
    if (spans.length > 0 && spans.every((s) => size(s) >= 24) && !doc.querySelector('h1')) rename(p, 'h1'); // the style “Title”
  });
}

// wordTitles turns the named styles of Word into elements.
function wordTitles(doc: Document): void {
  doc.querySelectorAll('.MsoTitle').forEach((p) => { if (!/^H\d$/.test(p.nodeName)) rename(p, 'h1'); });
  doc.querySelectorAll('.MsoQuote, .MsoIntenseQuote, .MsoBlockText').forEach((p) => {
    const quote = doc.createElement('blockquote');
    p.replaceWith(quote);
    quote.append(p);
    const before = quote.previousElementSibling;
    if (before?.nodeName === 'BLOCKQUOTE' && before.firstElementChild?.className === p.className) {
      before.append(p);
      quote.remove();
    }
  });
  doc.querySelectorAll('.MsoCaption').forEach((p) => rename(p, 'figcaption'));
  doc.querySelectorAll<HTMLElement>('p[style*="mso-outline-level"]').forEach((p) => {
    const level = /mso-outline-level:\s*([1-6])/.exec(p.getAttribute('style') ?? '');
    if (level) rename(p, `h${level[1]}`);
  });
}

// wordOnline turns what Word writes in a browser into what it writes on a computer: headings by
// their role, and a list of its own for each item.
function wordOnline(doc: Document): void {
  doc.querySelectorAll('.EOP').forEach((end) => end.remove());
  doc.querySelectorAll('p[role="heading"], div[role="heading"]').forEach((p) => {
    const level = Math.min(Math.max(Number(p.getAttribute('aria-level')) || 2, 1), 6);
    rename(p, `h${level}`);
  });
  doc.querySelectorAll('.ListContainerWrapper').forEach(unwrap);
  doc.querySelectorAll('li[data-aria-level]').forEach((li) => {
    const list = li.parentElement;
    if (!list || list.children.length !== 1) return;
    const p = doc.createElement('p');
    p.setAttribute('style', `mso-list:l0 level${Number(li.getAttribute('data-aria-level')) || 1}`);
    const marker = doc.createElement('span');
    marker.setAttribute('style', 'mso-list:Ignore');
    marker.textContent = list.nodeName === 'OL' ? '1.' : '·';
    li.querySelectorAll('p').forEach(unwrap);
    p.append(marker, ...li.childNodes);
    list.replaceWith(p);
  });
}

// wordLists makes lists of the paragraphs that Word writes for their items.
function wordLists(doc: Document): void {
  const open: HTMLElement[] = []; // the lists that are open, the outermost first
  let last: Element | null = null;
  doc.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6').forEach((p) => {
    const style = p.getAttribute('style') ?? '';
    const level = /mso-list:\s*l\d+\s+level(\d)/.exec(style);
    if (!level || p.nodeName !== 'P') return;
    if (!last || p.previousElementSibling !== last) open.length = 0;
    const marker = p.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]');
    const ordered = /^\W*[\da-z]{1,4}[.)]/i.test(marker?.textContent?.trim() ?? '');
    marker?.remove();
    const depth = Number(level[1]);
    while (open.length > depth) open.pop();
    while (open.length < depth) {
      const list = doc.createElement(ordered ? 'ol' : 'ul');
      const parent = open.at(-1);
      if (!parent) p.before(list);
      else (parent.lastElementChild ?? parent.appendChild(doc.createElement('li'))).append(list);
      open.push(list);
    }
    open[depth - 1].append(rename(p, 'li'));
    last = open[0];
  });
}

// wordRest removes what Word writes for itself. Tracked changes are read as accepted.
function wordRest(doc: Document): void {
  doc.querySelectorAll('del.msoDel, .msoDel, [style*="mso-element:comment-list"], [style*="mso-element: comment-list"], .msocomanchor, .MsoCommentReference, .msocomoff').forEach((e) => e.remove());
  doc.querySelectorAll<HTMLElement>('[style*="display:none"], [style*="mso-hide:all"]').forEach((e) => e.remove());
  for (const e of [...doc.querySelectorAll('*')]) {
    if (!e.nodeName.includes(':')) continue;
    if (e.textContent?.trim()) unwrap(e);
    else e.remove();
  }
}

// nestedLists moves a list that stands beside an item, as in Google Docs, into the item.
function nestedLists(doc: Document): void {
  doc.querySelectorAll('ul > ul, ul > ol, ol > ul, ol > ol').forEach((list) => {
    const item = list.previousElementSibling;
    if (item?.nodeName === 'LI') item.append(list);
    else list.replaceWith(...list.children);
  });
  doc.querySelectorAll('li > p:only-child, li > p:first-child').forEach((p) => {
    if (p.parentElement?.querySelectorAll(':scope > p').length === 1) unwrap(p);
  });
  doc.querySelectorAll('li > input[type="checkbox"]').forEach((box) => box.remove());
}

// blocks brings the remaining blocks into a shape that Markdown has.
function blocks(doc: Document): void {
  doc.querySelectorAll('aside').forEach((e) => {
    e.querySelectorAll('img').forEach((icon) => { if (icon.alt && icon.alt === icon.getAttribute('src')) icon.remove(); });
    rename(e, 'div');
  });
  doc.querySelectorAll('details > summary').forEach((e) => rename(e, 'p'));
  doc.querySelectorAll('pre.wp-block-verse').forEach((verse) => {
    const lines = (verse.textContent ?? '').split('\n');
    const p = doc.createElement('p');
    lines.forEach((line, i) => { if (i > 0) p.append(doc.createElement('br')); p.append(line); });
    verse.replaceWith(p);
  });
  doc.querySelectorAll('br.Apple-interchange-newline').forEach((e) => e.remove());
  doc.querySelectorAll('h1, h2, h3, h4, h5, h6').forEach((h) => {
    h.querySelectorAll('strong, b').forEach(unwrap);
    h.querySelectorAll('br').forEach((br) => br.replaceWith(' '));
    if (!h.textContent?.trim() && !h.querySelector('img')) h.remove();
  });
  doc.querySelectorAll('figure > blockquote').forEach((quote) => unwrap(quote.parentElement as Element)); // a pull quote
  doc.querySelectorAll('cite').forEach((cite) => {
    if (cite.parentElement?.nodeName === 'BLOCKQUOTE') {
      const p = rename(cite, 'p');
      if (!/^[—–-]/.test(p.textContent?.trim() ?? '')) p.prepend('— ');
    }
  });
  doc.querySelectorAll('p, div').forEach((p) => {
    if (!p.textContent?.replace(/\u00a0/g, ' ').trim() && !p.querySelector('img, copychief-comment, table, hr')) p.remove();
  });
}

// isSplit reports whether a link is the empty half of two: a parser makes two of a link inside a
// link, as programs write that link addresses in the words of links.
function isSplit(a: HTMLAnchorElement): boolean {
  const next = a.nextSibling;
  return !a.textContent?.trim() && !a.querySelector('img') && !a.id && next?.nodeName === 'A' && Boolean((next as Element).textContent?.trim());
}

// links removes what other programs put around the address of a link.
function links(doc: Document): void {
  doc.querySelectorAll('a').forEach((a) => {
    const href = a.getAttribute('href');
    if (isSplit(a)) return a.remove();
    if (!href || /^(javascript|data|vbscript):/i.test(href.trim())) return unwrap(a);
    const around = /^https?:\/\/www\.google\.com\/url\?(?:.*&)?q=([^&]+)/.exec(href);
    try {
      if (around) a.setAttribute('href', decodeURIComponent(around[1]));
    } catch { /* the address is no encoded one and stays as it is */ }
  });
}
