// The HTML report on many drafts, in which their texts are packed. .ci/page makes it with the command
// line, of copies of a few drafts and of a hostile one.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { constants, deflateRawSync } from 'node:zlib';
import { launch, openReport, violations } from './page.mjs';

const file = process.env.COPYCHIEF_MANY;
const skip = file ? false : 'COPYCHIEF_MANY names no report';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

const open = (options) => openReport(browser, file, options);
const packed = (page) => page.$$eval('.packed', (all) => all.length);
const drafts = (page) => page.$$eval('.draft', (all) => all.length);

// unfold opens the draft whose path ends so, and waits for its text.
async function unfold(page, path) {
  const draft = page.locator('.draft', { has: page.locator('h3', { hasText: path }) }).first();
  await draft.locator('> summary').click();
  await draft.locator('.looks').waitFor();
  return draft;
}

test('inflate reads what deflate writes', () => {
  const source = readFileSync(new URL('../../../../lint/report/web/inflate.js', import.meta.url), 'utf8');
  const inflate = new Function(`${source}; return inflate`)();
  const texts = [Buffer.alloc(0), Buffer.from('ferry'), Buffer.alloc(100_000), randomBytes(70_000), Buffer.from(source.repeat(20))];
  for (const text of texts) {
    for (const options of [{}, { level: 0 }, { level: 1 }, { level: 9 }, { strategy: constants.Z_FIXED }, { strategy: constants.Z_HUFFMAN_ONLY }, { strategy: constants.Z_RLE }]) {
      const stream = deflateRawSync(text, options);
      assert.ok(text.equals(inflate(stream)), `${text.length} bytes, ${JSON.stringify(options)}`);
      if (text.length > 0) assert.throws(() => inflate(stream.subarray(0, stream.length >> 1)), 'half a stream');
    }
  }
});

for (const [name, options] of Object.entries({
  'light': {}, 'dark': { colorScheme: 'dark' }, 'on a phone': { viewport: { width: 360, height: 740 } },
})) {
  test(`a draft is unpacked when it is unfolded: ${name}`, { skip }, async () => {
    const page = await open({ ...options, bypassCSP: true });
    assert.ok(await packed(page) > 50);
    const draft = await unfold(page, 'bread.md');
    await draft.locator('.reading > summary').click();
    assert.ok(await draft.locator('.reading p').count() > 3);
    assert.equal(await draft.locator('.packed').count(), 0);
    assert.ok(await packed(page) > 50, 'others are left alone');
    assert.deepEqual(await violations(page), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `the report is ${wide} px wider than the screen`);
    if (process.env.SCREENSHOTS) await draft.screenshot({ path: `${process.env.SCREENSHOTS}/packed-${name.replace(/\W/g, '-')}.png` });
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('marks in an unpacked text lead to the findings of its draft', { skip }, async () => {
  const page = await open();
  const draft = await unfold(page, 'bread.md');
  await draft.locator('.reading > summary').click();
  const id = await draft.getAttribute('id');
  const targets = await draft.locator('.mark').evaluateAll((all) => all.map((a) => a.getAttribute('href')));
  assert.ok(targets.length > 0);
  for (const target of targets) assert.equal(await page.locator(`#${id} ${target}`).count(), 1, target);
  await draft.locator('.mark').first().click();
  await page.waitForFunction((hash) => location.hash === hash && document.querySelector(hash).matches(':target'), targets[0]);
  await page.context().close();
});

test('a link to a finding unfolds and unpacks its draft', { skip }, async () => {
  const page = await open();
  const id = await page.$$eval('.draft:has(.packed) .findings > li', (all) => all[all.length >> 1].id);
  for (const go of [() => page.evaluate((hash) => { location.hash = hash; }, id), () => page.goto(`${page.url().split('#')[0]}#${id}`).then(() => page.reload())]) {
    await go();
    await page.locator('.draft', { has: page.locator(`#${id}`) }).locator('.looks').waitFor();
  }
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('opening all drafts unpacks them, so that their words are found', { skip }, async () => {
  const page = await open();
  await page.click('[name=open]');
  assert.equal(await packed(page), 0);
  assert.equal(await page.$$eval('.draft .looks', (all) => all.length), await drafts(page));
  await page.context().close();
});

test('a print has all of them', { skip }, async () => {
  const page = await open();
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await packed(page), 0);
  await page.emulateMedia({ media: 'print' });
  assert.ok((await page.pdf({ format: 'A4' })).length > 100_000);
  await page.context().close();
});

test('drafts without findings remain when filters are reset', { skip }, async () => {
  const page = await open();
  const visible = () => page.$$eval('.draft', (all) => all.filter((d) => !d.hasAttribute('data-hidden')).length);
  await page.fill('[name=text]', 'quiet.md');
  await page.waitForFunction(() => document.querySelectorAll('.draft:not([data-hidden])').length === 1);
  await page.click('[type=reset]');
  await page.waitForFunction(() => !document.querySelector('.draft[data-hidden]'));
  assert.equal(await visible(), await drafts(page));
  await page.context().close();
});

test('a hostile draft stays text when it is unpacked', { skip }, async () => {
  const page = await open({ bypassCSP: true }); // so that only the escapes are in its way
  const draft = await unfold(page, 'hostile.md');
  await draft.locator('.reading > summary').click();
  await page.waitForTimeout(200);
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await draft.locator('script, img, iframe, form, style, svg[onload], [onclick], [onerror]').count(), 0);
  assert.equal(page.requests.length, 1);
  await page.context().close();
});

test('a sentence says what is missing without the script, or if it fails', { skip }, async () => {
  const still = await open({ javaScriptEnabled: false });
  await still.locator('.draft > summary').first().click();
  assert.equal(await still.locator('.draft .packed p').first().isVisible(), true);
  await still.context().close();
  const page = await open();
  await page.evaluate(() => { document.querySelector('.packed template').content.textContent = 'AAAA'; });
  await page.locator('.draft:has(.packed) > summary').first().click();
  await page.locator('.packed p').first().waitFor({ state: 'visible' });
  await page.context().close();
});
