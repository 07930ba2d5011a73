// The language model, which is a file of its own and is used only for drafts that need it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { german, short, stairs } from './draft.mjs';
import { after as then, built, launch, open, paste, rules, serve } from './page.mjs';

let browser, folder;
const servers = [];
before(async () => { browser = await launch(); folder = mkdtempSync(join(tmpdir(), 'page-')); });
after(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
  for (const server of servers) server.close();
});

async function host(instead) {
  servers.push(await serve(instead));
  return servers.at(-1);
}

const rule = 'unattributed-quote';
const notChecked = (page) => page.textContent('#not-checked');

// opened opens a page and records when it hands the model to its worker.
async function opened(address) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  page.errors = [];
  page.on('pageerror', (error) => page.errors.push(String(error)));
  await page.addInitScript(() => {
    window.handed = 0;
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) { if (message.model) window.handed++; return post.call(this, message, ...rest); };
  });
  await page.goto(address);
  await page.waitForSelector('html[data-state="ready"]', { timeout: 30000 });
  await page.waitForFunction(() => document.documentElement.dataset.checked);
  return page;
}

const handed = (page) => page.evaluate(() => window.handed);

test('the model is decoded only for a draft that needs it, and once', async () => {
  const server = await host();
  const page = await opened(server.address);
  for (const draft of [short, german]) {
    await then(page, () => paste(page, '', draft));
    assert.ok((await rules(page)).length > 0);
    assert.equal(await handed(page), 0);
    await then(page, () => page.click('.cm-content').then(() => page.keyboard.press('Control+a')).then(() => page.keyboard.press('Delete')));
  }
  await then(page, () => paste(page, '', stairs));
  assert.ok((await rules(page)).includes(rule));
  await then(page, () => paste(page, '', stairs));
  assert.equal(await handed(page), 1);
  assert.equal(await notChecked(page), '');
  assert.deepEqual(page.errors, []);
  await page.context().close();
});

test('the page finds what the command finds', { skip: process.env.COPYCHIEF ? false : 'COPYCHIEF names no program' }, async () => {
  const server = await host();
  const page = await open(browser, server.address, {});
  for (const [name, draft] of Object.entries({ stairs, german, short })) {
    const file = join(mkdtempSync(join(folder, `${name}-`)), 'draft.md'); // alone, as in the page
    writeFileSync(file, draft);
    const report = JSON.parse(execFileSync(process.env.COPYCHIEF, ['--no-config', '--no-cache', '--fail-on', 'never', '--format', 'json', file], { encoding: 'utf8' }));
    const want = report.findings.map((f) => `${f.rule}: ${f.message}`).sort();
    await page.click('.cm-content');
    await page.keyboard.press('Control+a');
    await then(page, () => paste(page, '', draft));
    const got = await page.$$eval('#findings li[data-rule]', (all) => all.map((li) => `${li.dataset.rule}: ${li.querySelector('.message').textContent.replace(/^\w+: /, '')}`).sort());
    assert.deepEqual(got, want, name);
  }
  await page.context().close();
});

for (const part of ['end', 'beginning']) { // the page is cut off from the network before either
  test(`findings do not wait for the model, and are completed when it is there: its ${part} comes late`, async () => {
    let release;
    const held = new Promise((done) => { release = done; });
    const server = await host({
      async '/model.bin'(response, file) {
        const bytes = file();
        if (part === 'beginning') await held;
        response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length });
        response.write(bytes.subarray(0, 1000));
        await held;
        response.end(bytes.subarray(1000));
      },
    });
    const page = await opened(server.address);
    await then(page, () => paste(page, '', stairs));
    assert.ok((await rules(page)).includes('repeated-word'));
    assert.ok(!(await rules(page)).includes(rule));
    assert.match(await notChecked(page), /^Not checked: quotations, until the language model is loaded$/);
    assert.match(await page.textContent('#not-looked-at'), /language model not loaded.*unattributed quote/);
    assert.match(await page.textContent('#quotes'), /may be wrong/);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/model-late.png`, fullPage: true });
    release();
    await page.waitForSelector(`li[data-rule="${rule}"]`);
    assert.equal(await notChecked(page), '');
    assert.doesNotMatch(await page.textContent('#quotes'), /may be wrong/);
    assert.deepEqual(server.served, ['/', '/page.css', '/page.js', '/program.bin', '/model.bin']);
    assert.deepEqual(page.errors, []);
    await page.context().close();
    });
}

// without checks what a page says that has no model.
async function without(page, why) {
  await then(page, () => paste(page, '', german));
  assert.equal(await notChecked(page), '', 'of a draft that needs no model');
  await page.click('.cm-content');
  await page.keyboard.press('Control+a');
  await then(page, () => paste(page, '', stairs));
  assert.match(await notChecked(page), /^Not checked: quotations, because the language model cannot be loaded: .*Load the page again/);
  assert.match(await notChecked(page), why);
  assert.ok((await rules(page)).includes('repeated-word'));
  assert.ok(!(await rules(page)).includes(rule));
  assert.match(await page.textContent('#not-looked-at'), /language model not loaded.*unattributed quote/);
  await then(page, () => page.click('li[data-rule="repeated-word"] .fix'));
  assert.ok(!(await rules(page)).includes('repeated-word'));
  assert.match(await notChecked(page), why);
  assert.deepEqual(page.errors, []);
}

for (const [name, answer, why] of [
  ['is missing', (response) => response.writeHead(404).end(), /model\.bin is not beside this page \(404\)/],
  ['is another file', (response) => response.writeHead(200).end('<!DOCTYPE html>'), /not the one that this program was built with/],
  ['is another file, compressed', (response) => response.writeHead(200).end(gzipSync('<!DOCTYPE html>')), /not the one that this program was built with/],
  ['is cut off', (response, file) => response.writeHead(200).end(file().subarray(0, 500_000)), /TypeError/],
  ['cannot be reached', (response) => response.destroy(), /Failed to fetch/],
]) {
  test(`a page says that its model ${name}`, async () => {
    const server = await host({ '/model.bin': answer });
    const page = await opened(server.address);
    await without(page, why);
    if (name === 'is missing' && process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/model-missing.png`, fullPage: true });
    await page.context().close();
    });
}

test('a site that is opened by its path says that its model is missing, and so does a single file', async () => {
  cpSync(join(built, 'site'), join(folder, 'site'), { recursive: true });
  rmSync(join(folder, 'site/model.js'));
  const whole = readFileSync(join(built, 'copychief.html'), 'utf8');
  writeFileSync(join(folder, 'single.html'), whole.replace(/<script type="text\/plain" id="model">[^<]*<\/script>/, ''));
  for (const [name, why] of [['site/index.html', /model\.js is not beside this page/], ['single.html', /this file has no model/]]) {
    const page = await opened(pathToFileURL(join(folder, name)).href);
    await without(page, why);
    await page.context().close();
  }
});
