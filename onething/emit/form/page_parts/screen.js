/* Shows an outcome on the page: what is asked, handled, filled in, brought, and how long it takes. */
(function (api) {
  'use strict';
  var NOT_BROUGHT = {
    '内部流转': '办理中出具', '电子证照': '调取电子证照', '数据共享': '部门数据共享', '系统生成': '系统生成', '告知承诺': '告知承诺',
    '查验不收': '带来查验，当场退还', '内部调阅': '部门内部调阅', '视结果': '视办理情况'
  };

  function $(id) { return document.getElementById(id); }
  function el(tag, cls, text) {
    var e = document.createElement(tag);
    if (cls) { e.className = cls; }
    if (text !== undefined) { e.textContent = text; }
    return e;
  }
  function show(e, yes) { if (e) { e.hidden = !yes; } }
  function fill(e, children) { e.textContent = ''; children.forEach(function (c) { if (c) { e.appendChild(c); } }); }

  function gates(outcome) {
    fill($('gates'), outcome.gates.filter(function (g) { return g.holds === true; }).map(function (g) {
      var stop = !g.matter && g.kind !== '提示', box = el('div', 'notice ' + (stop ? 'stop' : g.kind === '提示' ? 'tip' : 'warn'));
      var head = stop ? '不能联办' : g.kind === '提示' ? '提示' : '“' + g.matter + '”不能受理';
      box.appendChild(el('strong', '', head));
      box.appendChild(el('p', '', g.message));
      return box;
    }));
  }

  function questions(data, outcome) {
    var some = false;
    data.questions.forEach(function (q) {
      var open = outcome.open.indexOf(q.name) >= 0;
      show($('q-' + q.id), open);
      if (open && !q.asked) { some = true; }
    });
    show($('looked'), some);
  }

  function matters(data, outcome, state) {
    data.matters.forEach(function (m) {
      var o = outcome.matters[m.name], row = $('m-' + m.id), box = $('c-' + m.id), note = row.querySelector('[data-note]');
      var done = state.done.indexOf(m.name) >= 0, doing = state.doing.indexOf(m.name) >= 0, text = '';
      var pulled = m.participation === '选办' && o.taken === true && state.choose.indexOf(m.name) < 0;
      if (o.blocked === true) { text = '暂不能办理：见上方说明。'; }
      else if (done) { text = '已经办结，不再办理。'; }
      else if (o.applies === null) { text = '是否办理，视前面的回答而定。'; }
      else if (pulled && !doing) { text = '其他事项要先办理它，一并办理。'; }
      else if (o.taken === null) { text = '是否办理，视办理情况而定。'; }
      if (doing) { text = '正在办理：不用重新填写和交材料。'; }
      show(row, o.applies !== false);
      row.classList.toggle('on', o.taken === true && o.blocked !== true);
      row.classList.toggle('off', done || o.blocked === true);
      if (box) { box.disabled = done; }
      note.textContent = text;
      show(note, text);
      if (o.department) { row.querySelector('[data-department]').textContent = o.department; }
      var limit = row.querySelector('[data-limit]'), fee = row.querySelector('[data-fee]');
      if (limit && o.limit) { limit.textContent = o.limit.text; }
      if (fee && o.fee) { fee.textContent = o.fee === '无' ? '不收费' : o.fee; }
    });
  }

  function fields(data, outcome) {
    var any = false;
    data.fields.forEach(function (f) {
      var o = outcome.fields[f.name], item = $('f-' + f.id), tag = item.querySelector('[data-prefill]');
      show(item, o.visible === true);
      any = any || o.visible === true;
      item.querySelector('[data-mark]').textContent = o.required === true ? '' : '（选填）';
      item.querySelector('[data-for]').textContent = !o.matters.length ? '' :
        '用于：' + (o.matters.length > 2 && o.matters.length >= outcome.taken.length ? '全部事项' : o.matters.join('、')) + '。';
      show(tag, o.prefill);
    });
    Array.prototype.forEach.call(document.querySelectorAll('[data-owner]'), function (section) {
      show(section, section.querySelector('.field:not([hidden])'));
    });
    show($('nofields'), !any);
  }

  function detail(m) {
    return [m.original, m.medium, m.copies ? m.copies + '份' : ''].concat(m.notes).filter(Boolean).join(' · ');
  }
  function line(m, why, mark, plain) {
    var li = el('li', 'material'), body = el('div', 'body'), more = plain ? '' : detail(m);
    li.appendChild(el('span', 'box', mark));
    body.appendChild(el('strong', '', m.name));
    if (more) { body.appendChild(el('span', 'detail', more)); }
    body.appendChild(el('p', 'hint', why));
    li.appendChild(body);
    return li;
  }
  function for_whom(m) { return '用于：' + m.lines.map(function (l) { return l.matter; }).join('、') + '。'; }
  function not_brought(m) {
    var seen = [];
    m.lines.forEach(function (l) {
      var way = l.how === '内部流转' && l.issuers.length ? '由“' + l.issuers.join('”“') + '”出具' : (NOT_BROUGHT[l.how] || l.how);
      if (l.reason && l.how !== '内部流转') { way += '（' + l.reason + '）'; }
      if (l.fallback) { way += '；' + l.fallback; }
      if (!seen.some(function (x) { return x.indexOf(way) === 0; })) { seen.push(way); }
    });
    return seen.join('；') + '。';
  }
  function block(title, cls, items, about) {
    if (!items.length) { return null; }
    var div = el('div', 'materials ' + cls), list = el('ul');
    div.appendChild(el('h3', '', title));
    if (about) { div.appendChild(el('p', 'hint', about)); }
    items.forEach(function (i) { list.appendChild(i); });
    div.appendChild(list);
    return div;
  }

  function materials(outcome) {
    var own = [], later = [], offered = [], rest = [], grouped = [];
    outcome.groups.forEach(function (names) {
      var li = el('li', 'group'), list = el('ul');
      li.appendChild(el('p', 'either', '下面 ' + names.length + ' 样，任选其一'));
      outcome.materials.forEach(function (m) {
        if (names.indexOf(m.name) >= 0) { grouped.push(m.id); list.appendChild(line(m, for_whom(m), '○')); }
      });
      li.appendChild(list);
      own.push(li);
    });
    outcome.materials.forEach(function (m) {
      if (grouped.indexOf(m.id) >= 0) { return; }
      if (m.how === '自备') { own.push(line(m, for_whom(m), '□')); }
      else if (m.how === '容缺后补') { later.push(line(m, (m.later_text ? m.later_text + '。' : '') + for_whom(m), '□')); }
      else if (m.how === '非必要') { offered.push(line(m, for_whom(m), '□')); }
      else { rest.push(line(m, not_brought(m), m.how === '视结果' ? '？' : '✓', true)); }
    });
    var none = el('div', 'materials own');
    none.appendChild(el('h3', '', '要带的材料'));
    none.appendChild(el('p', 'big', outcome.unanswered.length ? '答完问题后列出' : '不用带材料'));
    fill($('bring'), [
      own.length ? block('要带的材料', 'own', own) : none, block('可以后补的材料', 'later', later),
      block('可带可不带的材料', 'offered', offered), block('不用您带的材料', 'rest', rest, '由部门之间办好，写在这里供您核对。')
    ]);
    var open = rest.some(function (li) { return li.firstChild.textContent === '？'; });
    return { own: own.length, later: later.length, open: open };
  }

  function time(data, outcome) {
    var t = outcome.time, flow = el('ol', 'flow'), div = el('div', 'clock'), step = 0;
    div.appendChild(el('h3', '', '办理时限'));
    div.appendChild(el('p', 'big', t.figure || '没有要办理的事项'));
    if (t.not_stated.length) { div.appendChild(el('p', 'hint', '没有载明时限的事项：' + t.not_stated.join('、') + '。')); }
    if (t.excluding.length) { div.appendChild(el('p', 'hint', '不含：' + t.excluding.join('、') + '。')); }
    if (data.limit) { div.appendChild(el('p', 'hint', '本件事承诺总时限：' + data.limit.text + '。')); }
    t.waves.forEach(function (names) {
      if (!names) { return; }
      var li = el('li'), list = el('ul');
      step += 1;
      li.appendChild(el('span', 'n', names.length > 1 ? '第' + step + '步 · 同时办理' : '第' + step + '步'));
      names.forEach(function (n) {
        var o = outcome.matters[n], item = el('li');
        item.appendChild(el('strong', '', n));
        item.appendChild(el('span', 'hint', [o.department, o.limit ? o.limit.text : o.limit_free ? '' : '时限未载明'].filter(Boolean).join(' · ')));
        list.appendChild(item);
      });
      li.appendChild(list);
      flow.appendChild(li);
    });
    fill($('time'), [div, step ? el('h3', '', '办理顺序') : null, step ? flow : null]);
  }

  api.screen = {
    $: $, el: el, fill: fill, show: show,
    render: function (data, outcome, state) {
      gates(outcome);
      questions(data, outcome);
      matters(data, outcome, state);
      fields(data, outcome);
      time(data, outcome);
      return materials(outcome);
    }
  };
}(onething));
