// The worker that runs the program. It handles one request after another.

declare class Go {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}

interface Runs { copychief?: (request: string, file?: Uint8Array) => string }

const scope = globalThis as unknown as Runs & {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
};

// start runs the program, which is compressed unless the server has decompressed it.
async function start(module: Uint8Array<ArrayBuffer>): Promise<void> {
  const go = new Go();
  let stream: ReadableStream<BufferSource> = new Blob([module]).stream();
  if (module[0] === 0x1f && module[1] === 0x8b) stream = stream.pipeThrough(new DecompressionStream('gzip'));
  const response = new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>, { headers: { 'content-type': 'application/wasm' } });
  const { instance } = await WebAssembly.instantiateStreaming(response, go.importObject);
  void go.run(instance).then(() => scope.postMessage({ ended: true }));
}

scope.onmessage = async (event: MessageEvent) => {
  const { id, module, request, file } = event.data;
  try {
    if (module) await start(module);
    const answer = request && scope.copychief ? scope.copychief(request, file) : '';
    scope.postMessage({ id, answer });
  } catch (error) {
    scope.postMessage({ id, error: String(error) });
  }
};
