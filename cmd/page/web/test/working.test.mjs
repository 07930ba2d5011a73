// What a writer does with findings.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { short, stairs } from './draft.mjs';
import { after as then, built, close, launch, open, paste, rules, serve, text } from './page.mjs';

let server, browser;
before(async () => { server = await serve(); browser = await launch(); });
after(async () => { await browser.close(); server.close(); });

async function withDraft(draft = short) {
  const page = await open(browser, server.address);
  await then(page, () => paste(page, '', draft));
  return page;
}

test('a correction is made and can be taken back', async () => {
  const page = await withDraft();
  await then(page, () => page.click('li[data-rule="repeated-word"] .fix'));
  assert.equal(await text(page), short.replace('the the', 'the'));
  assert.ok(!(await rules(page)).includes('repeated-word'));
  assert.match(await page.textContent('#message'), /Done: Delete the second/);
  await page.click('.cm-content');
  await then(page, () => page.keyboard.press('Control+z'));
  assert.equal(await text(page), short);
  await then(page, () => page.click('#fix-all'));
  assert.equal(await text(page), short.replace('the the', 'the'));
  await close(browser, page);
});

test('a finding is left as it is, with the reason', async () => {
  const page = await withDraft();
  await page.click('li[data-rule="generic-link-text"] .leave-it');
  assert.equal(await page.evaluate(() => document.activeElement.tagName), 'INPUT');
  await page.keyboard.type('it is <what> the council -- wrote');
  await then(page, () => page.keyboard.press('Enter'));
  assert.match(await text(page), /\n<!-- copychief-ignore generic-link-text: it is ‹what› the council – wrote -->\nSee \[here\]/);
  assert.match(await page.textContent('.group.left li[data-rule="generic-link-text"]'), /Left because: it is ‹what›/);
  await close(browser, page);
});

test('findings say why, and what is filtered is hidden', async () => {
  const page = await withDraft();
  await page.click('li[data-rule="repeated-word"] .why summary');
  await page.waitForSelector('li[data-rule="repeated-word"] .source');
  assert.match(await page.textContent('li[data-rule="repeated-word"] .why'), /What to do/);
  await page.selectOption('#family', 'links');
  assert.deepEqual([...new Set(await page.$$eval('#findings li[data-rule]', (l) => l.map((x) => x.dataset.rule)))], ['generic-link-text']);
  await page.uncheck('#severities .warning input');
  assert.deepEqual(await rules(page), []);
  await page.check('#severities .warning input');
  await page.selectOption('#family', '');
  await close(browser, page);
});

test('findings show words, not the marks of Markdown', async () => {
  const page = await withDraft('# Ferry\n\nThe **the *boat*** runs. See [**here**](https://council.gov/a_b_c) for `x_y` it it.\n');
  const shown = await page.$$eval('#findings .about', (all) => all.map((p) => p.textContent));
  assert.ok(shown.length > 1 && !shown.some((words) => /\*|\]\(/.test(words)), shown.join('\n'));
  await close(browser, page);
});

test('a pasted article is read from its beginning, and its findings are near on a phone', async () => {
  const page = await open(browser, server.address, { viewport: { width: 360, height: 740 } });
  await then(page, () => paste(page, `<h1>Ferry</h1>${'<p>The the boat leaves at noon, and it comes back at night.</p>'.repeat(60)}`, ''));
  assert.ok(await page.evaluate(() => scrollY) < 700, 'the page has scrolled');
  await page.click('#jump');
  await page.waitForTimeout(300);
  assert.match(await page.textContent('#jump'), /What was found: 0 errors, \d+ warning/);
  assert.ok(await page.evaluate(() => { const top = document.querySelector('#found-title').getBoundingClientRect().top; return top >= 0 && top < innerHeight; }));
  await close(browser, page);
});

test('an open reason outlives the next key', async () => {
  const page = await withDraft();
  await page.click('li[data-rule="repeated-word"] .leave-it');
  await page.keyboard.type('a refr');
  await then(page, () => page.evaluate(() => {
    const view = document.querySelector('.cm-content');
    view.dispatchEvent(new ClipboardEvent('paste', { clipboardData: (() => { const d = new DataTransfer(); d.setData('text/plain', 'More. '); return d; })(), bubbles: true, cancelable: true }));
  }));
  await page.keyboard.type('ain');
  assert.equal(await page.inputValue('li[data-rule="repeated-word"] .leave input'), 'a refrain');
  await close(browser, page);
});

