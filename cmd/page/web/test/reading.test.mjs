// Text that is typed, pasted or dropped.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { long, short } from './draft.mjs';
import { after as then, close, drop, launch, open, paste, rules, serve, text } from './page.mjs';

let server, browser;
before(async () => { server = await serve(); browser = await launch(); });
after(async () => { await browser.close(); server.close(); });

const file = (name) => new URL(name, import.meta.url);

test('findings appear while typing', async () => {
  const page = await open(browser, server.address);
  await page.click('.cm-content');
  await then(page, () => page.keyboard.type('# Night buses\n\nThey run all the the night.\n'));
  assert.ok((await rules(page)).includes('repeated-word'));
  assert.equal(await page.textContent('.found.warning'), 'the the');
  assert.match(await page.textContent('#counts'), /0 errors, \d+ warnings?, (no|\d+) advice/);
  await page.waitForFunction(() => /warning/.test(document.querySelector('#announcements').textContent)); // for screen readers
  assert.deepEqual(page.complaints, []);
  await close(browser, page);
});

test('time from the last key to the findings', async (t) => {
  const page = await open(browser, server.address, {});
  await then(page, () => paste(page, '', long(1500)));
  const times = [];
  for (let i = 0; i < 12; i++) {
    times.push(await page.evaluate(() => new Promise((done) => {
      const root = document.documentElement, start = performance.now();
      new MutationObserver((_, observer) => {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))); // painted
      }).observe(root, { attributes: true, attributeFilter: ['data-checked'] });
      document.execCommand('insertText', false, 'x');
    })));
    await page.waitForTimeout(60);
  }
  times.sort((a, b) => a - b);
  const started = await page.evaluate(() => performance.getEntriesByName('first findings')[0].startTime);
  t.diagnostic(`1,500 words: ${times[6].toFixed(0)} ms in the middle, ${times[10].toFixed(0)} ms at worst but one; first findings ${started.toFixed(0)} ms after opening`);
  assert.ok(times[6] < 5000);
  await close(browser, page);
});

for (const origin of ['google-docs', 'word', 'word-online', 'notion', 'wordpress']) {
  test(`rich text from ${origin} keeps what rules look at`, async () => {
    const page = await open(browser, server.address);
    await then(page, () => paste(page, readFileSync(file(`clipboard/${origin}.html`), 'utf8'), 'plain'));
    const got = await text(page);
    assert.equal(got, readFileSync(file(`clipboard/${origin}.md`), 'utf8'));
    for (const part of ['# The harbour ferry runs again\n', '## Where it stops\n', '**ferry**', '](https://harbour.test/timetable', '- Old quay\n  - only in summer\n- Lighthouse\n', '![The ferry leaving the quay](', '| Day | Trips |\n| --- | --- |\n| Sunday | four \\| five |']) {
      assert.ok(got.includes(part), `${part} is missing`);
    }
    if (origin === 'word') assert.match(await page.textContent('#message'), /1 comment.*1 tracked change/);
    assert.deepEqual(page.complaints, []);
    await close(browser, page);
  });
}

// The same article, with everything else that these programs write: what is dropped is dropped on
// purpose, and markup that they add is not reported.
for (const origin of ['assistant', 'browser', 'evernote', 'google-docs-more', 'libreoffice', 'medium', 'notion-more', 'outlook', 'pages', 'word-more']) {
  test(`rich text from ${origin} is read as its author sees it`, async () => {
    const page = await open(browser, server.address);
    await then(page, () => paste(page, readFileSync(file(`clipboard/${origin}.html`), 'utf8'), 'plain'));
    assert.equal(await text(page), readFileSync(file(`clipboard/${origin}.md`), 'utf8'));
    const found = await rules(page);
    for (const rule of ['missing-headline', 'multiple-h1', 'skipped-heading', 'empty-heading', 'broken-link', 'missing-alt', 'generic-link-text', 'tracking-link', 'emphasis-as-heading', 'table-header', 'double-space']) {
      assert.ok(!found.includes(rule), `${rule} is reported`);
    }
    assert.deepEqual(page.complaints, []);
    await close(browser, page);
  });
}

test('cells over several rows and columns stay in their place', async () => {
  const page = await open(browser, server.address);
  await then(page, () => paste(page, '<p>Trips</p><table><tr><th rowspan="2">Day</th><th colspan="2">Trips</th></tr><tr><td>north</td><td>south</td></tr><tr><td>Sunday</td><td colspan="1000000">4</td></tr></table>'));
  assert.match(await text(page), /^\| Day \| Trips \|  \|.*\n\| --- .*\n\|  \| north \| south \|/m);
  await close(browser, page);
});

test('what another page puts into the clipboard of the browser is pasted', async () => {
  const page = await open(browser, server.address, {});
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const other = await page.context().newPage();
  await other.setContent(`<style>h1 { font-size: 40px } q { color: red }</style><article><h1>Night buses</h1>
    <p><a href="https://a.test/y"><a href="https://a.test/y/">Twice</a></a> they <em>run</em> all the the night, says <q>Ann Lee</q>: <a href="https://a.test/x">the plan</a>, <a href="https://a.test/">https://a.test/</a>, <a href="mailto:ann@a.test">ann@a.test</a></p>
    <blockquote><p>At last.</p></blockquote><ol start="3"><li>three<ul><li>a</li></ul></li><li>four</li></ol><script>window.hacked = 1</script></article>`);
  await other.bringToFront();
  await other.keyboard.press('Control+a');
  await other.keyboard.press('Control+c');
  await page.bringToFront();
  await page.focus('.cm-content');
  await then(page, () => page.keyboard.press('Control+v'));
  assert.equal(await text(page), `# Night buses

[Twice](https://a.test/y/) they *run* all the the night, says “Ann Lee”: [the plan](https://a.test/x), <https://a.test/>, <ann@a.test>

> At last.

3. three
   - a
4. four
`);
  assert.deepEqual(page.complaints, []);
  await close(browser, page);
});

