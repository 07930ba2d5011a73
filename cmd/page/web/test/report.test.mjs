// The HTML report in a browser. .ci/page makes it with the command line.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, openReport, violations } from './page.mjs';

const file = process.env.COPYCHIEF_REPORT;
const skip = file ? false : 'COPYCHIEF_REPORT names no report';

let browser;
before(async () => { browser = await launch(); });
after(async () => { await browser.close(); });

const open = (options) => openReport(browser, file, options);
const shown = (page) => page.$$eval('.findings > li', (all) => all.filter((li) => li.checkVisibility()).length);

for (const [name, options] of Object.entries({
  'light': {}, 'dark': { colorScheme: 'dark' }, 'on a phone': { viewport: { width: 360, height: 740 } },
})) {
  test(`axe finds nothing in the report: ${name}`, { skip }, async () => {
    const page = await open({ ...options, bypassCSP: true });
    assert.deepEqual(await violations(page), []);
    await page.click('[name=open]');
    for (const text of await page.$$('.reading > summary')) await text.click();
    assert.deepEqual(await violations(page), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `the report is ${wide} px wider than the screen`);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/report-${name.replace(/\W/g, '-')}.png`, fullPage: true });
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  });
}

test('the report is filtered without a server', { skip }, async () => {
  const page = await open();
  const all = await shown(page);
  assert.ok(all > 20, `${all} findings`);
  await page.uncheck('[value=advice]');
  await page.waitForFunction(() => document.querySelector('.filters output').textContent);
  const serious = await shown(page);
  assert.ok(serious > 0 && serious < all);
  await page.fill('[name=text]', 'train.md');
  await page.waitForFunction(() => [...document.querySelectorAll('.draft')].filter((d) => d.checkVisibility()).length === 1);
  await page.click('[type=reset]');
  await page.waitForFunction((n) => [...document.querySelectorAll('.findings > li')].filter((li) => li.checkVisibility()).length === n, all);
  await page.click('.pick[data-rule="repeated-word"]');
  await page.waitForFunction(() => [...document.querySelectorAll('.findings > li')].filter((li) => li.checkVisibility()).every((li) => li.dataset.rule === 'repeated-word'));
  assert.equal(page.requests.length, 1); // the file itself
  assert.deepEqual(page.complaints, []);
  await page.context().close();
});

test('a mark in the text leads to its finding', { skip }, async () => {
  const page = await open();
  await page.click('[name=close]');
  const mark = await page.$('.reading .mark');
  const target = await mark.getAttribute('href');
  await page.evaluate((hash) => { location.hash = hash; }, target);
  await page.waitForFunction((id) => document.querySelector(id).checkVisibility(), target);
  await page.context().close();
});

test('the report prints all findings and no buttons', { skip }, async () => {
  const page = await open();
  await page.click('[name=close]');
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await shown(page), (await page.$$('.findings > li')).length);
  assert.equal(await page.isVisible('.filters'), false);
  assert.ok((await page.pdf({ format: 'A4' })).length > 20_000);
  await page.context().close();
});
