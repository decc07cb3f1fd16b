/* The guided form: decides, shows, checks, keeps, moves between steps. */
(function (api) {
  'use strict';
  var data = JSON.parse(document.getElementById('data').textContent);
  var s = api.screen, $ = s.$, el = s.el, kept = api.kept(data), on = api.on_page(data), step = 1, outcome, state, flagged = Object.create(null);
  var STOPPED = '按您的情况不能联办，见上方说明';

  function only_applying(names) { return names.filter(function (n) { return outcome.matters[n].applies !== false; }); }

  function refresh() {
    var r = on.raw(), count, filled;
    state = on.read(r);
    outcome = api.decide(data, state);
    state.choose = only_applying(state.choose);
    outcome = api.decide(data, state);
    count = s.render(data, outcome, state);
    var shown = data.fields.filter(function (f) { return outcome.fields[f.name].visible === true; });
    filled = shown.filter(function (f) { return r.values[f.id] !== ''; }).length;
    var pending = data.matters.filter(function (m) { return outcome.matters[m.name].taken === null; }).length;
    $('o-matters').textContent = outcome.taken.length + '项' + (pending ? '（另有' + pending + '项视回答）' : '');
    $('o-fields').textContent = '已填' + filled + '项，共' + shown.length + '项';
    $('o-materials').textContent = (count.own ? count.own + '件' : count.open ? '视回答' : '不用带') + (count.later ? '，另可后补' + count.later + '件' : '');
    $('o-time').textContent = outcome.time.figure || '—';
    if (!kept.save(r)) { $('kept').textContent = '这个浏览器不能保存填写的内容，关闭页面前请保存申请文件。内容不会发送出去。'; }
    on.all('input[type=date]').forEach(function (i) { i.classList.toggle('blank', !i.value); });
    Object.keys(flagged).forEach(function (id) { if ($(id).hidden) { tell(id, ''); } });
    review(r);
  }

  /* Problems, each with the id of what it concerns. */
  function question_problem(q) {
    var v = on.value_in($('q-' + q.id));
    if (outcome.open.indexOf(q.name) < 0) { return ''; }
    return v === '' ? '请回答' : q.options.length ? '' : api.check(v, q.type);
  }
  function field_problem(f) {
    var o = outcome.fields[f.name], item = $('f-' + f.id), v = on.value_in(item);
    var broken = item.querySelector('input[type=date]');
    if (o.visible !== true) { return ''; }
    if (broken && broken.validity.badInput) { return '日期没有填完整'; }
    if (v === '') { return o.required === true ? (f.type === '选项' ? '请选择“' : '请填写“') + f.name + '”' : ''; }
    return f.type === '选项' ? '' : api.check(v, f.type, item.getAttribute('data-latest'));
  }
  function problems(at) {
    var out = [];
    function add(id, text) { tell(id, text); if (text) { out.push({ id: id, text: text }); } }
    if (!at || at === 1) {
      data.questions.forEach(function (q) { add('q-' + q.id, question_problem(q)); });
      if (outcome.blocked) { out.push({ id: 'gates', text: STOPPED }); }
    }
    if ((!at || at === 2) && data.at_least_one && !outcome.taken.length) { out.push({ id: 'step-2', text: '请至少选择一项办理' }); }
    if (!at || at === 3) { data.fields.forEach(function (f) { add('f-' + f.id, field_problem(f)); }); }
    return out;
  }
  function controls(id) { return on.all('input, select', $(id)); }
  function tell(id, text) {
    var error = $(id + '-error');
    if (!error) { return; }
    if (text) { flagged[id] = true; } else { delete flagged[id]; }
    error.textContent = text;
    s.show(error, text);
    $(id).classList.toggle('wrong', !!text);
    controls(id).forEach(function (c) { if (text) { c.setAttribute('aria-invalid', 'true'); } else { c.removeAttribute('aria-invalid'); } });
  }
  function title_of(id) {
    var head = $(id).querySelector('[data-field], legend, label');
    return $(id).getAttribute('data-field') || (head ? head.textContent : '');
  }
  function summary(list) {
    var box = $('errors'), ul = el('ul');
    s.show(box, list.length);
    if (!list.length) { return; }
    list.forEach(function (p) {
      var li = el('li'), a = el('a', '', p.text === '请回答' ? '请回答：' + title_of(p.id) : p.text);
      a.href = '#' + p.id;
      a.addEventListener('click', function (e) { e.preventDefault(); reach(p.id); });
      if (/^[fq]-/.test(p.id) && p.text.indexOf('请') !== 0) { a.textContent = title_of(p.id) + '：' + p.text; }
      li.appendChild(a);
      ul.appendChild(li);
    });
    s.fill(box, [el('h2', '', '还有' + list.length + '处要改'), ul]);
    box.focus();
    box.scrollIntoView({ block: 'start' });
  }
  function reach(id) {
    var section = $(id).closest('.step');
    if (section) { go(Number(section.id.split('-')[1]), true); }
    var c = controls(id)[0] || $(id);
    if (!c.matches('input, select')) { c.setAttribute('tabindex', '-1'); }
    c.focus();
    $(id).scrollIntoView({ block: 'center' });
  }

  function go(n, quiet) {
    step = n;
    document.documentElement.setAttribute('data-step', n);
    on.all('.step').forEach(function (x) { x.classList.toggle('now', x.id === 'step-' + n); });
    on.all('.steps button').forEach(function (b, i) {
      if (i + 1 === n) { b.setAttribute('aria-current', 'step'); } else { b.removeAttribute('aria-current'); }
      b.parentNode.classList.toggle('past', i + 1 < n);
    });
    if (quiet) { return; }
    s.show($('errors'), false);
    window.scrollTo(0, 0);
    $('step-' + n).querySelector('h2').focus({ preventScroll: true });
  }

  function review(r) {
    function table(title, target, rows) {
      if (!rows.length) { return null; }
      var div = el('div', 'review'), head = el('h3', '', title), dl = el('dl'), change = el('button', 'link', '修改');
      change.type = 'button';
      change.setAttribute('aria-label', '修改' + title);
      change.addEventListener('click', function () { go(target); });
      head.appendChild(change);
      rows.forEach(function (row) {
        var d = el('div'), dd = el('dd', row[1] ? '' : row[2] ? 'empty need' : 'empty', row[1] || (row[2] ? '还没有填' : '未填写（选填）'));
        d.appendChild(el('dt', '', row[0]));
        d.appendChild(dd);
        dl.appendChild(d);
      });
      div.appendChild(head);
      div.appendChild(dl);
      return div;
    }
    var asked = data.questions.filter(function (q) { return outcome.open.indexOf(q.name) >= 0; });
    var shown = data.fields.filter(function (f) { return outcome.fields[f.name].visible === true; });
    s.fill($('review'), [
      table('您的情况', 1, asked.map(function (q) { return [q.name, r.answers[q.id] && r.answers[q.id] + q.unit, true]; })),
      table('办理的事项', 2, outcome.taken.map(function (n) {
        return [n, state.doing.indexOf(n) >= 0 ? '正在办理' : outcome.matters[n].department || '办理'];
      })),
      table('填写的内容', 3, shown.map(function (f) { return [f.name, r.values[f.id], outcome.fields[f.name].required === true]; }))
    ]);
  }

  $('form').addEventListener('input', refresh);
  $('form').addEventListener('change', refresh);
  $('form').addEventListener('focusout', function (e) {
    var item = e.target.closest && e.target.closest('.item'), text, found;
    if (!item || item.getAttribute('data-kind') === 'choice') { return; }
    if (on.value_in(item) === '' && !flagged[item.id]) { return; }
    if (item.hasAttribute('data-field')) {
      found = data.fields.filter(function (f) { return 'f-' + f.id === item.id; })[0];
      if (/身份证号|统一社会信用代码|手机号/.test(found.type)) { on.put_in(item, on.value_in(item)); refresh(); }
      text = field_problem(found);
    } else { text = question_problem(data.questions.filter(function (q) { return 'q-' + q.id === item.id; })[0]); }
    tell(item.id, text);
  });
  $('form').addEventListener('change', function (e) {
    var item = e.target.closest('.item');
    if (item && flagged[item.id] && item.getAttribute('data-kind') === 'choice') { tell(item.id, ''); }
  });
  document.addEventListener('click', function (e) {
    var b = e.target.closest('[data-go], [data-next]'), list;
    if (!b) { return; }
    if (b.hasAttribute('data-go')) { go(Number(b.getAttribute('data-go'))); return; }
    list = problems(step);
    if (list.length) { summary(list); } else { go(Number(b.getAttribute('data-next'))); }
  });
  $('form').addEventListener('submit', function (e) {
    e.preventDefault();
    if (step !== 5) { $('step-' + step).querySelector('[data-next]').click(); return; }
    refresh();
    var list = problems(0);
    summary(list);
    if (list.length) { $('saved').textContent = ''; return; }
    var values = Object.create(null), r = on.raw();
    data.fields.forEach(function (f) { values[f.name] = r.values[f.id]; });
    api.download(data.code + '.json', JSON.stringify(api.submission(data, outcome, state, values), null, 2) + '\n');
    $('saved').textContent = '已保存申请文件“' + data.code + '.json”。';
  });
  $('print').addEventListener('click', function () { window.print(); });
  $('clear').addEventListener('click', function () {
    if (!window.confirm('清除这台设备上填写的全部内容？')) { return; }
    kept.clear();
    on.write({ answers: {}, choose: [], progress: {}, values: {} });
    Object.keys(flagged).forEach(function (id) { tell(id, ''); });
    refresh();
    kept.clear();
    go(1);
  });
  $('import').addEventListener('change', function () {
    var input = this, file = input.files[0], reader = new FileReader();
    if (!file) { return; }
    reader.onload = function () {
      try {
        on.write(api.from_submission(data, String(reader.result)));
        refresh();
        go(1);
        $('kept').textContent = '已读入“' + file.name + '”。填写的内容只保存在这台设备上。';
      } catch (error) { $('kept').textContent = error.message; }
      input.value = '';
    };
    reader.readAsText(file);
  });

  api.page = { data: data, outcome: function () { return outcome; } };
  var before = kept.load();
  if (before && before.answers && before.values && before.choose && before.progress) { on.write(before); }
  refresh();
  go(1, true);
}(onething));
