// Recognises headings by font size. Some programs, such as Pages and Notes, put no headings into
// the clipboard, and others, such as Google Docs and LibreOffice, none for the title, but
// paragraphs in a larger font.

import { headings, rename, titled } from './dom';

// Sizes are font sizes in points, by class.
export type Sizes = Map<string, number>;

// sizesIn reads the style sheets in pasted HTML, which are dropped before it is parsed.
export function sizesIn(html: string): Sizes {
  const sizes: Sizes = new Map();
  for (const [, sheet] of html.matchAll(/<style[\s>]([\s\S]*?)<\/style>/gi)) {
    for (const [, name, , rules] of sheet.matchAll(/(?:^|[\s,}>])[\w-]*\.([\w-]+)((?:\s*,[^{}]*)?)\s*\{([^{}]*)\}/g)) {
      const size = /(?:^|[;\s])font(?:-size)?:[^;]*?([\d.]+)(pt|px)/i.exec(rules);
      if (size) sizes.set(name, points(Number(size[1]), size[2]));
    }
  }
  return sizes;
}

function points(size: number, unit: string): number { return unit.toLowerCase() === 'px' ? size * 0.75 : size; }

const usual = 12; // if no size is given
const fontSizes = [7.5, 7.5, 10, 12, 13.5, 18, 24, 36]; // of the element “font”

function own(element: HTMLElement, sizes: Sizes): number | undefined {
  const styled = /^([\d.]+)(pt|px)$/.exec(element.style.fontSize);
  if (styled) return points(Number(styled[1]), styled[2]);
  const size = element.nodeName === 'FONT' ? fontSizes[Number(element.getAttribute('size'))] : undefined;
  return size ?? [...element.classList].map((name) => sizes.get(name)).find(Boolean);
}

interface Block { element: HTMLElement; size: number; length: number }

// blocksOf returns the paragraphs outside lists, tables and quotations, with the smallest size in each.
function blocksOf(doc: Document, sizes: Sizes): Block[] {
  return [...doc.querySelectorAll<HTMLElement>('p, div')].filter((e) => !e.closest('li, td, th, blockquote, figure, pre') &&
    !e.querySelector('p, div, ul, ol, table, img') && e.textContent?.trim()).map((element) => {
    let size = Infinity;
    const walker = doc.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      if (!walker.currentNode.textContent?.trim()) continue;
      let at: HTMLElement | null = walker.currentNode.parentElement;
      let found = at && own(at, sizes);
      while (at && found === undefined && at !== doc.body) found = (at = at.parentElement) ? own(at, sizes) : undefined;
      size = Math.min(size, found || usual);
    }
    return { element, size, length: element.textContent?.trim().length ?? 0 };
  });
}

const longest = 150; // characters of a heading

// headingsBySize makes headings of short paragraphs in a larger font if there are no headings, and
// otherwise a headline of one before the first heading.
export function headingsBySize(doc: Document, sizes: Sizes): void {
  const blocks = blocksOf(doc, sizes);
  const written = new Map<number, number>();
  for (const b of blocks) written.set(b.size, (written.get(b.size) ?? 0) + b.length);
  const body = [...written].sort((a, b) => b[1] - a[1])[0]?.[0] ?? usual;
  const first = doc.querySelector(headings);
  if (first) {
    const title = blocks.find((b) => b.length <= longest && b.size >= body * 1.5 && b.size >= 20 &&
      b.element.compareDocumentPosition(first) & Node.DOCUMENT_POSITION_FOLLOWING);
    if (title) titled(title.element);
    return;
  }
  const large = blocks.filter((b) => b.length <= longest && b.size >= body * 1.2 && /\p{L}/u.test(b.element.textContent ?? ''));
  if (large.length === 0 || large.length === blocks.length && blocks.length > 1) return;
  const alone = (b: Block) => large.filter((other) => other.size === b.size).length === 1;
  const hasTitle = large[0] === blocks[0] && large.every((b) => b.size <= large[0].size) && alone(large[0]);
  const shown = large.filter((b) => !(hasTitle && b === blocks[1] && alone(b))); // without the subtitle
  const ranks = [...new Set(shown.map((b) => b.size))].sort((a, b) => b - a);
  for (const b of shown) rename(b.element, `h${Math.min(ranks.indexOf(b.size) + (hasTitle ? 1 : 2), 6)}`);
}
