// Turns rich text into Markdown: first the HTML of various programs into plain HTML (origins.ts),
// then that into Markdown, with turndown.

import TurndownService from 'turndown';
import { taskListItems } from 'turndown-plugin-gfm';
import { leftOut, tidy } from './origins';
import { sizesIn } from './sizes';
import { tableText } from './table';

// Rich is the Markdown of rich text, with a sentence about each thing that was left out.
export interface Rich { text: string; left: string[] }

// markdownOf turns HTML into Markdown. The HTML is parsed into a document that runs no script
// and loads nothing, and only text is taken from it.
export function markdownOf(html: string): Rich {
  const parsed = parse(html);
  const left = leftOut(parsed);
  tidy(parsed, sizesIn(html));
  const text = converter().turndown(parsed.body);
  return { text: text.replace(/^[ \t]+$|(?<=\S) $|(?<=\S)[ \t]{3,}$|\t+$/gm, '').replace(/\n{3,}/g, '\n\n').trim() + '\n', left };
}

// parse parses HTML without its style sheets, which the policy of the page would complain about.
function parse(html: string): Document {
  return new DOMParser().parseFromString(html.replace(/<style[\s>][\s\S]*?<\/style>/gi, ''), 'text/html');
}

// isRich reports whether HTML has anything that plain text would lose. Coloured lines, as code
// editors put them into the clipboard, do not count.
export function isRich(html: string): boolean {
  const parsed = parse(html);
  if (parsed.querySelector('h1,h2,h3,h4,h5,h6,a[href],img,ul,ol,table,blockquote,strong,em,b,i,figure,p')) {
    return !parsed.querySelector('meta[name="Generator"][content="Code Editor"]');
  }
  return false;
}

function converter(): TurndownService {
  const service = new TurndownService({
    headingStyle: 'atx', bulletListMarker: '-', codeBlockStyle: 'fenced', emDelimiter: '*', hr: '---',
    // Some elements contain only an image or a comment.
    blankReplacement: (_, node) => ((node as unknown as { isBlock: boolean }).isBlock ? '\n\n' : ''),
  });
  service.use(taskListItems);
  service.remove(['script', 'style', 'title', 'head', 'noscript', 'template', 'iframe', 'object'] as unknown as TurndownService.Filter);
  service.addRule('heading', { // without escapes for lists and quotations
    filter: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'],
    replacement: (content, node) => `\n\n${'#'.repeat(Number(node.nodeName[1]))} ${content.trim().replace(/^(\d+)\\(?=[.)])|^\\(?=[-+>])/, '$1')}\n\n`,
  });
  service.addRule('item', { filter: 'li', replacement: (content, node) => item(content, node as HTMLElement) });
  service.addRule('struck', { filter: ['del', 's'], replacement: (content) => (content.trim() ? `~~${content}~~` : '') });
  service.addRule('code', { filter: 'pre', replacement: (_, node) => code(node as HTMLElement) });
  service.addRule('quotation', { filter: 'q', replacement: (content) => `“${content}”` });
  service.addRule('address', { // a link whose text is its address
    filter: (node) => node.nodeName === 'A' && /^(?:https?:\/\/|mailto:)\S+$/i.test(node.getAttribute('href') ?? '') &&
      node.textContent?.trim() === node.getAttribute('href')?.replace(/^mailto:/i, '') && !/[<>]/.test(node.textContent ?? ''),
    replacement: (_, node) => `<${node.textContent?.trim()}>`,
  });
  service.addRule('image', { filter: 'img', replacement: (_, node) => image(node as HTMLImageElement) });
  service.addRule('caption', { filter: 'figcaption', replacement: (content) => (content.trim() ? `\n\n*${content.trim().replace(/^\*+|\*+$/g, '')}*\n\n` : '') });
  service.addRule('raw', { filter: (node) => node.nodeName === 'COPYCHIEF-RAW', replacement: (_, node) => (node as HTMLElement).getAttribute('text') ?? '' });
  service.addRule('note', {
    filter: (node) => node.nodeName === 'COPYCHIEF-NOTE',
    replacement: (content, node) => `\n\n${(node as HTMLElement).getAttribute('label')}: ${content.trim().replace(/\s*\n+\s*/g, ' ')}\n\n`,
  });
  service.addRule('comment', {
    filter: (node) => node.nodeName === 'COPYCHIEF-COMMENT',
    replacement: (_, node) => `\n\n<!-- ${(node as HTMLElement).getAttribute('text')} -->\n\n`,
  });
  service.addRule('table', { filter: 'table', replacement: (_, node) => tableText(node as HTMLTableElement, (cell) => service.turndown(cell)) });
  return service;
}

// code writes preformatted text as fenced code, with the language from its class.
function code(pre: HTMLElement): string {
  pre.querySelectorAll('br').forEach((br) => br.replaceWith('\n'));
  const only = pre.querySelectorAll('code'); // there may be labels and buttons next to it
  const text = ((only.length === 1 ? only[0] : pre).textContent ?? '').replace(/\n$/, '');
  const classes = [pre, pre.querySelector('code'), pre.parentElement].map((e) => e?.className ?? '').join(' ');
  const language = /\b(?:language|lang|highlight-source|brush:)[-\s]?([\w+#]+)/.exec(classes)?.[1] ?? '';
  const fence = '`'.repeat(Math.max(3, ...[...text.matchAll(/^`{3,}/gm)].map((m) => m[0].length + 1)));
  return text.trim() ? `\n\n${fence}${language}\n${text}\n${fence}\n\n` : '';
}

// item writes an item of a list as people do, with one space after the marker.
function item(content: string, li: HTMLElement): string {
  const list = li.parentElement;
  const number = Number(list?.getAttribute('start') ?? 1) + [...(list?.children ?? [])].indexOf(li);
  const mark = list?.nodeName === 'OL' ? `${number}. ` : '- ';
  const text = content.replace(/^\n+|\n+$/g, '').replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);
  return mark + text + (li.nextElementSibling ? '\n' : '');
}

// image writes an image with its alternative text. Of the address of a local file, which would
// reveal folders of the computer, and of an image in the clipboard, only the file name is kept.
function image(img: HTMLImageElement): string {
  const alt = (img.getAttribute('alt') ?? '').replace(/\s+/g, ' ').trim().replace(/[[\]]/g, '\\$&');
  let src = (img.getAttribute('src') ?? '').trim();
  const later = (img.getAttribute('data-src') ?? img.getAttribute('data-lazy-src') ?? '').trim();
  if (later && (!src || /^data:image\//i.test(src))) src = later; // for lazy loading
  if (/^file:/i.test(src)) src = src.replace(/^.*[\\/]/, '');
  if (/^data:,\//i.test(src)) src = src.replace(/^.*[\\/]/, ''); // of a Word file: the name of the part
  if (/^cid:/i.test(src)) src = src.replace(/^cid:|@.*$/gi, ''); // in a mail
  if (/^(data|blob):/i.test(src)) src = 'image';
  if (/[\s()<>]/.test(src)) src = `<${src.replace(/[<>\n]/g, '')}>`;
  const title = img.getAttribute('title');
  return src || alt ? `![${alt}](${src}${title ? ` "${title.replace(/"/g, '\\"')}"` : ''})` : '';
}
