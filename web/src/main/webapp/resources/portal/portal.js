/* What the pages need of a browser beyond PrimeFaces: the drawer, light and dark, copy buttons, unsaved changes. */
(function () {
  'use strict';
  const root = document.documentElement;

  function remember(name, value) {
    document.cookie = name + '=' + value + ';path=/;max-age=31536000;samesite=lax';
  }

  function drawer(open) {
    root.classList.toggle('drawer-open', open);
    document.querySelectorAll('[data-drawer-button]').forEach(function (button) {
      button.setAttribute('aria-expanded', String(open));
    });
    if (open) {
      const first = document.querySelector('.side a');
      if (first) first.focus();
    }
  }

  /** PrimeFaces 15 spells the word wrong that it puts before a notice. */
  document.addEventListener('DOMContentLoaded', function () {
    const romanian = window.PrimeFaces && PrimeFaces.locales.ro;
    if (romanian && romanian.aria) romanian.aria['messages.INFO'] = 'Informație';
  });

  function switchAppearance() {
    const dark = root.dataset.appearance === 'dark'
      || (root.dataset.appearance !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
    root.dataset.appearance = dark ? 'light' : 'dark';
    remember('appearance', root.dataset.appearance);
  }

  async function copy(button) {
    const source = document.getElementById(button.dataset.copy);
    if (!source) return;
    await navigator.clipboard.writeText(source.textContent.trim());
    button.classList.add('done');
    const status = document.getElementById('copy-status');
    if (status) status.textContent = button.dataset.done;
    setTimeout(function () { button.classList.remove('done'); if (status) status.textContent = ''; }, 2000);
  }

  document.addEventListener('click', function (event) {
    const target = event.target;
    if (target.closest('[data-drawer-button]')) drawer(!root.classList.contains('drawer-open'));
    else if (target.closest('.veil')) drawer(false);
    else if (target.closest('[data-appearance-button]')) switchAppearance();
    else if (target.closest('[data-copy]')) copy(target.closest('[data-copy]'));
    else if (target.closest('[data-show]')) window.PF(target.closest('[data-show]').dataset.show).show();
  });

  document.addEventListener('keydown', function (event) {
    if (event.key !== 'Escape') return;
    if (root.classList.contains('drawer-open')) {
      drawer(false);
      document.querySelector('[data-drawer-button]').focus();
    }
    document.querySelectorAll('.help').forEach(function (help) { help.classList.add('quiet-now'); });
  });
  document.addEventListener('focusin', function () {
    document.querySelectorAll('.help.quiet-now').forEach(function (help) { help.classList.remove('quiet-now'); });
  });

  /* a form marked data-guarded says so before its changes are lost */
  let unsaved = false;
  document.addEventListener('input', function (event) {
    if (event.target.closest('form[data-guarded]')) unsaved = true;
  });
  document.addEventListener('submit', function () { unsaved = false; });
  window.addEventListener('beforeunload', function (event) { if (unsaved) event.preventDefault(); });

  /* many phones may come back at once: the page asks again once, not once for each */
  let asked = 0;
  function presence() {
    clearTimeout(asked);
    asked = setTimeout(function () { if (window.refreshPresence) window.refreshPresence(); }, 250);
  }

  /* a colleague has saved something: the page looks whether it is what is being edited here */
  let looked = 0;
  function elsewhere() {
    clearTimeout(looked);
    looked = setTimeout(function () { if (window.refreshMenus) window.refreshMenus(); }, 150);
  }

  let paid = 0;
  function credit() {
    clearTimeout(paid);
    paid = setTimeout(function () { if (window.refreshCredit) window.refreshCredit(); }, 250);
  }

  /* on a narrow screen the details stand under the list */
  function reveal(id) {
    const part = document.getElementById(id);
    if (part && part.getBoundingClientRect().top > window.innerHeight * 0.7) {
      part.scrollIntoView({ behavior: 'smooth', block: 'start' });
    }
  }

  /* a list marked data-sortable is ordered by dragging; the command that it names gets the new order */
  let dragged = null;
  function rowOf(event) {
    const row = event.target.closest && event.target.closest('[data-sortable] > [data-item]');
    return row && dragged && row.parentElement === dragged.parentElement ? row : null;
  }
  function unmark() {
    document.querySelectorAll('.drop-here').forEach(function (row) { row.classList.remove('drop-here'); });
  }
  document.addEventListener('dragstart', function (event) {
    dragged = event.target.closest && event.target.closest('[data-sortable] > [data-item]');
    if (!dragged) return;
    dragged.classList.add('dragged');
    event.dataTransfer.effectAllowed = 'move';
    event.dataTransfer.setData('text/plain', dragged.dataset.item);
  });
  document.addEventListener('dragover', function (event) {
    const row = rowOf(event);
    if (!row) return;
    event.preventDefault();
    unmark();
    row.classList.add('drop-here');
  });
  document.addEventListener('drop', function (event) {
    const row = rowOf(event);
    if (!row) return;
    event.preventDefault();
    const list = row.parentElement;
    const down = dragged.compareDocumentPosition(row) & Node.DOCUMENT_POSITION_FOLLOWING;
    list.insertBefore(dragged, down ? row.nextSibling : row);
    const order = Array.from(list.querySelectorAll(':scope > [data-item]')).map(function (one) { return one.dataset.item; });
    window[list.dataset.sortable]([{ name: 'order', value: order.join(',') }]);
  });
  document.addEventListener('dragend', function () {
    unmark();
    if (dragged) dragged.classList.remove('dragged');
    dragged = null;
  });

  /* whoever moves a row by keyboard stays at its button, wherever the row stands then */
  let pressed = null;
  document.addEventListener('click', function (event) {
    const button = event.target.closest && event.target.closest('[data-keeps-focus] button[title]');
    if (button) pressed = button.title;
  }, true);
  function stay() {
    const title = pressed;
    pressed = null;
    if (!title || document.activeElement !== document.body) return;
    const number = title.slice(title.lastIndexOf(' '));
    const row = Array.from(document.querySelectorAll('[data-keeps-focus] button[title]:enabled'))
      .filter(function (one) { return one.title.endsWith(number); });
    const next = row.find(function (one) { return one.title === title; }) ||
      row.find(function (one) { return one.querySelector('.pi-arrow-up, .pi-arrow-down'); }) || row[0];
    if (next) next.focus();
  }
  window.addEventListener('load', function () {
    if (window.jQuery) jQuery(document).on('pfAjaxComplete', function () { setTimeout(stay, 0); });
  });

  window.portal = Object.assign(window.portal || {}, { presence: presence, elsewhere: elsewhere, credit: credit, reveal: reveal, saved: function () { unsaved = false; } });
})();
