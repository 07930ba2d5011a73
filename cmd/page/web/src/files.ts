// Opens files that are dropped on the page or chosen. The program reads them; HTML, also that of
// a Word file, is then treated like pasted rich text.

import type { Opened } from './contract';
import { markdownOf } from './rich';

export interface Content { text: string; title: string; description: string; keyphrase: string; left: string[] }

type Ask = (request: object, bytes: Uint8Array<ArrayBuffer>) => Promise<Opened>;

const most = 40 * 1024 * 1024; // bytes; the program has its own, lower limits

export async function openFile(file: File, ask: Ask): Promise<Content> {
  if (file.size > most) throw new Error('it is too large');
  const bytes = new Uint8Array(await file.arrayBuffer());
  const got = await ask({ do: 'open', name: file.name }, bytes);
  if (got.error) throw new Error(got.error);
  if (!got.html) return { ...got, text: got.markdown.replace(/\r\n?/g, '\n') };
  const rich = markdownOf(got.html);
  return { ...got, text: rich.text, left: [...got.left, ...rich.left] };
}

// takeFiles lets files be dropped anywhere on the page.
export function takeFiles(open: (file: File) => void): void {
  const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
  const mark = (on: boolean) => document.documentElement.classList.toggle('dropping', on);
  addEventListener('dragover', (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    mark(true);
  }, true);
  addEventListener('dragleave', (event) => { if (!event.relatedTarget) mark(false); });
  addEventListener('drop', (event) => {
    mark(false);
    const file = holdsFiles(event) && event.dataTransfer?.files[0];
    if (!file) return;
    event.preventDefault();
    event.stopPropagation();
    open(file);
  }, true);
}
