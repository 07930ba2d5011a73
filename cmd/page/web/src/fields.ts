// The fields next to the text: metadata for search engines and for the checks.

import type { Draft, Inspection, Line } from './contract';
import { byId, element } from './element';
import { languageName, languages, profileNames } from './names';

type Name = Exclude<keyof Draft, 'text'>;
const names: Name[] = ['keyphrase', 'profile', 'language', 'headline', 'description'];

export class Fields {
  constructor(changed: () => void) {
    byId<HTMLDetailsElement>('about-draft').open = matchMedia('(min-width: 56rem)').matches; // on a phone, the text comes first
    for (const name of names) field(name).addEventListener('input', changed);
    byId<HTMLSelectElement>('language').append(...languages.map((tag) => element('option', { value: tag }, languageName(tag))));
  }

  // fill lists the profiles of the program. The first is the default.
  fill(profiles: string[]): void {
    const select = byId<HTMLSelectElement>('profile');
    const chosen = select.dataset.wanted || select.value;
    select.replaceChildren(...profiles.map((p) => element('option', { value: p }, profileNames[p] ?? p)));
    select.value = profiles.includes(chosen) ? chosen : profiles[0];
  }

  values(): Omit<Draft, 'text'> {
    const out = {} as Omit<Draft, 'text'>;
    for (const name of names) out[name] = field(name).value.trim();
    return out;
  }

  set(draft: Omit<Draft, 'text'>): void {
    for (const name of names) {
      const f = field(name);
      f.value = draft[name];
      f.dataset.wanted = draft[name];
      if (f instanceof HTMLSelectElement && f.selectedIndex < 0) f.selectedIndex = 0; // nothing was chosen
    }
  }

  focus(name: 'headline' | 'description'): void {
    byId<HTMLDetailsElement>('about-draft').open = true;
    field(name).focus();
  }

  // own shows the title and the description in the text, which take precedence.
  own(i: Inspection | null): void {
    const show = (name: 'headline' | 'description', line: Line | undefined, otherwise: string) => {
      const own = line?.own ? line.text : '';
      byId(`${name}-own`).textContent = own ? `Taken from the text: “${own}”` : otherwise;
    };
    show('headline', i?.search.title, '');
    show('description', i?.search.description, '');
    byId('keyphrase-own').textContent = i && !i.keyphrase && i.subject ? `The text seems to be about “${i.subject}”` : '';
  }
}

function field(name: Name): HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement { return byId(name); }
