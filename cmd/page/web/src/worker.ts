// The worker that runs the program. It handles one request after another, except that the program and
// the model are unpacked beside others.

declare class Go {
  importObject: WebAssembly.Imports;
  run(instance: WebAssembly.Instance): Promise<void>;
}

interface Runs { copychief?: (request: string, file?: Uint8Array) => string }

const scope = globalThis as unknown as Runs & {
  postMessage(message: unknown): void;
  onmessage: ((event: MessageEvent) => void) | null;
};

// unpacked returns a file that is compressed unless the server has decompressed it.
function unpacked(file: Uint8Array<ArrayBuffer>, type: string): Response {
  let stream: ReadableStream<BufferSource> = new Blob([file]).stream();
  if (file[0] === 0x1f && file[1] === 0x8b) stream = stream.pipeThrough(new DecompressionStream('gzip'));
  return new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>, { headers: { 'content-type': type } });
}

async function start(module: Uint8Array<ArrayBuffer>): Promise<void> {
  const go = new Go();
  const { instance } = await WebAssembly.instantiateStreaming(unpacked(module, 'application/wasm'), go.importObject);
  void go.run(instance).then(() => scope.postMessage({ ended: true }));
}

scope.onmessage = async (event: MessageEvent) => {
  const { id, module, model, request, file } = event.data;
  try {
    if (module) await start(module);
    const bytes = model ? new Uint8Array(await unpacked(model, 'application/octet-stream').arrayBuffer()) : file;
    const answer = request && scope.copychief ? scope.copychief(request, bytes) : '';
    scope.postMessage({ id, answer });
  } catch (error) {
    scope.postMessage({ id, error: String(error) });
  }
};
