// The only place where elements are created. Text always becomes a text node: nothing on this
// page sets innerHTML.

type Attributes = Record<string, string | boolean | ((event: Event) => void)>;

export function element<K extends keyof HTMLElementTagNameMap>(
  name: K, attributes: Attributes = {}, ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value);
    else if (value === true) made.setAttribute(key, '');
    else if (value !== false) made.setAttribute(key, value);
  }
  made.append(...children);
  return made;
}

export function byId<T extends HTMLElement>(id: string): T {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no element ${id}`);
  return found as T;
}

// link returns a link to a web page, or only its text if the address is not that of a web page.
export function link(text: string, address: string): Node {
  if (!/^https?:\/\//.test(address)) return document.createTextNode(text);
  return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, text);
}

// prose renders an explanation: paragraphs, lists and fenced code, with inline code and bold text.
export function prose(text: string): HTMLElement {
  const out = element('div', { class: 'prose' });
  for (const part of text.split(/(^```[^]*?^```$)/m)) {
    if (part.startsWith('```')) {
      out.append(element('pre', { tabindex: '0' }, part.replace(/^```.*\n|\n?```$/g, '')));
      continue;
    }
    for (const paragraph of part.split(/\n\s*\n+/).filter((p) => p.trim())) {
      if (/^[-*] /.test(paragraph)) out.append(element('ul', {}, ...paragraph.split(/\n(?=[-*] )/).map((item) => inline(element('li'), item.slice(2)))));
      else out.append(inline(element('p'), paragraph));
    }
  }
  return out;
}

function inline<T extends HTMLElement>(parent: T, text: string): T {
  text.trim().replace(/\s+/g, ' ').split(/(`[^`]+`|\*\*[^*]+\*\*)/).forEach((part) => {
    if (/^`.+`$/.test(part)) parent.append(element('code', {}, part.slice(1, -1)));
    else if (/^\*\*.+\*\*$/.test(part)) parent.append(element('strong', {}, part.slice(2, -2)));
    else parent.append(part);
  });
  return parent;
}

export function plural(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
