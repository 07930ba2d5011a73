// What the tests share: a server without compression, like a file share, and a browser.
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const here = dirname(fileURLToPath(import.meta.url));
export const built = process.env.COPYCHIEF_PAGE ?? join(here, '../dist');
const kinds = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

// serve serves the page. Files in instead, by path, are answered by functions.
export function serve(instead = {}) {
  const served = [];
  const server = createServer((request, response) => {
    served.push(request.url);
    const name = join(built, 'site', normalize(new URL(request.url, 'http://x').pathname).replace(/\/$/, '/index.html'));
    if (instead[request.url]) return instead[request.url](response, () => readFileSync(name));
    if (!existsSync(name)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': kinds[extname(name)] ?? 'application/octet-stream' }).end(readFileSync(name));
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done({ address: `http://127.0.0.1:${server.address().port}/`, served, close: () => server.close() })));
}

export function launch() {
  const executablePath = process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((f) => existsSync(f));
  return chromium.launch({ executablePath, args: ['--no-sandbox'] });
}

// open opens the page and waits until it is ready. With options, it is a new page; without, an
// earlier test may have used it, and its draft is deleted: compiling the program takes longer than
// most tests.
export async function open(browser, address, options) {
  const kept = browser.kept;
  if (!options && kept?.address === address) {
    await after(kept.page, () => kept.page.click('#forget'));
    kept.page.complaints = [];
    return kept.page;
  }
  const page = await openNew(browser, address, options ?? {});
  if (!options) {
    browser.kept = { address, page };
    page.on('dialog', (dialog) => dialog.accept());
  }
  return page;
}

export async function close(browser, page) {
  if (browser.kept?.page !== page) await page.context().close();
}

async function openNew(browser, address, options) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, permissions: [], ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') page.complaints.push(message.text()); });
  await page.goto(address);
  await page.waitForSelector('html[data-state="ready"]', { timeout: 30000 });
  await checked(page, 1);
  return page;
}

// openReport opens an HTML report and records requests and errors.
export async function openReport(browser, file, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.complaints = [];
  page.requests = [];
  page.on('request', (request) => page.requests.push(request.url()));
  page.on('pageerror', (error) => page.complaints.push(String(error)));
  page.on('console', (message) => { if (message.type() === 'error') page.complaints.push(message.text()); });
  await page.goto(pathToFileURL(file).href);
  return page;
}

// checked waits until that many checks are done.
export async function checked(page, number) {
  await page.waitForFunction((n) => Number(document.documentElement.dataset.checked ?? 0) >= n, number, { timeout: 30000 });
}

export async function checks(page) {
  return page.evaluate(() => Number(document.documentElement.dataset.checked ?? 0));
}

// after runs an action and waits until the draft has been checked again.
export async function after(page, act) {
  const before = await checks(page);
  await act();
  await checked(page, before + 1);
  await page.waitForTimeout(150); // for a check of an intermediate state
}

export const text = (page) => page.evaluate(() => document.querySelector('.cm-content').cmTile?.view?.state.doc.toString() ?? document.querySelector('.cm-content').cmView?.view?.state.doc.toString());

// paste puts data into the clipboard event, as a browser does.
export async function paste(page, html, plain = '') {
  await page.evaluate(([html, plain]) => {
    const data = new DataTransfer();
    if (html) data.setData('text/html', html);
    data.setData('text/plain', plain);
    const target = document.querySelector('.cm-content');
    target.focus();
    target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  }, [html, plain]);
}

export async function drop(page, name, base64) {
  await page.evaluate(([name, base64]) => {
    const bytes = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const data = new DataTransfer();
    data.items.add(new File([bytes], name));
    document.querySelector('main').dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
  }, [name, base64]);
}

export const rules = (page) => page.$$eval('#findings li[data-rule]', (all) => all.map((li) => li.dataset.rule));

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

// violations returns the findings of axe on a page that was opened with bypassCSP.
export async function violations(page) {
  return page.evaluate(async (source) => {
    (0, eval)(source);
    const { violations } = await window.axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] });
    return violations.map((v) => `${v.id}: ${v.nodes.map((n) => `${n.target} ${n.failureSummary}`).join(' | ')}`);
  }, readFileSync(axe, 'utf8'));
}