test('places that links lead to and notes are kept', async () => {
  const page = await open(browser, server.address);
  await then(page, () => paste(page, `<h1>Ferry</h1><p><a href="#h-stops">Stops</a>, <a href="#fare">fare</a>, <a href="#gone">gone</a>.</p>
    <h2 id="h-stops">Stops</h2><p id="fare">Four.<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> And<sup class="fn"><a href="#a1b2" id="a1b2-link">2</a></sup> more<sup><a href="#fn3">3</a></sup>.</p>
    <ol class="wp-block-footnotes"><li id="a1b2">In euros. <a href="#a1b2-link">↩︎</a></li></ol>
    <section role="doc-endnotes"><ol><li id="fn3"><p>By day.</p></li></ol></section>
    <div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> At the quay.</p></div>`));
  assert.equal(await text(page), `# Ferry

[Stops](#h-stops), [fare](#fare), [gone](#gone).

## Stops {#h-stops}

<a id="fare"></a>Four.[^1] And[^2] more[^3].

[^2]: In euros.

[^3]: By day.

[^1]: At the quay.
`);
  const broken = await page.$$eval('#findings .message', (all) => all.map((b) => b.textContent).filter((m) => /#\w/.test(m)));
  assert.equal(broken.length, 1); // #gone
  await close(browser, page);
});

test('marks that lead to a place without the name of a note keep it', async () => {
  const page = await open(browser, server.address);
  await then(page, () => paste(page, '<h1>Ferry</h1><p>It sails<a href="#1">[1]</a> again.</p><a name="1"></a><p>[1] Since May.</p><p>As said before <a href="#1">(1)</a>.</p>'));
  assert.equal(await text(page), '# Ferry\n\nIt sails[\\[1\\]](#1) again.\n\n<a id="1"></a>\n\n\\[1\\] Since May.\n\nAs said before [(1)](#1).\n');
  assert.ok(!(await rules(page)).includes('broken-link'));
  await close(browser, page);
});

test('a link in the form of a button stays a link', async () => {
  const page = await open(browser, server.address);
  await then(page, () => paste(page, '<h1>Ferry</h1><p>It sails. <button>Share</button> <a href="https://harbour.test/tickets"><button>Buy a ticket</button></a></p>'));
  assert.equal(await text(page), '# Ferry\n\nIt sails. [Buy a ticket](https://harbour.test/tickets)\n');
  await close(browser, page);
});

test('preformatted text becomes code, and a poem does not', async () => {
  const page = await open(browser, server.address);
  await then(page, () => paste(page, `<p>One</p><pre class="lang-js">let x = '[a](b)';<br>x;</pre><div class="highlight-source-go"><pre><span>a</span>
\`\`\`
</pre></div><pre class="wp-block-verse">Roses are
red</pre>`));
  assert.equal(await text(page), "One\n\n```js\nlet x = '[a](b)';\nx;\n```\n\n````go\na\n```\n````\n\nRoses are  \nred\n");
  await close(browser, page);
});

test('lines of code keep their own form', async () => {
  const page = await open(browser, server.address);
  await then(page, () => paste(page, '<div style="font-family:Menlo"><div><span style="color:#00f"># One</span></div><div><span>* two</span></div></div>', '# One\n* two'));
  assert.equal(await text(page), '# One\n* two');
  await close(browser, page);
});

test('files are opened where they are dropped', async () => {
  const page = await open(browser, server.address);
  const word = readFileSync(file('../../../../testdata/word/ferry.pandoc.docx')).toString('base64');
  await then(page, () => drop(page, 'ferry.docx', word));
  assert.match(await text(page), /^# \S.*\n/);
  assert.match(await page.textContent('#message'), /Opened ferry\.docx/);
  const html = '<html><head><title>Found by this</title><meta name="description" content="What it says"></head><body><h1>Ferry</h1><p>It <em>runs</em>.</p></body></html>';
  await then(page, () => drop(page, 'a.html', Buffer.from(html).toString('base64')));
  assert.equal(await text(page), '# Ferry\n\nIt *runs*.\n');
  assert.equal(await page.inputValue('#headline'), 'Found by this');
  assert.equal(await page.inputValue('#description'), 'What it says');
  await then(page, () => drop(page, 'a.md', Buffer.from(short).toString('base64')));
  assert.equal(await text(page), short);
  assert.equal(await page.inputValue('#headline'), '');
  await then(page, () => drop(page, 'a.txt', Buffer.from('Ferry is back\r\n\r\nIt runs all the the day.\r\n').toString('base64')));
  assert.match(await text(page), /It runs all the the day\./);
  await drop(page, 'a.docx', Buffer.from('no archive').toString('base64'));
  await page.waitForFunction(() => /cannot be opened/.test(document.querySelector('#message').textContent));
  assert.match(await text(page), /It runs all the the day\./);
  assert.deepEqual(page.complaints, []);
  await close(browser, page);
});
