// The list of findings: by severity, with what can be done about each.

import { type Counts, type Explanation, type Finding, type Place, severities, type Severity } from './contract';
import { byId, element, link, plural, prose } from './element';
import { familyNames, severityHints, severityTitles } from './names';

export interface ListEvents {
  go(finding: Finding): void;
  goTo(place: Place): void;
  point(place: Place | null): void;
  fix(finding: Finding, which: number): void;
  leave(finding: Finding, reason: string): void;
  why(rule: string): Promise<Explanation>;
}

interface Item { said: string; node: HTMLLIElement }

export class List {
  private items = new Map<string, Item>();
  private lists = new Map<string, HTMLOListElement>();
  private findings: Finding[] = [];

  constructor(private parent: HTMLElement, private events: ListEvents) {
    for (const group of [...severities, 'left']) {
      const ol = element('ol');
      const heading = element('h3', { id: `group-${group}` });
      parent.append(element('section', { class: `group ${group}`, 'aria-labelledby': heading.id, hidden: true }, heading, ol));
      this.lists.set(group, ol);
    }
  }

  // show shows findings. It keeps the elements of unchanged findings, so that an open explanation
  // and a reason that is being typed are still there after the next key.
  show(findings: Finding[]): void {
    this.findings = findings;
    const focused = this.nodes().findIndex((node) => node.contains(document.activeElement));
    const kept = new Map<string, Item>();
    for (const [group, ol] of this.lists) {
      const here = findings.filter((f) => groupOf(f) === group);
      const nodes = here.map((f) => {
        const said = JSON.stringify([f.severity, f.message, f.words, f.fixes, f.related.map((r) => r.words), f.status, f.field]);
        let item = this.items.get(f.id);
        if (!item || item.said !== said) item = { said, node: this.item(f) };
        kept.set(f.id, item);
        return item.node;
      });
      arrange(ol, nodes);
      this.head(ol, group, here.length);
    }
    this.items = kept;
    if (focused >= 0 && !this.nodes().some((node) => node.contains(document.activeElement))) this.refocus(focused);
  }

  private nodes(): Element[] { return [...this.parent.querySelectorAll('.group > ol > li')]; }

  // refocus moves the focus to the finding after one that is gone, so that nobody has to start at
  // the top of the page again after each correction.
  private refocus(index: number): void {
    const nodes = this.nodes();
    const next = nodes[Math.min(index, nodes.length - 1)]?.querySelector('button') ?? byId('found-title');
    next.focus({ preventScroll: true });
  }

  private head(ol: HTMLOListElement, group: string, number: number): void {
    const section = ol.parentElement as HTMLElement;
    section.hidden = number === 0;
    const title = group === 'left' ? 'Left as it is' : severityTitles[group as Severity];
    const hint = group === 'left' ? 'what you decided to leave, with your reason' : severityHints[group as Severity];
    (section.firstElementChild as HTMLElement).replaceChildren(
      element('span', { class: 'name' }, title), ` ${number} `, element('span', { class: 'hint' }, hint));
  }

  // latest returns the current version of a finding, whose place moves with the text.
  private latest(f: Finding): Finding { return this.findings.find((g) => g.id === f.id) ?? f; }

  // choose shows an item of the list and gives it the focus.
  choose(id: string): void {
    const button = this.items.get(id)?.node.querySelector('button');
    button?.focus({ preventScroll: true });
    button?.scrollIntoView({ block: 'nearest' });
  }

  // reveal scrolls to an item, without taking the focus from the text.
  reveal(id: string | undefined): void {
    for (const [key, item] of this.items) item.node.classList.toggle('current', key === id);
    if (id) this.items.get(id)?.node.scrollIntoView({ block: 'nearest' });
  }

