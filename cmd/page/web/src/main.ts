// The page: the editor on the left, findings on the right, and how they work together.

import { Announcer } from './announce';
import { Checking } from './checking';
import type { About, Change, Draft, Explanation, Finding, Reply } from './contract';
import { copy, richText } from './copy';
import { empty, forget, keep, recall } from './draft';
import { Editor } from './editor';
import { byId } from './element';
import { Fields } from './fields';
import { openFile, takeFiles } from './files';
import { Filters } from './filters';
import { countsInWords, List } from './list';
import { Preview } from './preview';
import { showSkipped } from './skipped';
import { Model } from './model';
import { Program } from './program';
import { isRich, markdownOf } from './rich';

const firstFindings = 'first findings'; // the name of a performance mark

class Page {
  private findings: Finding[] = [];
  private current = -1;
  private announcer = new Announcer(byId('announcements'));
  private fields = new Fields(() => this.changed());
  private filters = new Filters(() => this.list.show(this.shown()));
  private preview = new Preview((place) => this.editor.go(place));
  private editor: Editor;
  private list: List;
  private checking: Checking | null = null;
  private program: Program | null = null;
  private model: Model | null = null;
  private unsettled = false; // the last check lacked the language model
  private keeping = 0;

  constructor(draft: Draft) {
    this.fields.set(draft);
    this.editor = new Editor(byId('editor'), draft.text, {
      changed: () => this.changed(),
      pasted: (data) => this.pasted(data),
      next: (direction) => this.step(direction),
      chosen: (at) => this.chosen(at),
    });
    this.list = new List(byId('findings'), {
      go: (f) => this.go(f),
      goTo: (place) => this.editor.go(place),
      point: (place) => this.editor.point(place),
      fix: (f, which) => this.change({ do: 'fix', finding: f.id, fix: which }),
      leave: (f, reason) => this.change({ do: 'leave', finding: f.id, reason }),
      why: (rule) => this.ask<Explanation>({ do: 'why', rule }),
    });
    this.buttons();
    takeFiles((file) => void this.open(file));
    addEventListener('pagehide', () => this.keep(this.draft()));
  }

  async start(): Promise<void> {
    try {
      this.program = await Program.load();
      this.model = new Model(this.program.model, this.program, () => { if (this.unsettled) this.changed(); });
      this.checking = new Checking(this.program, this.model, (reply) => this.show(reply), (why) => this.say(why), () => { byId('counts').textContent = 'Still checking …'; });
      const about = await this.ask<About>({ do: 'about' });
      this.fields.fill(about.profiles);
      this.filters.fill(about.families);
      byId('file').setAttribute('accept', about.files.join());
      document.documentElement.dataset.state = 'ready';
      this.say('');
      this.changed();
    } catch (error) {
      document.documentElement.dataset.state = 'failed';
      byId('counts').textContent = '';
      this.say(`The program cannot be loaded: ${error instanceof Error ? error.message : error}`);
    }
  }

  private draft(): Draft { return { ...this.fields.values(), text: this.editor.text() }; }

  private ask<T extends { error?: string }>(request: object, file?: Uint8Array<ArrayBuffer>): Promise<T> {
    if (!this.program) return Promise.reject(new Error('The program is still loading'));
    return this.program.ask<T>(request, file);
  }

  private changed(): void {
    const draft = this.draft();
    this.checking?.check(draft);
    clearTimeout(this.keeping);
    this.keeping = window.setTimeout(() => this.keep(draft), 300);
  }

  // keep stores the draft; an empty one is deleted.
  private keep(draft: Draft): void {
    const nothing = Object.entries(draft).every(([name, value]) => name === 'profile' || value === '');
    if (nothing) forget();
    else if (!keep(draft)) this.say('This browser does not let the page keep the draft; copy it before you leave');
  }

  private shown(): Finding[] { return this.findings.filter((f) => this.filters.fit(f)); }

