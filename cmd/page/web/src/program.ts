// Loads the program once; after that, this page has no access to the network.

import workerSource from 'worker:source';

type Waiting = { resolve(answer: string): void; reject(error: Error): void };

export class Program {
  private waiting = new Map<number, Waiting>();
  private last = 0;

  private constructor(private worker: Worker) {
    worker.onmessage = (event: MessageEvent) => this.receive(event.data);
    worker.onerror = () => this.fail('The program stopped. Load the page again; the draft is kept.');
  }

  // load loads the program and then cuts the page off from the network. The worker is created
  // afterwards, because it inherits the policy that the page has at that time.
  static async load(): Promise<Program> {
    const module = await bytes();
    forbidRequests();
    const address = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
    const program = new Program(new Worker(address));
    await program.send({ module }, [module.buffer]);
    URL.revokeObjectURL(address);
    return program;
  }

  // ask sends a request, and a file if there is one, and returns the answer.
  async ask<T extends { error?: string }>(request: object, file?: Uint8Array<ArrayBuffer>): Promise<T> {
    return JSON.parse(await this.send({ request: JSON.stringify(request), file }, file ? [file.buffer] : [])) as T;
  }

  private send(message: object, transfer: Transferable[]): Promise<string> {
    const id = ++this.last;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      this.worker.postMessage({ ...message, id }, transfer);
    });
  }

  private receive(data: { id?: number; answer?: string; error?: string; ended?: boolean }): void {
    if (data.ended) return this.fail('The program ended. Load the page again; the draft is kept.');
    const waiting = this.waiting.get(data.id ?? 0);
    this.waiting.delete(data.id ?? 0);
    if (data.error) waiting?.reject(new Error(data.error));
    else waiting?.resolve(data.answer ?? '');
  }

  private fail(why: string): void {
    for (const waiting of this.waiting.values()) waiting.reject(new Error(why));
    this.waiting.clear();
  }
}

// bytes returns the program: from this file, or from the file program.bin next to it. A page that is
// opened by its path must not fetch, so there it is read from the script program.js.
async function bytes(): Promise<Uint8Array<ArrayBuffer>> {
  const inside = document.getElementById('program');
  if (!inside) {
    if (location.protocol === 'file:') return decoded(await script());
    const response = await fetch('program.bin');
    if (!response.ok) throw new Error(`program.bin is not beside this page (${response.status})`);
    return new Uint8Array(await response.arrayBuffer());
  }
  inside.remove();
  return decoded(inside.textContent ?? '');
}

function decoded(base64: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64.trim());
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}

// script runs program.js, which only sets a variable, and returns its value.
async function script(): Promise<string> {
  const element = document.createElement('script');
  element.src = 'program.js';
  await new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = () => reject(new Error('program.js is not beside this page; open copychief.html instead'));
    document.head.append(element);
  });
  element.remove();
  const holder = globalThis as { copychiefProgram?: string };
  const text = holder.copychiefProgram ?? '';
  delete holder.copychiefProgram;
  return text;
}

// forbidRequests adds a policy to that of the document, which excludes the host of the page as
// well. All policies apply, and none can be removed.
function forbidRequests(): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; img-src data:; style-src 'nonce-copychief'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  document.head.append(meta);
}
