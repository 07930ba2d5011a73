// The editor: CodeMirror with the marks of the findings.

import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownLanguage } from '@codemirror/lang-markdown';
import { yamlFrontmatter } from '@codemirror/lang-yaml';
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { search, searchKeymap } from '@codemirror/search';
import { EditorState, RangeSet, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, drawSelection, EditorView, keymap, placeholder } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import type { Edit, Finding, Place, Severity } from './contract';

const setMarks = StateEffect.define<Finding[]>();
const setPointed = StateEffect.define<Place | null>();

const kinds: Record<Severity, Decoration> = {
  error: Decoration.mark({ class: 'found error' }),
  warning: Decoration.mark({ class: 'found warning' }),
  advice: Decoration.mark({ class: 'found advice' }),
};
const pointedMark = Decoration.mark({ class: 'pointed' });

// marks are the marks of findings. They move with the text until there are new findings.
const marks = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    value = value.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (effect.is(setMarks)) value = marksOf(effect.value, transaction.state.doc.length);
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const pointed = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(value, transaction) {
    value = transaction.docChanged ? Decoration.none : value;
    for (const effect of transaction.effects) {
      if (!effect.is(setPointed)) continue;
      const place = effect.value && inside(effect.value, transaction.state.doc.length);
      value = place && place.end > place.start ? Decoration.set([pointedMark.range(place.start, place.end)]) : Decoration.none;
    }
    return value;
  },
  provide: (field) => EditorView.decorations.from(field),
});

function inside(place: Place, length: number): Place {
  const start = Math.min(place.start, length);
  return { start, end: Math.min(Math.max(place.end, start), length) };
}

// marksOf marks the text of findings, except those about the whole article.
function marksOf(findings: Finding[], length: number): DecorationSet {
  const ranges = [];
  for (const f of findings) {
    if (f.status || f.field || f.whole) continue;
    for (const place of [f.place, ...f.related.map((r) => r.place)]) {
      const { start, end } = inside(place, length);
      if (end > start) ranges.push(kinds[f.severity].range(start, end));
    }
  }
  return RangeSet.of(ranges, true);
}

const colours = HighlightStyle.define([
  { tag: tags.heading, class: 'md-heading' },
  { tag: tags.strong, class: 'md-strong' },
  { tag: tags.emphasis, class: 'md-emphasis' },
  { tag: [tags.link, tags.url], class: 'md-link' },
  { tag: tags.quote, class: 'md-quote' },
  { tag: [tags.monospace, tags.comment, tags.meta, tags.processingInstruction], class: 'md-faint' },
]);

export interface EditorEvents {
  changed(): void;
  pasted(data: DataTransfer): string | null; // Markdown, or null for the default of the editor
  next(direction: 1 | -1): void;
  chosen(at: number): void; // the writer wants to see the finding at a place
}

export class Editor {
  private view: EditorView;

  constructor(parent: HTMLElement, text: string, private events: EditorEvents) {
    this.view = new EditorView({ parent, state: this.state(text) });
  }

  private state(text: string): EditorState { return EditorState.create({ doc: text, extensions: this.extensions() }); }

  private extensions() {
    const events = this.events;
    const run = (act: () => void) => () => { act(); return true; };
    return [
      EditorView.cspNonce.of('copychief'),
      history(), drawSelection(), search({ top: true }), EditorView.lineWrapping, EditorView.perLineTextDirection.of(true), marks, pointed,
      yamlFrontmatter({ content: markdown({ base: markdownLanguage }) }), syntaxHighlighting(colours),
      placeholder('Paste your article here, type it, or drop a file on the page'),
      EditorView.contentAttributes.of({ 'aria-label': 'Your article', spellcheck: 'true', autocapitalize: 'sentences' }),
      keymap.of([
        { key: 'F8', run: run(() => events.next(1)), shift: run(() => events.next(-1)) },
        { key: 'Alt-Enter', run: run(() => events.chosen(this.cursor())) },
        ...searchKeymap, ...historyKeymap, ...defaultKeymap,
      ]),
      EditorView.updateListener.of((update) => { if (update.docChanged) events.changed(); }),
      EditorView.domEventHandlers({
        paste: (event) => {
          const text = event.clipboardData && events.pasted(event.clipboardData);
          if (text === null || text === '') return false;
          this.insert(text);
          return true;
        },
        click: () => { events.chosen(this.cursor()); return false; },
      }),
    ];
  }

  text(): string { return this.view.state.doc.toString(); }

  cursor(): number { return this.view.state.selection.main.head; }

  show(findings: Finding[]): void { this.view.dispatch({ effects: setMarks.of(findings) }); }

  point(place: Place | null): void { this.view.dispatch({ effects: setPointed.of(place) }); }

  // insert replaces the selection with a text. After a whole article, it scrolls to its beginning.
  insert(text: string): void {
    const { doc } = this.view.state;
    if (!doc.toString().trim()) {
      this.view.dispatch({ changes: { from: 0, to: doc.length, insert: text }, selection: { anchor: 0 }, userEvent: 'input.paste', scrollIntoView: true });
      return;
    }
    this.view.dispatch(this.view.state.replaceSelection(text), { userEvent: 'input.paste', scrollIntoView: true });
  }

  // replace sets the whole text. It can be undone.
  replace(text: string): void {
    this.view.dispatch({ changes: { from: 0, to: this.view.state.doc.length, insert: text }, selection: { anchor: 0 } });
  }

  // forget empties the editor, including the undo history.
  forget(): void {
    this.view.setState(this.state(''));
    this.events.changed();
  }

  apply(edits: Edit[]): void {
    const changes = edits.map((e) => ({ from: e.start, to: e.end, insert: e.new }));
    this.view.dispatch({ changes, userEvent: 'input.fix' });
  }

  // go selects a place and moves the focus to the editor.
  go(place: Place): void {
    const { start, end } = inside(place, this.view.state.doc.length);
    this.view.dispatch({
      selection: { anchor: start, head: end },
      effects: EditorView.scrollIntoView(start, { y: 'center' }),
    });
    this.view.focus();
  }

  focus(): void { this.view.focus(); }
}
