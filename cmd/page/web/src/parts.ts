// Loads what the page runs: the program and, apart from it, the language model. Each is an element of
// this file, a file beside it or, where the page was opened by its path and must not fetch, a script
// beside it that sets a variable.

type Bytes = Uint8Array<ArrayBuffer>;

export interface Parts {
  program: Bytes;
  model: Promise<() => Bytes>; // decoded only once somebody needs it
}

const patience = 1000; // ms

// load returns the program once it has arrived. By then, the model has been requested; it arrives
// later. It is requested after the program, which needs all of the line, and nothing can be requested
// after this function: so it waits until the host has begun to answer, or a second.
export async function load(): Promise<Parts> {
  const { read, begun } = place();
  const program = await read('program');
  const model = read('model');
  model.catch(() => {}); // whoever waits for it says so
  await Promise.race([begun('model', model), new Promise((done) => { setTimeout(done, patience); })]);
  return { program: program(), model };
}

interface Place {
  read(name: string): Promise<() => Bytes>;
  begun(name: string, file: Promise<unknown>): Promise<unknown>; // fulfilled once the file is on its way
}

function place(): Place {
  if (document.getElementById('program')) return { read: inside, begun: () => Promise.resolve() };
  const settled = (_: string, file: Promise<unknown>) => file.catch(() => {});
  if (location.protocol === 'file:') return { read: script, begun: settled };
  const answers = new Map<string, Promise<Response>>();
  return {
    async read(name) {
      const answer = fetch(`${name}.bin`);
      answers.set(name, answer);
      const response = await answer;
      if (!response.ok) throw new Error(`${name}.bin is not beside this page (${response.status})`);
      const bytes = new Uint8Array(await response.arrayBuffer());
      return () => bytes;
    },
    begun: (name) => answers.get(name)?.catch(() => {}) ?? Promise.resolve(),
  };
}

// inside takes a part from this file. The model is its last element, so that the program can start
// while it is still being read.
async function inside(name: string): Promise<() => Bytes> {
  if (!document.getElementById(name) && document.readyState === 'loading') {
    await new Promise((done) => { document.addEventListener('DOMContentLoaded', done, { once: true }); });
  }
  const element = document.getElementById(name);
  if (!element) throw new Error(`this file has no ${name}`);
  element.remove();
  return () => decoded(element.textContent ?? '');
}

// script runs a script beside this page, such as program.js, which only sets a variable.
async function script(name: string): Promise<() => Bytes> {
  const element = document.createElement('script');
  element.src = `${name}.js`;
  await new Promise((resolve, reject) => {
    element.onload = resolve;
    element.onerror = () => reject(new Error(`${name}.js is not beside this page; open copychief.html instead`));
    document.head.append(element);
  });
  element.remove();
  const holder = globalThis as { copychiefPart?: string };
  const text = holder.copychiefPart ?? '';
  delete holder.copychiefPart;
  return () => decoded(text);
}

function decoded(base64: string): Bytes {
  const text = atob(base64.trim());
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}
