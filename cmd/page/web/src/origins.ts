// Turns HTML that Google Docs, Word, Notion, WordPress and other programs put into the clipboard
// into plain HTML. Each peculiarity is recognised by its markup, not by the name of the program,
// since many texts have been copied through two of them.

import { keepAnchors } from './anchors';
import { headings, rename, unwrap } from './dom';
import { plural } from './element';
import { headingsBySize, type Sizes } from './sizes';
import { tidyWord, wordRest } from './word';

export function tidy(doc: Document, sizes: Sizes): void {
  spaces(doc);
  chrome(doc);
  tidyWord(doc);
  keepComments(doc);
  docsWrapper(doc);
  medium(doc);
  headingsBySize(doc, sizes);
  docsStyles(doc);
  keepAnchors(doc);
  wordRest(doc);
  nestedLists(doc);
  blocks(doc);
  links(doc);
}

// spaces turns what stands for a space beside an element back into one: Chromium copies it as a
// span with a non-breaking space. Other non-breaking spaces were written by somebody.
function spaces(doc: Document): void {
  doc.querySelectorAll('span').forEach((span) => {
    if (span.textContent === '\u00a0' && span.children.length === 0) span.replaceWith(' ');
  });
}

// leftOut lists comments and changes of reviewers, which must be resolved in the original.
export function leftOut(doc: Document): string[] {
  const out: string[] = [];
  const tell = (n: number, noun: string, rest: string) => { if (n > 0) out.push(`The text had ${plural(n, noun)}; ${rest}.`); };
  tell(doc.querySelectorAll('.MsoCommentReference, .MsoCommentText').length && Math.max(doc.querySelectorAll('.MsoCommentReference').length, 1), 'comment', 'to be resolved in the original');
  const marked = [...doc.querySelectorAll<HTMLElement>('span[style]')].filter((span) => /mso-highlight/.test(span.getAttribute('style') ?? '') ||
    (span.style.backgroundColor && !/^(transparent|inherit|initial|unset|white|#fff(fff)?|rgb\(255, 255, 255\)|rgba\(.*, 0\))$/i.test(span.style.backgroundColor)));
  const all = new Set<Element>(marked);
  const outermost = marked.filter((span) => {
    for (let at = span.parentElement; at; at = at.parentElement) if (all.has(at)) return false;
    return true;
  });
  tell(outermost.length + doc.querySelectorAll('mark').length, 'highlight', 'probably a note to somebody');
  tell(doc.querySelectorAll('.msoDel, .msoIns, ins[cite], del[cite]').length, 'tracked change', 'read as accepted');
  return out;
}

// keepComments keeps comments that suppress findings; turndown drops comments.
function keepComments(doc: Document): void {
  const walker = doc.createTreeWalker(doc, NodeFilter.SHOW_COMMENT);
  const found: Comment[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Comment);
  for (const comment of found) {
    const text = comment.data.trim();
    if (!/^copychief-[a-z-]+/.test(text) || !comment.parentElement) { comment.remove(); continue; }
    const kept = doc.createElement('copychief-comment');
    kept.setAttribute('text', text.replace(/\s+/g, ' '));
    kept.textContent = '.'; // turndown drops blank elements
    comment.replaceWith(kept);
  }
}

// chrome removes controls of the page and anchors next to headings, which are not part of the text.
function chrome(doc: Document): void {
  doc.querySelectorAll('a[href] button').forEach(unwrap); // a link that looks like a button
  doc.querySelectorAll('button, nav, select, textarea, [role="button"]:not(a)').forEach((e) => e.remove());
  doc.querySelectorAll('h1 a, h2 a, h3 a, h4 a, h5 a, h6 a').forEach((a) => {
    if (/^[#¶§🔗\s]*$/u.test(a.textContent ?? '') && !a.querySelector('img') && a.hasAttribute('href')) a.remove();
  });
  doc.querySelectorAll('picture').forEach((p) => p.querySelectorAll('source').forEach((source) => source.remove()));
  doc.querySelectorAll('img[aria-roledescription="checkbox"], li > .checkbox').forEach((box) => box.remove());
}

// medium raises the headings of Medium, which begin at the third level.
function medium(doc: Document): void {
  if (!doc.querySelector('.graf')) return;
  doc.querySelectorAll('.graf--subtitle').forEach((h) => rename(h, 'p'));
  doc.querySelectorAll('h3.graf, h4.graf').forEach((h) => {
    const title = h.classList.contains('graf--title');
    rename(h, title ? 'h1' : h.nodeName === 'H3' ? 'h2' : 'h3');
  });
}

// docsWrapper removes the element in bold type that Google Docs puts around everything.
function docsWrapper(doc: Document): void {
  doc.querySelectorAll<HTMLElement>('b[id^="docs-internal-guid"], b, strong').forEach((b) => {
    if (b.id.startsWith('docs-internal-guid') || b.style.fontWeight === 'normal' || b.style.fontWeight === '400') unwrap(b);
  });
}

// docsStyles turns the inline styles of Google Docs, which writes no elements for them, into elements.
function docsStyles(doc: Document): void {
  doc.querySelectorAll<HTMLElement>('span[style]').forEach((span) => {
    const style = span.style;
    const inHeading = span.closest(headings);
    const names = [];
    if (!inHeading && !span.closest('strong, b') && (style.fontWeight === 'bold' || Number(style.fontWeight) >= 600)) names.push('strong');
    if (style.fontStyle === 'italic' && !span.closest('em, i')) names.push('em');
    if (style.textDecorationLine.includes('line-through') || style.textDecoration.includes('line-through')) names.push('del');
    for (const name of names) {
      const made = doc.createElement(name);
      made.append(...span.childNodes);
      span.append(made);
    }
  });
}

// nestedLists moves a list that is a sibling of an item, as in Google Docs, into the item.
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

// blocks rewrites the remaining blocks as ones that Markdown has.
function blocks(doc: Document): void {
  doc.querySelectorAll('aside').forEach((e) => {
    e.querySelectorAll('img').forEach((icon) => { if (icon.alt && icon.alt === icon.getAttribute('src')) icon.remove(); });
    rename(e, 'div');
  });
  doc.querySelectorAll<HTMLElement>('[style*="--en-codeblock"]').forEach((block) => { // of Evernote
    const pre = doc.createElement('pre');
    pre.textContent = [...block.children].map((line) => line.textContent).join('\n');
    block.replaceWith(pre);
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

// isSplit reports whether a link is the empty one of two that a parser makes of a link inside a
// link. Programs that link the addresses in link texts write these.
function isSplit(a: HTMLAnchorElement): boolean {
  const next = a.nextSibling;
  return !a.textContent?.trim() && !a.querySelector('img') && !a.id && next?.nodeName === 'A' && Boolean((next as Element).textContent?.trim());
}

// redirect matches the address of a redirect that office and mail programs put around a link.
const redirect = /^https?:\/\/(?:www\.google\.com\/url|[\w.-]+\.safelinks\.protection\.outlook\.com\/)\?(?:.*&)?(?:q|url)=([^&]+)/;

// flat puts the text of a link on one line: a card is a link with a heading and a paragraph.
function flat(a: HTMLAnchorElement): void {
  const parts = [...a.querySelectorAll('p, div, h1, h2, h3, h4, h5, h6, li, figcaption')];
  if (parts.length === 0 || a.querySelector('table, img')) return;
  const title = a.querySelector('[class*="title"]') ?? a;
  a.textContent = (title.textContent ?? '').replace(/\s+/g, ' ').trim();
}

// links removes redirects from the addresses of links.
function links(doc: Document): void {
  doc.querySelectorAll('a').forEach((a) => {
    const href = a.getAttribute('href');
    if (isSplit(a)) return a.remove();
    if (!href || /^(javascript|data|vbscript):/i.test(href.trim())) return unwrap(a);
    flat(a);
    const around = redirect.exec(href);
    try {
      if (around) a.setAttribute('href', decodeURIComponent(around[1]));
    } catch { /* the address is no encoded one and stays as it is */ }
  });
}
