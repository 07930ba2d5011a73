// Previews of the draft: search result, card for social media, outline, quotations and measures.

import type { Inspection, Line, Metrics, Place, Quote, Section } from './contract';
import { byId, element, plural } from './element';
import { languageName } from './names';

export class Preview {
  constructor(private go: (place: Place) => void) {}

  show(i: Inspection | null, unsettled: boolean): void {
    byId('results').hidden = !i;
    if (!i) return;
    byId('search').replaceChildren(
      result('On a computer', i.search.title, i.search.description, 'desktop'),
      result('On a phone', i.search.title, i.search.description, 'mobile'));
    byId('card').replaceChildren(card(i));
    byId('outline').replaceChildren(this.outline(i.outline, i.metrics.unit));
    byId('quotes').replaceChildren(this.quotes(i.quotes, i.unread, unsettled));
    byId('metrics').replaceChildren(metrics(i.metrics, i));
  }

  private outline(sections: Section[], unit: string): Node {
    if (sections.length === 0) return element('p', { class: 'about' }, 'There is no text yet.');
    const longest = Math.max(...sections.map((s) => s.words), 1);
    return element('ol', { class: 'outline' }, ...sections.map((s) => {
      const bar = element('meter', { min: '0', max: String(longest), value: String(s.words), 'aria-hidden': 'true' });
      return element('li', { 'data-level': String(s.level) },
        element('button', { type: 'button', class: 'plain', dir: 'auto', click: () => this.go(s.place) }, s.level ? s.text || '(empty)' : 'Opening'),
        bar, element('span', { class: 'n' }, `${s.words.toLocaleString('en')} ${unit}`));
    }));
  }

  private quotes(all: Quote[], unread: boolean, unsettled: boolean): Node {
    const about = [];
    if (unread) about.push(element('p', { class: 'about' }, 'In this language, speakers are found only before a colon or below a quotation.'));
    if (unsettled) about.push(element('p', { class: 'about' }, 'The language model is not loaded, so speakers and quotations may be wrong.'));
    if (all.length === 0) return element('div', {}, ...about, element('p', { class: 'about' }, 'Nobody is quoted.'));
    return element('div', {}, ...about, element('ol', { class: 'quotes' }, ...all.map((q) => element('li', {},
      element('button', { type: 'button', class: 'plain', dir: 'auto', click: () => this.go(q.place) }, q.text),
      element('p', { class: 'about', dir: 'auto' }, speaker(q, unread))))));
  }
}

function speaker(q: Quote, unread: boolean): string {
  if (!q.speaker) return unread ? '–' : 'The speaker is not clear';
  return `${q.speaker}${q.anonymous ? ' (not named)' : ''}${q.cue ? `, “${q.cue}”` : ''}`;
}

// cut returns the part of a line that is shown and, if it is cut off, the rest.
function cut(line: Line, at: number): { shown: string; lost: string } {
  const lost = line.text.slice(at).trim();
  return { shown: lost ? `${line.text.slice(0, at).trimEnd()} …` : line.text, lost };
}

function shortened(text: string): string {
  const most = 90;
  return text.length <= most ? text : `${text.slice(0, most).trimEnd()} …`;
}

function result(name: string, title: Line, description: Line, device: 'desktop' | 'mobile'): Node {
  const t = cut(title, title[device]);
  const d = cut(description, description[device]);
  const card = element('div', { class: `result ${device}`, dir: 'auto' },
    element('div', { class: 'address' }, 'your site › article'),
    element('div', { class: 'title' }, t.shown || 'The headline goes here'),
    element('div', { class: 'text' }, d.shown || 'There is no description. The search engine will pick words from the text.'));
  const notes = [t.lost && `Cut from the headline: “${shortened(t.lost)}”`, d.lost && `Cut from the description: “${shortened(d.lost)}”`].filter(Boolean);
  return element('figure', {}, element('figcaption', {}, name), card,
    ...(notes.length ? notes.map((n) => element('p', { class: 'cut' }, n as string)) : [element('p', { class: 'about' }, title.text ? 'Nothing is cut.' : '')]));
}

function card(i: Inspection): Node {
  const image = i.metrics.images > 0 ? (i.image ? `Image: ${i.image}` : 'Image without a description') : 'No image in the text';
  return element('div', { class: 'social', dir: 'auto' },
    element('div', { class: 'picture' }, image),
    element('div', { class: 'address' }, 'your site'),
    element('div', { class: 'title' }, i.search.title.text || 'The headline goes here'),
    element('div', { class: 'text' }, i.search.description.text));
}

function metrics(m: Metrics, i: Inspection): Node {
  const rows: [string, string][] = [
    ['Length', `${m.words.toLocaleString('en')} ${m.unit}, ${plural(m.sentences, 'sentence')}, ${plural(m.paragraphs, 'paragraph')}`],
    ['Reading time', `${Math.max(1, Math.round(m.minutes))} min`],
    ['Headline', width(i.search.title)],
    ['Description', width(i.search.description)],
    ['Links, images', `${m.links}, ${m.images}`],
    ['Language', languageName(i.language)],
  ];
  if (m.ease !== null) rows.splice(2, 0, ['Reading ease', `${Math.round(m.ease)} (Flesch: 100 is very easy, 0 very hard)`]);
  if (i.keyphrase) rows.push(['Keyphrase', `“${i.keyphrase}”, ${plural(m.hits, 'time')}`]);
  else if (i.subject) rows.push(['Seems to be about', `“${i.subject}”`]);
  return element('dl', {}, ...rows.flatMap(([name, value]) => [element('dt', {}, name), element('dd', { dir: 'auto' }, value)]));
}

// width says how wide a line of a search result is.
function width(line: Line): string {
  return line.text ? `${line.width} of ${line.limit} pixels wide, ${plural(line.characters, 'character')}` : 'none';
}
