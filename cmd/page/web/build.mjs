// Builds the page: a folder of static files for any web server, and a single file that opens with
// a double click. Needs Go and the packages of package-lock.json, and no network.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../../..');
const out = resolve(process.argv.slice(2).find((a) => !a.startsWith('-')) ?? join(here, 'dist'));
const folder = join(out, 'site');
const go = (...args) => execFileSync('go', args, { cwd: root, encoding: 'utf8', env: { ...process.env, GOFLAGS: '', GOOS: undefined, GOARCH: undefined } }).trim();

rmSync(out, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });

// The program; the build is reproducible. Without inlining, it is a tenth smaller and, in a
// browser, as fast. The language model, which few drafts need, is a file of its own.
const module = join(out, 'module.wasm');
execFileSync('go', ['build', '-trimpath', '-buildvcs=false', '-tags=modelapart', '-gcflags=all=-l', '-ldflags=-s -w -buildid=', '-o', module, './cmd/page'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, GOOS: 'js', GOARCH: 'wasm', CGO_ENABLED: '0' } });
const program = readFileSync(module);
rmSync(module);
const model = readFileSync(join(root, 'lint/language/tagger/model.bin'));
const parts = { program: gzipSync(program, { level: 9 }), model: gzipSync(model, { level: 9 }) };
const text = Object.fromEntries(Object.entries(parts).map(([name, packed]) => [name, packed.toString('base64')]));

const runtime = readFileSync(join(go('env', 'GOROOT'), 'lib/wasm/wasm_exec.js'), 'utf8');
const options = { bundle: true, minify: true, format: 'iife', target: 'es2022', charset: 'utf8', write: false, legalComments: 'none', absWorkingDir: here };
const worker = runtime + (await build({ ...options, entryPoints: ['src/worker.ts'] })).outputFiles[0].text;
const bundle = await build({
  ...options, metafile: true, entryPoints: ['src/main.ts'],
  plugins: [{
    name: 'worker', setup(b) {
      b.onResolve({ filter: /^worker:source$/ }, (a) => ({ path: a.path, namespace: 'worker' }));
      b.onLoad({ filter: /.*/, namespace: 'worker' }, () => ({ contents: worker, loader: 'text' }));
    },
  }],
});
const script = bundle.outputFiles[0].text.replaceAll('</script', '<\\/script');
const style = ['lint/report/web/report.css', 'cmd/page/web/page.css'].map((f) => readFileSync(join(root, f), 'utf8')).join('');
const html = readFileSync(join(here, 'index.html'), 'utf8');

// policy allows only the parts of the page. Loading the program is the only request, and the script
// forbids any after that (src/program.ts). Style attributes are allowed because those of pasted text
// are read, in a document that is not displayed.
const policy = (scripts, styles, connect) => `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; script-src ${scripts} 'wasm-unsafe-eval'; style-src ${styles} 'nonce-copychief'; style-src-attr 'unsafe-inline'; worker-src blob:; img-src data:; connect-src ${connect}">`;
const digest = (text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const fill = (parts) => html.replace(/\{\{(\w+)\}\}/g, (_, name) => parts[name]);

// licences returns the licences of everything that is part of the page.
function licences() {
  const folders = new Set(Object.keys(bundle.metafile.inputs).map((f) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(f)?.[0]).filter(Boolean).map((f) => join(here, f)));
  const modules = execFileSync('go', ['list', '-deps', '-f', '{{with .Module}}{{.Dir}}{{end}}', './cmd/page'], { cwd: root, encoding: 'utf8', env: { ...process.env, GOOS: 'js', GOARCH: 'wasm' } });
  for (const dir of [go('env', 'GOROOT'), ...modules.split('\n').filter(Boolean)]) folders.add(dir);
  return [...folders].sort().map((dir) => {
    const file = readdirSync(dir).find((f) => /^(licen[sc]e|copying)/i.test(f));
    if (!file) throw new Error(`${dir} has no licence`);
    const name = dir === root ? 'copychief' : dir === go('env', 'GOROOT') ? 'Go' : dir.replace(/^.*(node_modules|pkg\/mod)\//, '');
    return `${name}\n\n${readFileSync(join(dir, file), 'utf8').trim()}\n`;
  }).concat(`model of parts of speech\n\n${readFileSync(join(root, 'lint/language/tagger/model.LICENSE'), 'utf8').trim()}\n`).join(`\n${'-'.repeat(72)}\n\n`);
}

const site = {
  'index.html': fill({
    policy: policy("'self'", "'self'", "'self'"),
    style: '<link rel="stylesheet" href="page.css">', script: '<script src="page.js"></script>',
  }),
  'page.js': script, 'page.css': style, 'program.bin': parts.program, 'model.bin': parts.model, 'licences.txt': licences(),
};
for (const [name, content] of Object.entries(site)) writeFileSync(join(folder, name), content);
for (const [name, base64] of Object.entries(text)) writeFileSync(join(folder, `${name}.js`), `copychiefPart='${base64}'`); // for a folder that is opened by its path
const single = fill({
  policy: policy(digest(script), digest(style), "'none'"),
  style: `<style>${style}</style>`,
  script: `<script type="text/plain" id="program">${text.program}</script>\n<script>${script}</script>\n<script type="text/plain" id="model">${text.model}</script>`,
});
writeFileSync(join(out, 'copychief.html'), single);
writeFileSync(join(out, 'licences.txt'), site['licences.txt']);

const size = (n) => `${(n / 1e6).toFixed(2)} MB`;
for (const [name, whole] of Object.entries({ program, model })) {
  console.log(`${name}: ${size(whole.length)}, ${size(parts[name].length)} with gzip; sha256 ${createHash('sha256').update(whole).digest('hex')}`);
  if (!process.argv.includes('--brotli')) continue;
  const brotli = brotliCompressSync(whole, { params: { [constants.BROTLI_PARAM_LGWIN]: 24, [constants.BROTLI_PARAM_SIZE_HINT]: whole.length } });
  console.log(`${name}: ${size(brotli.length)} with Brotli`);
}
const wire = Object.entries(site).filter(([name]) => name !== 'licences.txt').reduce((n, [, c]) => n + Math.min(Buffer.byteLength(c), gzipSync(c).length), 0);
console.log(`${folder}: ${size(wire)} over the wire\n${join(out, 'copychief.html')}: ${size(Buffer.byteLength(single))}`);
