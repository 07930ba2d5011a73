// Which findings are listed. The marks in the text do not change.

import { type Counts, type Finding, severities } from './contract';
import { byId, element } from './element';
import { familyNames, severityTitles } from './names';

export class Filters {
  private boxes = new Map<string, HTMLInputElement>();
  private numbers = new Map<string, HTMLElement>();
  private family = byId<HTMLSelectElement>('family');

  constructor(changed: () => void) {
    const parent = byId('severities');
    for (const name of [...severities, 'left'] as const) {
      const box = element('input', { type: 'checkbox', checked: true, input: changed });
      const number = element('span', { class: 'n' });
      const title = name === 'left' ? 'Left as it is' : severityTitles[name];
      parent.append(element('label', { class: name }, box, ` ${title} `, number));
      this.boxes.set(name, box);
      this.numbers.set(name, number);
    }
    this.family.addEventListener('input', changed);
  }

  fill(families: string[]): void {
    this.family.append(...families.map((f) => element('option', { value: f }, familyNames[f] ?? f)));
  }

  fit(f: Finding): boolean {
    const box = this.boxes.get(f.status ? 'left' : f.severity);
    return Boolean(box?.checked) && (!this.family.value || f.family === this.family.value);
  }

  count(c: Counts, findings: Finding[]): void {
    for (const name of severities) this.numbers.get(name)!.textContent = c[name].toLocaleString('en');
    this.numbers.get('left')!.textContent = c.suppressed.toLocaleString('en');
    for (const option of this.family.options) {
      if (!option.value) continue;
      const number = findings.filter((f) => !f.status && f.family === option.value).length;
      option.textContent = (familyNames[option.value] ?? option.value) + (number ? ` (${number})` : '');
    }
  }
}