  private item(f: Finding): HTMLLIElement {
    const where = f.field ? `in the field “${f.field}”` : f.whole ? 'the whole article' : f.words ? `“${f.words}”` : '';
    const node = element('li', { 'data-rule': f.rule, 'data-severity': f.severity },
      element('button', { type: 'button', class: 'message', click: () => this.events.go(this.latest(f)) },
        element('span', { class: 'visually-hidden' }, `${severityTitles[f.severity]}: `), f.message),
      element('p', { class: 'about' }, `${familyNames[f.family] ?? f.family}${where ? ' · ' : ''}`, element('span', { dir: 'auto' }, where)));
    node.addEventListener('mouseenter', () => this.events.point(f.field || f.whole ? null : this.latest(f).place));
    node.addEventListener('mouseleave', () => this.events.point(null));
    if (f.status === 'suppressed') node.append(element('p', { class: 'about' }, f.reason ? `Left because: ${f.reason}` : 'Left without a reason'));
    if (f.related.length > 0) node.append(this.related(f));
    if (!f.status) node.append(this.actions(f));
    node.append(this.why(f));
    return node;
  }

  private related(f: Finding): HTMLElement {
    const most = 5;
    const rows = f.related.slice(0, most).map((r, i) => element('li', {},
      element('button', { type: 'button', class: 'plain', click: () => this.events.goTo((this.latest(f).related[i] ?? r).place) },
        r.message, ...(r.words ? [': ', element('span', { dir: 'auto' }, `“${r.words}”`)] : []))));
    const more = f.related.length + f.unlisted - rows.length;
    if (more > 0) rows.push(element('li', {}, `and ${more.toLocaleString('en')} more`));
    return element('ul', { class: 'related' }, ...rows);
  }

  private actions(f: Finding): HTMLElement {
    const row = element('div', { class: 'actions' });
    f.fixes.forEach((fix, i) => row.append(element('button', {
      type: 'button', class: 'fix', click: () => this.events.fix(this.latest(f), i),
      title: fix.safe ? 'Cannot change the meaning' : 'May change the meaning: read the sentence again',
    }, fix.title + (fix.safe ? '' : ' (read it again)'))));
    row.append(this.leaveForm(f));
    return row;
  }

  private leaveForm(f: Finding): HTMLElement {
    const reason = element('input', { type: 'text', required: true, 'aria-label': `Why “${f.message}” may stay`, placeholder: 'it is the name of the ship', maxlength: '200' });
    const form = element('form', { class: 'leave', hidden: true, submit: (event) => {
      event.preventDefault();
      this.events.leave(this.latest(f), reason.value);
    } }, element('label', {}, 'It may stay because ', reason), element('button', {}, 'Leave it'));
    const opener = element('button', { type: 'button', class: 'plain leave-it', 'aria-expanded': 'false', click: () => {
      form.hidden = !form.hidden;
      opener.setAttribute('aria-expanded', String(!form.hidden));
      if (!form.hidden) reason.focus();
    } }, 'Leave it, because …');
    return element('div', { class: 'leaving' }, opener, form);
  }

  private why(f: Finding): HTMLElement {
    const box = element('details', { class: 'why' }, element('summary', {}, 'Why'));
    box.addEventListener('toggle', async () => {
      if (!box.open || box.childElementCount > 1) return;
      const w = await this.events.why(f.rule);
      if (box.childElementCount > 1) return;
      const source = element('p', { class: 'source' }, `${capital(w.basis.says)}: `, link(w.basis.source, w.basis.url));
      box.append(...(w.advice ? [prose(`**What to do.** ${w.advice}`)] : []), source,
        element('details', {}, element('summary', {}, 'More about this'), prose(w.text)),
        element('p', { class: 'about' }, `Rule: ${w.rule}`));
    });
    return box;
  }
}

function groupOf(f: Finding): string { return f.status ? 'left' : f.severity; }

function capital(s: string): string { return s.charAt(0).toUpperCase() + s.slice(1); }

// arrange makes nodes the children of a list, moving as few as possible, so that none loses the
// focus unnecessarily.
function arrange(list: HTMLElement, nodes: HTMLElement[]): void {
  const wanted = new Set<Node>(nodes);
  for (const child of [...list.children]) if (!wanted.has(child)) child.remove();
  nodes.forEach((node, i) => {
    if (list.children[i] !== node) list.insertBefore(node, list.children[i] ?? null);
  });
}

// countsInWords says how many findings there are. There is no score.
export function countsInWords(c: Counts): string {
  const advice = c.advice === 0 ? 'no advice' : `${c.advice.toLocaleString('en')} advice`;
  return `${plural(c.error, 'error')}, ${plural(c.warning, 'warning')}, ${advice}`;
}
