// What was not checked, and why, so that no finding is not mistaken for approval.

import { byId, element, plural } from './element';

export function showSkipped(all: { rule: string; reason: string }[], held: number): void {
  const box = byId<HTMLDetailsElement>('not-looked-at');
  const byReason = new Map<string, string[]>();
  for (const { rule, reason } of all) byReason.set(reason, [...(byReason.get(reason) ?? []), rule.replaceAll('-', ' ')]);
  box.querySelector('summary')!.textContent = `${plural(all.length, 'thing')} could not be checked`;
  const rows = [...byReason].map(([reason, rules]) => element('li', {}, `Because of “${reason}”: ${rules.join(', ')}`));
  if (held > 0) rows.unshift(element('li', {}, `${plural(held, 'finding')} not counted, because other articles do the same`));
  rows.push(element('li', {}, 'Rules that compare articles need the whole site, so they do not run here'));
  box.querySelector('ul')!.replaceChildren(...rows);
  box.hidden = all.length + held === 0;
}