  private show(reply: Reply): void {
    this.findings = reply.findings.filter((f) => !f.status || f.status === 'suppressed');
    this.editor.show(this.findings);
    this.list.show(this.shown());
    this.filters.count(reply.counts, this.findings);
    this.unsettled = reply.unsettled;
    this.preview.show(reply.inspection, reply.unsettled);
    this.fields.own(reply.inspection);
    const blank = !this.editor.text().trim();
    byId('counts').textContent = blank ? 'Paste an article, and what is found appears here.' : countsInWords(reply.counts);
    byId('jump').textContent = `What was found: ${countsInWords(reply.counts)}`; // on a phone, the findings are far below the text
    byId('jump').hidden = blank;
    const notChecked = [...reply.notChecked, ...(reply.unsettled && this.model ? [this.model.gap()] : [])];
    byId('not-checked').textContent = notChecked.length ? `Not checked: ${notChecked.join('; ')}` : '';
    byId('read-as').textContent = reply.article || blank ? '' : `This is read as a ${reply.kind}, so not everything is checked.`;
    byId('nothing').hidden = this.findings.some((f) => !f.status) || blank || notChecked.length > 0;
    showSkipped(blank ? [] : reply.skipped, reply.counts.held);
    byId<HTMLButtonElement>('fix-all').disabled = reply.counts.fixable === 0;
    byId('fixable').textContent = reply.counts.fixable ? ` (${reply.counts.fixable})` : '';
    if (reply.findings.length > 0 && performance.getEntriesByName(firstFindings).length === 0) performance.mark(firstFindings);
    document.documentElement.dataset.checked = String(Number(document.documentElement.dataset.checked ?? 0) + 1);
    this.announcer.counts(reply.counts);
  }

  private go(f: Finding): void {
    if (f.field) this.fields.focus(f.field);
    else this.editor.go(f.whole ? { start: f.place.start, end: f.place.start } : f.place);
  }

  // step goes to the next finding in the order of the text.
  private step(direction: 1 | -1): void {
    const all = this.shown().filter((f) => !f.status && !f.field).sort((a, b) => a.place.start - b.place.start);
    if (all.length === 0) return;
    const at = this.editor.cursor();
    const behind = all.findIndex((f) => f.place.start > at || (f.place.start === at && this.current !== all.indexOf(f)));
    this.current = direction > 0 ? (behind < 0 ? 0 : behind) : (all.length + all.filter((f) => f.place.end < at).length - 1) % all.length;
    const f = all[this.current];
    this.editor.go(f.place);
    this.list.reveal(f.id);
    this.announcer.say(f.message);
  }

  private chosen(at: number): void {
    const f = this.shown().find((g) => !g.status && !g.whole && !g.field && g.place.start <= at && at <= g.place.end);
    this.list.reveal(f?.id);
  }

  private async change(request: object): Promise<void> {
    const draft = this.draft();
    const c = await this.ask<Change>({ ...request, draft });
    if (c.error || c.refused) return this.say(c.error || c.refused);
    if (draft.text !== this.editor.text()) return this.say('The text has changed since; look at the list again');
    this.editor.apply(c.edits);
    this.say(`Done: ${c.done.join('; ')}. Undo takes it back.`);
  }

  private async open(file: File): Promise<void> {
    try {
      const got = await openFile(file, (request, bytes) => this.ask(request, bytes));
      this.fields.set({ ...empty, ...this.fields.values(), headline: got.title, description: got.description, keyphrase: got.keyphrase });
      this.editor.replace(got.text);
      this.say([`Opened ${file.name}.`, ...got.left].join(' '));
      this.editor.focus();
    } catch (error) {
      this.say(`${file.name} cannot be opened: ${error instanceof Error ? error.message : error}`);
    }
  }

  // pasted turns pasted rich text into Markdown, or leaves plain text to the editor.
  private pasted(data: DataTransfer): string | null {
    const html = data.getData('text/html');
    if (!html || !isRich(html)) return null;
    const rich = markdownOf(html);
    this.say(rich.left.join(' '));
    return rich.text;
  }

  private say(what: string): void {
    byId('message').textContent = what;
    byId('message').hidden = !what;
  }

  private buttons(): void {
    const on = (id: string, act: () => void) => byId(id).addEventListener('click', act);
    const told = (done: boolean, what: string) => this.say(done ? `Copied as ${what}.` : 'The browser does not let this page copy; select the text and copy it');
    on('copy-rich', () => told(copy(this.editor.text(), richText(this.editor.text())), 'rich text'));
    on('copy-markdown', () => told(copy(this.editor.text()), 'Markdown'));
    on('fix-all', () => void this.change({ do: 'fix-all' }));
    on('print', () => print());
    byId('jump').addEventListener('click', (event) => {
      event.preventDefault();
      const title = byId('found-title');
      title.focus({ preventScroll: true });
      title.scrollIntoView();
      setTimeout(() => title.scrollIntoView(), 100); // the editor measures lines only when they become visible
    });
    on('open', () => byId('file').click());
    byId<HTMLInputElement>('file').addEventListener('change', (event) => {
      const input = event.target as HTMLInputElement;
      if (input.files?.[0]) void this.open(input.files[0]);
      input.value = '';
    });
    on('forget', () => {
      if (!confirm('Forget this draft? It is removed from this browser, and from this page.')) return;
      this.fields.set(empty);
      this.editor.forget();
      clearTimeout(this.keeping);
      forget();
      this.say('The draft is forgotten.');
    });
  }
}

void new Page(recall()).start();