test('fields, search result, outline, quotations and measures follow the draft', async () => {
  const page = await withDraft();
  await page.click('li[data-rule="missing-description"] .message');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'description');
  await then(page, () => page.keyboard.type('From May on, four buses an hour connect the harbour with the station all night long. '.repeat(4)));
  assert.ok((await rules(page)).includes('long-description'));
  assert.match(await page.textContent('#search'), /Cut from the description: “/);
  await then(page, () => page.fill('#headline', 'The night buses of the harbour come back after two long winters without any of them'));
  assert.match(await page.textContent('#search .mobile .title'), /…$/);
  assert.match(await page.textContent('#search'), /Cut from the headline: “/);
  await then(page, () => page.fill('#keyphrase', 'night buses'));
  assert.match(await page.textContent('#metrics'), /“night buses”, \d times/);
  assert.match(await page.textContent('#outline'), /What it costs.*words/);
  assert.match(await page.textContent('#quotes'), /It is about time.*Ann Lee, “said”/);
  await page.click('#outline li:nth-child(2) button');
  assert.equal(await page.evaluate(() => getSelection().toString()), '## What it costs');
  await close(browser, page);
});

test('the draft is copied as rich text and as Markdown', async () => {
  const page = await withDraft(`---\ntitle: x\n---\n\n${short}`);
  await page.evaluate(() => addEventListener('copy', (e) => { window.copied = [e.clipboardData.getData('text/plain'), e.clipboardData.getData('text/html')]; }));
  const copied = async (id) => {
    await page.evaluate(() => {
      window.copied = null;
      const set = DataTransfer.prototype.setData;
      DataTransfer.prototype.setData = function (type, value) { (window.copied ??= {})[type] = value; return set.call(this, type, value); };
    });
    await page.click(id);
    return page.evaluate(() => window.copied);
  };
  const rich = await copied('#copy-rich');
  assert.match(rich['text/html'], /^<h1>Night buses[^]*<a href="https:\/\/council.gov\/plan">here<\/a>/);
  const markdown = await copied('#copy-markdown');
  assert.equal(markdown['text/plain'], `---\ntitle: x\n---\n\n${short}`);
  await close(browser, page);
});

test('the keyboard alone suffices', async () => {
  const page = await withDraft();
  await page.focus('.cm-content');
  await page.keyboard.press('F8');
  const first = await page.evaluate(() => getSelection().toString());
  await page.keyboard.press('F8');
  const second = await page.evaluate(() => getSelection().toString());
  assert.ok(first && second && first !== second, `${first}, ${second}`);
  await page.keyboard.press('Shift+F8');
  assert.equal(await page.evaluate(() => getSelection().toString()), first);
  const reached = new Set();
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => document.activeElement.className || document.activeElement.id || document.activeElement.tagName));
  }
  for (const name of ['message', 'fix', 'family', 'fix-all', 'plain', 'skip', 'open', 'forget', 'headline']) assert.ok(reached.has(name), `${name} is not reached: ${[...reached]}`);
  await page.focus('li[data-rule="repeated-word"] .fix');
  await then(page, () => page.keyboard.press('Enter'));
  assert.equal(await text(page), short.replace('the the', 'the'));
  assert.equal(await page.evaluate(() => document.activeElement.closest('li')?.dataset.rule), 'generic-link-text'); // the next finding
  await close(browser, page);
});

test('the draft is kept until it is forgotten', async () => {
  const page = await withDraft();
  await then(page, () => page.fill('#keyphrase', 'night buses'));
  await page.waitForTimeout(400);
  await page.reload();
  await page.waitForSelector('li[data-rule="repeated-word"]');
  assert.equal(await text(page), short);
  assert.equal(await page.inputValue('#keyphrase'), 'night buses');
  await then(page, () => page.click('#forget'));
  await page.focus('.cm-content');
  await page.keyboard.press('Control+z'); // there is nothing to undo
  await page.waitForTimeout(400);
  assert.equal(await text(page), '');
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  assert.equal(await page.evaluate(() => document.querySelector('#profile').selectedOptions[0].textContent), 'Blog article');
  await page.reload();
  await page.waitForSelector('html[data-state="ready"]');
  assert.equal(await text(page), '');
  await close(browser, page);
});

for (const name of ['copychief.html', 'site/index.html']) {
  test(`${name} opens by double click`, async () => {
    const page = await open(browser, pathToFileURL(`${built}/${name}`).href, {});
    await then(page, () => paste(page, '', short));
    assert.ok((await rules(page)).includes('repeated-word'));
    await then(page, () => paste(page, '', stairs));
    assert.ok((await rules(page)).includes('unattributed-quote'), 'the language model is not used');
    assert.deepEqual(page.complaints, []);
    await close(browser, page);
  });
}

test('a page without its program says so', async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.route('**/program.bin', (route) => route.abort());
  await page.goto(server.address);
  await page.waitForSelector('html[data-state="failed"]');
  assert.match(await page.textContent('#message'), /The program cannot be loaded/);
  assert.equal(await page.textContent('#counts'), '');
  await context.close();
});
