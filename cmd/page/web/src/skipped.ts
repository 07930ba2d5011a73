// What was not looked at, and why: silence must not pass for approval.

import { byId, element, plural } from './element';

export function showSkipped(all: { rule: string; reason: string }[], held: number): void {
  const box = byId<HTMLDetailsElement>('not-looked-at');
  const byReason = new Map<string, string[]>();
  for (const { rule, reason } of all) byReason.set(reason, [...(byReason.get(reason) ?? []), rule.replaceAll('-', ' ')]);
  box.querySelector('summary')!.textContent = `${plural(all.length, 'thing')} could not be looked at`;
  const rows = [...byReason].map(([reason, rules]) => element('li', {}, `Because of “${reason}”: ${rules.join(', ')}`));
  if (held > 0) rows.unshift(element('li', {}, `${plural(held, 'finding')} held back, because of what other articles do`));
  rows.push(element('li', {}, 'What compares several articles needs the whole site, so nothing is said about that here'));
  box.querySelector('ul')!.replaceChildren(...rows);
  box.hidden = all.length + held === 0;
}
