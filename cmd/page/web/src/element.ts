// Elements are made here and nowhere else. Text becomes text, whatever it holds: nothing in
// this page sets innerHTML.

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

// link returns a link to a page of the web, or only its text for an address that is no such page.
export function link(text: string, address: string): Node {
  if (!/^https?:\/\//.test(address)) return document.createTextNode(text);
  return element('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, text);
}

// prose shows a paragraph of an explanation: code between backquotes, the rest as it is.
export function prose(text: string): HTMLElement {
  const out = element('div', { class: 'prose' });
  for (const paragraph of text.split(/\n\n+/)) {
    const p = element('p');
    paragraph.replace(/\s+/g, ' ').split(/(`[^`]+`|\*\*[^*]+\*\*)/).forEach((part) => {
      if (/^`.+`$/.test(part)) p.append(element('code', {}, part.slice(1, -1)));
      else if (/^\*\*.+\*\*$/.test(part)) p.append(element('strong', {}, part.slice(2, -2)));
      else p.append(part);
    });
    out.append(p);
  }
  return out;
}

export function plural(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
