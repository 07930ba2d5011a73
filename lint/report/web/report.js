
(function () {
  'use strict';
  var most = 500; // drafts whose texts a browser lays out within seconds, or prints at all
  var section = document.getElementById('drafts');
  var form = document.querySelector('.filters');
  var drafts = Array.from(document.querySelectorAll('.draft'));
  if (!section) return;

  // unpack puts what there is to look at in a draft in its place. All of it was escaped before it
  // was compressed.
  function unpack(box) {
    if (!box || !box.parentElement) return; // it is in its place
    try {
      var packed = atob(box.querySelector('template').content.textContent);
      var bytes = inflate(Uint8Array.from(packed, function (c) { return c.charCodeAt(0); }));
      box.outerHTML = new TextDecoder().decode(bytes);
    } catch (failure) {
      section.classList.remove('unpacks'); // shows the sentences that say what is missing
      throw failure;
    }
  }

  function unpackAll(some) { some.forEach(function (d) { unpack(d.querySelector('.packed')); }); }

  // A draft is unpacked when the place for it comes into view, which is only if the draft is open.
  var near = new IntersectionObserver(function (entries) {
    entries.forEach(function (entry) { if (entry.isIntersecting) unpack(entry.target); });
  }, { rootMargin: '100%' });
  document.querySelectorAll('.packed').forEach(function (box) { near.observe(box); });
  section.classList.add('unpacks');

  function follow() {
    var target = document.getElementById(location.hash.slice(1));
    if (target && target.closest('.draft')) target.closest('.draft').open = true;
  }
  follow();
  window.addEventListener('hashchange', follow);
  window.addEventListener('beforeprint', function () {
    var shown = drafts.filter(function (d) { return !d.hasAttribute('data-hidden'); });
    var many = shown.length > most; // thousands of pages, which a browser cannot print
    section.classList.toggle('many', many);
    if (!many) shown.forEach(function (d) { d.open = true; });
    shown = shown.filter(function (d) { return d.open; });
    if (shown.length <= most) unpackAll(shown);
  });
  if (!form) return;
  var items; // the findings of each draft, looked up when they are needed first
  var total = 0;
  var output = form.querySelector('output');
  var picks = Array.from(document.querySelectorAll('.pick'));
  var rule = '';
  form.hidden = false;

  function fold(open) {
    drafts.forEach(function (d) { d.open = open; });
    if (open && drafts.length <= most) unpackAll(drafts); // so that the browser finds words in them
  }

  function hide(element, hidden) {
    if (hidden) element.setAttribute('data-hidden', ''); else element.removeAttribute('data-hidden');
  }

  function findings() {
    if (items) return;
    items = drafts.map(function (d) { // a selector for the items takes seconds with thousands of drafts
      var list = d.querySelector('.findings');
      return list ? Array.from(list.children) : [];
    });
    total = items.reduce(function (n, list) { return n + list.length; }, 0);
  }

  function apply() {
    findings();
    var severities = {};
    form.querySelectorAll('[name=severity]').forEach(function (box) {
      severities[box.value] = box.checked;
      section.classList.toggle('without-' + box.value, !box.checked);
    });
    var text = form.elements.text.value.trim().toLowerCase();
    var bare = !rule && Object.values(severities).every(Boolean); // drafts without findings fit
    var shown = 0;
    drafts.forEach(function (d, i) {
      var path = d.querySelector('h3').textContent.toLowerCase();
      var here = 0;
      items[i].forEach(function (li) {
        var fits = severities[li.dataset.severity] && (!rule || li.dataset.rule === rule) &&
          (!text || path.indexOf(text) >= 0 || li.textContent.toLowerCase().indexOf(text) >= 0);
        hide(li, !fits);
        if (fits) here++;
      });
      hide(d, here === 0 && !(bare && items[i].length === 0 && path.indexOf(text) >= 0));
      shown += here;
    });
    output.textContent = shown === total ? '' : shown.toLocaleString('en') + ' of ' + total.toLocaleString('en') + ' findings';
  }

  picks.forEach(function (button) {
    button.addEventListener('click', function () {
      rule = rule === button.dataset.rule ? '' : button.dataset.rule;
      picks.forEach(function (b) { b.setAttribute('aria-pressed', String(b.dataset.rule === rule)); });
      apply();
      if (rule) form.scrollIntoView();
    });
  });
  var soon;
  form.addEventListener('input', function (event) { // thousands of findings are not gone through at every key
    clearTimeout(soon);
    soon = setTimeout(apply, event.target.name === 'text' ? 150 : 0);
  });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  form.addEventListener('reset', function () {
    rule = '';
    picks.forEach(function (b) { b.setAttribute('aria-pressed', 'false'); });
    setTimeout(apply, 0);
  });
  form.elements.open.addEventListener('click', function () { fold(true); });
  form.elements.close.addEventListener('click', function () { fold(false); });
})();
