// Turns what Word puts into the clipboard, on a computer or in a browser, into plain HTML.

import { between, headings, rename, titled, unwrap } from './dom';

export function tidyWord(doc: Document): void {
  conditionals(doc);
  wordTitles(doc);
  wordOnline(doc);
  wordLists(doc);
}

// conditionals reads conditional comments of Word: the marker of an item, and an equation as an
// image.
function conditionals(doc: Document): void {
  const walker = doc.createTreeWalker(doc, NodeFilter.SHOW_COMMENT);
  const found: Comment[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Comment);
  const ends = (node: Node) => node.nodeType === Node.COMMENT_NODE && /^\[endif\]/.test((node as Comment).data);
  let equation = '';
  for (const comment of found) {
    if (/^\[if gte msEquation/.test(comment.data)) equation = comment.data.replace(/^\[[^\]]*\]>|<!\[endif\]$|<[^>]*>/g, '').replace(/\s+/g, ' ').trim();
    if (/^\[if !msEquation\]/.test(comment.data) && equation) {
      between(comment, ends).forEach((node) => node.parentNode?.removeChild(node));
      const code = doc.createElement('code');
      code.textContent = equation;
      comment.replaceWith(code);
    }
    if (/^\[if !supportLists\]/.test(comment.data)) {
      const marker = doc.createElement('span');
      marker.setAttribute('style', 'mso-list:Ignore');
      marker.append(...between(comment, ends));
      comment.replaceWith(marker);
    }
  }
}

// wordTitles turns the named styles of Word into elements.
function wordTitles(doc: Document): void {
  doc.querySelectorAll('.MsoTitle').forEach((p, i) => { if (i === 0 && !/^H\d$/.test(p.nodeName)) titled(p); });
  doc.querySelectorAll('[class^="MsoToc"], [class^="MsoIndex"], .MsoTof').forEach((p) => p.remove());
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

// wordOnline turns the HTML of Word in a browser, which has headings by role and one list for each
// item, into that of Word on a computer.
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

// wordLists makes lists of paragraphs, as which Word writes items.
function wordLists(doc: Document): void {
  const open: HTMLElement[] = []; // open lists, outermost first
  let last: Element | null = null;
  doc.querySelectorAll(headings).forEach((h) => markerOf(h)?.remove()); // the number of a heading
  doc.querySelectorAll<HTMLElement>('p').forEach((p) => {
    const style = p.getAttribute('style') ?? '';
    const level = /mso-list:\s*l\d+\s+level(\d)/.exec(style);
    if (!level) return;
    if (!last || p.previousElementSibling !== last) open.length = 0;
    const marker = markerOf(p);
    const ordered = /^\W*(\d{1,4}|[a-z]{1,4}[.)])/i.test(marker?.textContent?.trim() ?? '');
    marker?.remove();
    const depth = Number(level[1]);
    while (open.length > depth) open.pop();
    if (open.length === depth && (open[depth - 1].nodeName === 'OL') !== ordered) open.pop(); // another list
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

function markerOf(p: Element): Element | null { return p.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]'); }

// wordRest removes markup that only Word uses, and accepts tracked changes.
export function wordRest(doc: Document): void {
  doc.querySelectorAll('del.msoDel, .msoDel, del[cite], [style*="mso-element:comment-list"], [style*="mso-element: comment-list"], .msocomanchor, .MsoCommentReference, .msocomoff').forEach((e) => e.remove());
  doc.querySelectorAll('[style*="mso-element:footnote-list"] > hr, [style*="mso-element:endnote-list"] > hr').forEach((e) => e.remove());
  doc.querySelectorAll<HTMLElement>('[style*="display:none"], [style*="mso-hide:all"]').forEach((e) => e.remove());
  for (const e of [...doc.querySelectorAll('*')]) {
    if (!e.nodeName.includes(':')) continue;
    if (e.textContent?.trim()) unwrap(e);
    else e.remove();
  }
}
