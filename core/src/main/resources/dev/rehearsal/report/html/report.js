(function () {
  'use strict';
  function unpacked(text) {
    var bytes = Uint8Array.from(atob(text), function (c) { return c.charCodeAt(0); });
    var stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
    return new Response(stream).text();
  }
  function make(details) {
    details.querySelectorAll(':scope > template').forEach(function (template) {
      template.remove();
      Promise.resolve(template.content.textContent).then(unpacked).then(function (html) {
        var part = document.createElement('template');
        part.innerHTML = html;
        details.append(part.content);
      }, function () {
        details.append('This browser cannot unpack what was measured; it is in report.json.');
      });
    });
  }
  document.addEventListener('toggle', function (event) {
    if (event.target.open) { make(event.target); }
  }, true);
  function reveal() {
    var target = document.getElementById(location.hash.slice(1));
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
      make(target);
      target.scrollIntoView();
    }
  }
  addEventListener('hashchange', reveal);
  document.addEventListener('click', function (event) {
    if (event.target.hash === location.hash) { reveal(); }
  });
  reveal();

  var rows = Array.from(document.querySelectorAll('.overview tbody tr'));
  function field(name) { return document.getElementById('filter-' + name); }
  var tables = new Set(rows.flatMap(function (row) { return row.dataset.tables.split('\n'); }));
  tables.delete('');
  Array.from(tables).sort().forEach(function (table) { field('table').add(new Option(table)); });
  function fits(row, details) {
    var text = field('text').value.trim().toLowerCase();
    return [
      ['', row.dataset.verdict].includes(field('verdict').value),
      ['', row.dataset.risk].includes(field('risk').value),
      [''].concat(row.dataset.tables.split('\n')).includes(field('table').value),
      [row.textContent, details.textContent, row.dataset.tables].join(' ').toLowerCase().includes(text)
    ].every(Boolean);
  }
  function apply() {
    var shown = rows.filter(function (row) {
      var details = document.getElementById(row.dataset.of);
      row.hidden = details.hidden = !fits(row, details);
      return !row.hidden;
    });
    field('shown').textContent = shown.length + ' of ' + rows.length;
  }
  ['verdict', 'risk', 'table', 'text'].forEach(function (name) { field(name).addEventListener('input', apply); });
  document.getElementById('filter').hidden = false;
  apply();
}());
