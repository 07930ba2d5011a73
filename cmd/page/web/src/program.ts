// Loads the program once; after that, this page has no access to the network.

import { load } from './parts';
import workerSource from 'worker:source';

type Waiting = { resolve(answer: string): void; reject(error: Error): void };

export class Program {
  private waiting = new Map<number, Waiting>();
  private last = 0;

  private constructor(private worker: Worker, readonly model: Promise<() => Uint8Array<ArrayBuffer>>) {
    worker.onmessage = (event: MessageEvent) => this.receive(event.data);
    worker.onerror = () => this.fail('The program stopped. Load the page again; the draft is kept.');
  }

  // load loads the program and then cuts the page off from the network. The worker is created
  // afterwards, because it inherits the policy that the page has at that time. The model, which was
  // requested before, may still be arriving.
  static async load(): Promise<Program> {
    const { program: module, model } = await load();
    forbidRequests();
    const address = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
    const program = new Program(new Worker(address), model);
    await program.send({ module }, [module.buffer]);
    URL.revokeObjectURL(address);
    return program;
  }

  // ask sends a request, and a file if there is one, and returns the answer.
  async ask<T extends { error?: string }>(request: object, file?: Uint8Array<ArrayBuffer>): Promise<T> {
    return JSON.parse(await this.send({ request: JSON.stringify(request), file }, file ? [file.buffer] : [])) as T;
  }

  // take hands the language model to the program.
  async take(model: Uint8Array<ArrayBuffer>): Promise<void> {
    const answer = JSON.parse(await this.send({ request: JSON.stringify({ do: 'model' }), model }, [model.buffer])) as { error?: string };
    if (answer.error) throw new Error(answer.error);
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

// forbidRequests adds a policy to that of the document, which excludes the host of the page as
// well. All policies apply, and none can be removed.
function forbidRequests(): void {
  const meta = document.createElement('meta');
  meta.httpEquiv = 'Content-Security-Policy';
  meta.content = "default-src 'none'; script-src 'wasm-unsafe-eval'; worker-src blob:; img-src data:; style-src 'nonce-copychief'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'none'";
  document.head.append(meta);
}
