// The draft that the browser stores until the writer deletes it.

import type { Draft } from './contract';

const key = 'copychief-draft';

export const empty: Draft = { text: '', keyphrase: '', profile: '', language: '', headline: '', description: '' };

export function recall(): Draft {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
    const out = { ...empty };
    if (kept && typeof kept === 'object') {
      for (const name of Object.keys(empty) as (keyof Draft)[]) {
        const value = (kept as Record<string, unknown>)[name];
        if (typeof value === 'string') out[name] = value;
      }
    }
    return out;
  } catch {
    return { ...empty };
  }
}

// keep stores the draft, and reports whether the browser allowed it.
export function keep(draft: Draft): boolean {
  try {
    localStorage.setItem(key, JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(key);
  } catch { /* nothing was kept */ }
}
