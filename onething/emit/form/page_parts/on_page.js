/* What stands on the page, by id, and what it means by name. */
(function (api) {
  'use strict';
  var $ = function (id) { return document.getElementById(id); };

  api.on_page = function (data) {
    function all(selector, root) { return Array.prototype.slice.call((root || document).querySelectorAll(selector)); }
    function value_in(item) {
      if (item.getAttribute('data-kind') === 'choice') {
        var hit = all('input', item).filter(function (i) { return i.checked; })[0];
        return hit ? hit.value : '';
      }
      var type = item.getAttribute('data-type') || '';
      return api.tidy(item.querySelector('input, select').value, item.hasAttribute('data-question') ? '整数' : type);
    }
    function put_in(item, value) {
      if (item.getAttribute('data-kind') === 'choice') {
        all('input', item).forEach(function (i) { i.checked = i.value === value; });
      } else { item.querySelector('input, select').value = value; }
    }

    /* What stands on the page, by id; and what it means. */
    function raw() {
      var r = { answers: {}, choose: [], progress: {}, values: {} };
      data.questions.forEach(function (q) { r.answers[q.id] = value_in($('q-' + q.id)); });
      data.fields.forEach(function (f) { r.values[f.id] = value_in($('f-' + f.id)); });
      data.matters.forEach(function (m) {
        if ($('c-' + m.id) && $('c-' + m.id).checked) { r.choose.push(m.id); }
        if ($('pv-' + m.id).value) { r.progress[m.id] = $('pv-' + m.id).value; }
      });
      return r;
    }
    function write(r) {
      data.questions.forEach(function (q) { put_in($('q-' + q.id), r.answers[q.id] || ''); });
      data.fields.forEach(function (f) { put_in($('f-' + f.id), r.values[f.id] || ''); });
      data.matters.forEach(function (m) {
        if ($('c-' + m.id)) { $('c-' + m.id).checked = r.choose.indexOf(m.id) >= 0; }
        $('pv-' + m.id).value = r.progress[m.id] || '';
      });
    }
    function read(r) {
      var now = { answers: {}, choose: [], done: [], doing: [] };
      data.questions.forEach(function (q) {
        var v = r.answers[q.id];
        if (v === '') { return; }
        if (q.options.length) { now.answers[q.name] = v; } else if (!api.check(v, q.type)) { now.answers[q.name] = Number(v); }
      });
      data.matters.forEach(function (m) {
        if (r.choose.indexOf(m.id) >= 0) { now.choose.push(m.name); }
        if (r.progress[m.id]) { now[r.progress[m.id]].push(m.name); }
      });
      return now;
    }

    return { all: all, value_in: value_in, put_in: put_in, raw: raw, write: write, read: read };
  };
}(onething));
