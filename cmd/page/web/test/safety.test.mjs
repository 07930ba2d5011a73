// The promises of the page: it sends nothing, no draft runs code, and it is accessible.
import assert from 'node:assert/strict';
import { pathToFileURL } from 'node:url';
import { after, before, test } from 'node:test';
import { hostile, short, stairs } from './draft.mjs';
import { after as then, built, close, drop, launch, open, paste, rules, serve, text, violations } from './page.mjs';

let server, browser;
before(async () => { server = await serve(); browser = await launch(); });
after(async () => { await browser.close(); server.close(); });

for (const kind of ['site', 'site that is opened by its path', 'single file']) {
  test(`nothing is requested after loading: ${kind}`, async () => {
    const address = kind === 'site' ? server.address : pathToFileURL(`${built}/${kind === 'single file' ? 'copychief.html' : 'site/index.html'}`).href;
    const before = server.served.length;
    const page = await open(browser, address, {});
    const requests = [];
    page.on('request', (request) => { if (!/^(blob|data):/.test(request.url())) requests.push(request.url()); });
    if (kind === 'site') assert.deepEqual(server.served.slice(before), ['/', '/page.css', '/page.js', '/program.bin', '/model.bin']);
    await page.context().setOffline(true);
    await then(page, () => paste(page, `<h1>One</h1><p>All the the day <img src="${server.address}spy.png" alt="x"></p>`, ''));
    await then(page, () => page.fill('#description', `![](${server.address}spy.png)`));
    await then(page, () => page.click('li[data-rule="repeated-word"] .fix'));
    assert.match(await text(page), /All the day/);
    await then(page, () => paste(page, '', stairs)); // for which the page uses the language model
    assert.ok((await rules(page)).includes('unattributed-quote'));
    assert.deepEqual(requests, []); // requests of the page itself
    await page.context().setOffline(false);
    const served = server.served.length; // requests that any code on it could make
    const refused = (url) => Promise.all([
      fetch(url).then(() => 'fetched', () => ''),
      fetch(url, { mode: 'no-cors', method: 'POST', body: 'x' }).then(() => 'posted', () => ''),
      (async () => { try { importScripts(url); return 'imported'; } catch { return ''; } })(),
      (async () => { try { new WebSocket(url.replace(/^\w+/, 'ws')); return 'socket'; } catch { return ''; } })(),
      (async () => { try { const r = new XMLHttpRequest(); r.open('GET', url, false); r.send(); return 'xhr'; } catch { return ''; } })(),
    ]);
    const tries = `${server.address}index.html?leak`;
    const worker = page.workers()[0];
    const got = [await page.evaluate(refused, tries), await worker.evaluate(refused, tries)];
    for (const list of got) for (const word of list) assert.ok(word === '' || word === 'socket', word); // a socket is created and then refused
    await page.evaluate((url) => {
      navigator.sendBeacon?.(url, 'x');
      new Image().src = url;
      document.body.append(Object.assign(document.createElement('iframe'), { src: url }), Object.assign(document.createElement('script'), { src: url }), Object.assign(document.createElement('link'), { rel: 'stylesheet', href: url }));
    }, tries);
    await page.waitForTimeout(300);
    assert.deepEqual(server.served.slice(served), []);
    await close(browser, page);
  });
}

test('a hostile draft stays text', async () => {
  const page = await open(browser, server.address, {});
  const elements = () => page.evaluate(() => ['script', 'style', 'iframe', 'svg', 'form[action]', '[onerror]', '[onload]', '[ontoggle]', '[onclick]', 'b'].map((s) => document.querySelectorAll(s).length).join());
  const before = await elements();
  await then(page, () => paste(page, '', hostile));
  await then(page, () => page.fill('#headline', '<img src=x onerror=window.hacked=1>'));
  await then(page, () => page.fill('#description', '<script>window.hacked=1</script>'));
  await then(page, () => page.fill('#keyphrase', '"><svg onload=window.hacked=1>'));
  for (const summary of await page.$$('#findings .why summary')) await summary.click();
  assert.ok((await rules(page)).length > 0);
  const rich = await page.evaluate(() => {
    const copied = {};
    const set = DataTransfer.prototype.setData;
    DataTransfer.prototype.setData = function (type, value) { copied[type] = value; return set.call(this, type, value); };
    document.querySelector('#copy-rich').click();
    return copied['text/html'];
  });
  assert.deepEqual(await page.evaluate((html) => {
    const all = [...new DOMParser().parseFromString(html, 'text/html').body.querySelectorAll('*')];
    return all.flatMap((e) => [/^(SCRIPT|STYLE|IFRAME|SVG|FORM|BUTTON|INPUT|OBJECT)$/i.test(e.nodeName) ? e.nodeName : '',
      ...[...e.attributes].map((a) => (/^on|^style$/.test(a.name) || /^\s*(javascript|data):/i.test(a.value) ? a.name : ''))]).filter(Boolean);
  }, rich), []);
  assert.match(rich, /<h1>/);
  await then(page, () => paste(page, hostile.replace(/^# /, '<h1>x</h1><p>') + '<img src="x" onerror="window.hacked=1"><a href="javascript:alert(1)">a</a>', ''));
  await then(page, () => drop(page, '<img src=x onerror=window.hacked=1>.html', Buffer.from(hostile).toString('base64')));
  assert.equal(await page.evaluate(() => window.hacked), undefined);
  assert.equal(await elements(), before);
  assert.doesNotMatch(await text(page), /[^\\]\]\((javascript|data):|<script|<img/);
  await close(browser, page);
});

for (const [name, options] of Object.entries({
  'light': {}, 'dark': { colorScheme: 'dark' }, 'on a phone': { viewport: { width: 360, height: 740 } },
})) {
  test(`axe finds nothing: ${name}`, async () => {
    const page = await open(browser, server.address, { ...options, bypassCSP: true });
    assert.deepEqual(await violations(page), []);
    if (name === 'on a phone') await page.click('#about-draft > summary');
    await then(page, () => paste(page, '', short + '\n![](a.jpg)\n\n<!-- copychief-ignore repeated-word: a refrain -->\nAll the the day.\n'));
    await then(page, () => page.fill('#description', 'Four buses an hour. '.repeat(20)));
    for (const summary of await page.$$('#findings > section:not([hidden]) > ol > li > .why > summary')) await summary.click();
    await page.waitForSelector('.source');
    await page.click('li[data-rule="repeated-word"] .leave-it');
    assert.deepEqual(await violations(page), []);
    if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/${name.replace(/\W/g, '-')}.png`, fullPage: true });
    assert.equal(await page.isVisible('#jump'), name === 'on a phone');
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `the page is ${wide} px wider than the screen`);
    await close(browser, page);
  });
}

test('the page prints what was found and no buttons', async () => {
  const page = await open(browser, server.address);
  await then(page, () => paste(page, '', short));
  await page.emulateMedia({ media: 'print' });
  assert.equal(await page.isVisible('#open'), false);
  assert.equal(await page.isVisible('.fix'), false);
  assert.equal(await page.isVisible('li[data-rule="repeated-word"] .message'), true);
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `${process.env.SCREENSHOTS}/print.png`, fullPage: true });
  await close(browser, page);
});
