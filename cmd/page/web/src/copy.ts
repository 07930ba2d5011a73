// Copies the draft as Markdown, or as rich text for Google Docs, Word or WordPress.

import DOMPurify from 'dompurify';
import { marked } from 'marked';

// richText returns the draft as inert HTML: no scripts, event handlers or forms.
export function richText(markdown: string): string {
  const html = marked.parse(withoutHead(markdown), { async: false, gfm: true });
  return DOMPurify.sanitize(html, { USE_PROFILES: { html: true }, FORBID_TAGS: ['style', 'form', 'input', 'button', 'iframe', 'svg', 'math'], FORBID_ATTR: ['style', 'class', 'id'] });
}

// withoutHead returns the text without its front matter.
export function withoutHead(markdown: string): string {
  return markdown.replace(/^\uFEFF?(---|\+\+\+)[ \t]*\n[\s\S]*?\n\1[ \t]*(\n|$)/, '');
}

// copy puts a draft into the clipboard, and reports whether the browser allowed it.
export function copy(text: string, html?: string): boolean {
  let done = false;
  const set = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
    if (html !== undefined) event.clipboardData?.setData('text/html', html);
    done = true;
  };
  document.addEventListener('copy', set, { capture: true, once: true });
  const allowed = document.execCommand('copy');
  document.removeEventListener('copy', set, { capture: true });
  return allowed && done;
}
