/* 看看我要带什么: asks the open questions one by one, then the matters, then shows a list of one's own. */
(function () {
  'use strict';
  var data = JSON.parse(document.getElementById('data').textContent), bundle = data.bundle, ui = onesheet, el = ui.el;
  var asking = document.getElementById('asking'), result = document.getElementById('result'), body = document.body;
  var state, trail; /* trail: the questions shown, to go back along */

  function by_name(list, name) { return list.filter(function (x) { return x.name === name; })[0]; }
  function decide() { return onething.decide(bundle, state); }
  function button(text, look, act) {
    var b = el('button' + look, text);
    b.type = 'button';
    b.addEventListener('click', act);
    return b;
  }
  function restart() {
    state = { answers: {}, choose: [], done: [], doing: [] };
    trail = [];
    next();
  }
  function stage(node) {
    result.replaceChildren();
    delete body.dataset.print;
    asking.replaceChildren(node);
    asking.hidden = false;
    var first = node.querySelector('input:checked, input, select, button');
    if (first && body.dataset.view === 'mine') { first.focus({ preventScroll: true }); window.scrollTo(0, 0); }
  }

  /* The next question that is open, asked of people, and not shown on this way yet. */
  function next() {
    var name = decide().open.filter(function (n) { return by_name(bundle.questions, n).asked && trail.indexOf(n) < 0; })[0];
    if (!name) { pick(); return; }
    trail.push(name);
    ask(name);
  }
  function back() {
    trail.pop();
    if (trail.length) { ask(trail[trail.length - 1]); } else { restart(); }
  }

  function entry(q, changed) {
    var box = el('div');
    if (q.options.length) {
      q.options.forEach(function (option, i) {
        var input = el('input');
        input.type = 'radio';
        input.name = 'answer-' + q.id;
        input.value = option;
        input.id = input.name + '-' + i;
        input.checked = state.answers[q.name] === option;
        input.addEventListener('change', function () { state.answers[q.name] = option; changed(); });
        box.append(el('label.choice', input, el('span', option)));
      });
      return box;
    }
    var number = el('input');
    number.type = 'number';
    number.step = 'any';
    number.inputMode = 'decimal';
    number.id = 'answer-' + q.id;
    number.setAttribute('aria-label', q.name);
    number.value = q.name in state.answers ? state.answers[q.name] : '';
    number.addEventListener('input', function () {
      if (number.value === '') { delete state.answers[q.name]; } else { state.answers[q.name] = Number(number.value); }
      changed();
    });
    box.append(el('label.number', number, el('span', q.unit)));
    return box;
  }

  function ask(name) {
    var q = by_name(bundle.questions, name), words = data.asks[name], gates = el('div'), go;
    gates.setAttribute('aria-live', 'polite');
    function changed() {
      gates.replaceChildren.apply(gates, ui.boxes(decide()));
      go.disabled = !(name in state.answers);
    }
    go = el('button.go', '下一步');
    go.type = 'submit';
    go.id = 'next';
    var form = el('form', el('p.step', '第 ' + trail.length + ' 题'),
      el('fieldset', el('legend', words.ask || name), words.remark ? el('p.hint', words.remark) : '', entry(q, changed)), gates,
      el('div.actions', trail.length > 1 ? button('上一步', '.back', back) : '', go,
        button('说不清，先跳过', '.link.skip-it', function () { delete state.answers[name]; next(); })));
    form.dataset.question = q.id;
    form.addEventListener('submit', function (event) { event.preventDefault(); if (!go.disabled) { next(); } });
    changed();
    stage(form);
  }

  function toggle(list, name, on) {
    var at = list.indexOf(name);
    if (on && at < 0) { list.push(name); }
    if (!on && at >= 0) { list.splice(at, 1); }
  }

  /* Which matters to have, and which are finished or in progress. */
  function pick() {
    var out = decide(), rows = el('div'), looked = el('div');
    bundle.matters.forEach(function (m) {
      if (out.matters[m.name].applies === false) { return; }
      var row = el('div.pick'), want = el('div.want', m.name), status = el('select.plain');
      if (m.participation === '选办') {
        var box = el('input');
        box.type = 'checkbox';
        box.id = 'choose-' + m.id;
        box.checked = state.choose.indexOf(m.name) >= 0;
        box.addEventListener('change', function () { toggle(state.choose, m.name, box.checked); });
        want = el('label.want', box, m.name, el('span.tag', '自愿选办'));
      }
      [['', '还没办'], ['doing', '正在办'], ['done', '已经办好']].forEach(function (o) {
        var option = el('option', o[1]);
        option.value = o[0];
        option.selected = !!o[0] && state[o[0]].indexOf(m.name) >= 0;
        status.append(option);
      });
      status.id = 'status-' + m.id;
      status.setAttribute('aria-label', m.name + '办到哪一步了');
      status.addEventListener('change', function () {
        toggle(state.done, m.name, status.value === 'done');
        toggle(state.doing, m.name, status.value === 'doing');
      });
      row.append(want, status);
      rows.append(row);
    });
    bundle.questions.forEach(function (q) {
      if (q.asked || out.open.indexOf(q.name) < 0) { return; }
      looked.append(el('h3', q.name + (q.source ? '（由' + q.source + '核对）' : '')), entry(q, function () {}));
    });
    var show_list = button('看我的清单', '.go', show);
    show_list.id = 'show-list';
    stage(el('div', el('h2', '要办哪些事项，有没有已经办好的？'), rows,
      looked.childNodes.length ? el('div', el('p.hint', '下列情况由系统核对，不用回答；填上可以看得更准。'), looked) : '',
      el('div.actions', trail.length ? button('上一步', '.back', function () { ask(trail[trail.length - 1]); }) : '', show_list)));
  }

  function given() {
    var out = decide(), list = el('ul.answers');
    bundle.questions.forEach(function (q) {
      if (q.name in state.answers && out.open.indexOf(q.name) >= 0) { list.append(el('li', q.name + '：' + state.answers[q.name] + q.unit)); }
    });
    state.done.forEach(function (n) { list.append(el('li', n + '：已经办好')); });
    return list.childNodes.length ? list : el('p.answers', '没有回答任何情形');
  }

  /* Sorts the lines as the conditions say; one that may follow stands with the one it can replace. */
  function sorted(out) {
    var lists = { hand: [], later: [], offered: [], open: [], spared: [] };
    out.materials.forEach(function (m) {
      var c = bundle.materials.filter(function (x) { return x.id === m.id; })[0];
      var truths = [out.truth(c.hand_in), out.truth(c.later), out.truth(c.offered)], at = truths.indexOf(true);
      lists[at >= 0 ? ['hand', 'later', 'offered'][at] : truths.indexOf(null) >= 0 ? 'open' : 'spared'].push(m);
    });
    bundle.materials.forEach(function (m) {
      /* asked for, but another of its group asks nothing of the applicant */
      var needs = m.needs.filter(function (n) { return out.truth(n.when) === true; });
      if (!m.group || !needs.length || by_name(out.materials, m.name)) { return; }
      lists.spared.push({ id: m.id, name: m.name, group: m.group, notes: [], lines: needs.map(function (n) { return { matter: n.matter }; }) });
    });
    lists.later = lists.later.filter(function (m) {
      var instead = m.group && lists.hand.some(function (x) { return x.group === m.group; });
      if (instead) { lists.hand.push(m); m.may_follow = true; }
      return !instead;
    });
    return lists;
  }
  function until(m) { return m.later_text || '补交期限未载明'; }

  function lists(out, sheet) {
    var of = sorted(out);
    var nothing = of.open.length ? '已经确定要带的：没有。' : '什么都不用带。';
    sheet.append(ui.section('my-bring', '我要带的材料', of.hand.length ? ui.bring(of.hand, function (m) { return m.may_follow ? '可以后补：' + until(m) : ''; }) : el('p', nothing)));
    if (data.form) { sheet.append(el('p.words.remark', '另外填写一份联办申请表，同一项信息只填一次。')); }
    if (of.later.length) { sheet.append(ui.section('my-later', '可以先办后补的材料', ui.bring(of.later, until))); }
    function plain(id, title, items, why) {
      if (items.length) { sheet.append(ui.section(id, title, ui.all(el('ul.list'), items.map(function (m) { return el('li', ui.line(m, why && why(m))); })))); }
    }
    plain('my-pending', '可能要带的材料', of.open, function (m) { return data.whens['material-' + m.id] + '的，要带'; });
    plain('my-offered', '可带可不带的材料', of.offered);
    plain('my-spared', '不用带的材料', of.spared, function (m) {
      return ui.spared_reason(m, out.materials.filter(function (x) { return m.group && x !== m && x.group === m.group; }).map(function (x) { return x.name; }));
    });
    return of.hand;
  }

  /* The time, large, and what is missing from it, small. */
  function time_box(text) {
    var at = text.indexOf('（'), main = at > 0 ? text.slice(0, at) : text || '未载明', rest = at > 0 ? text.slice(at + 1, -1) : '';
    if (rest && rest.indexOf('未载明') < 0) { rest = '尚缺：' + rest; }
    return el('div', '办理时间', el('b', main, rest ? el('small', rest) : ''));
  }

  function show() {
    var out = decide(), sheet = el('div');
    sheet.append(el('header.head', el('h1', el('span', data.name), el('span', '我的办事清单'))), given());
    ui.boxes(out).forEach(function (box) { sheet.append(box); });
    var maybe = out.gates.filter(function (g) { return g.holds === null && g.kind !== '提示'; });
    if (maybe.length) {
      sheet.append(el('div.hintbox', ui.all(el('div', el('strong', '还要看')), maybe.map(function (g) {
        return el('div', data.whens['gate-' + g.id] + '的，' + (g.matter ? '“' + g.matter + '”' : '') + g.kind + '：' + g.message);
      }))));
    }
    if (!out.blocked) {
      if (!out.taken.length) {
        sheet.append(el('p.words', bundle.matters.some(function (m) { return out.matters[m.name].taken === null; }) ? '办理哪些事项，取决于还没有回答的情形。' :
          data.at_least_one ? '请至少选择一个事项。' : '没有需要办理的事项。'));
      } else {
        var stopped = out.taken.filter(function (n) { return out.matters[n].blocked === true; });
        var sums = el('div.sum'), hand = lists(out, sheet);
        sums.append(el('div', '要带的材料', el('b', ui.count(hand) + ' 种')), el('div', '办理事项', el('b', out.taken.length - stopped.length + ' 项')), time_box(out.time.text));
        sheet.insertBefore(sums, sheet.querySelector('#my-bring'));
        sheet.append(ui.section('my-order', '办理顺序', ui.waves(bundle, out, state)));
        var aside = out.time.excluding.length ? '另计、不占用时限：' + out.time.excluding.join('、') + '。' : '';
        var limit = bundle.limit ? '全部事项的总时限：' + ui.close_up(bundle.limit.text) + '。' : '';
        if (aside || limit) { sheet.append(el('p.words.remark', limit + aside)); }
        if (stopped.length) { sheet.append(el('p.words.remark', '不能办理：' + stopped.join('、') + '。')); }
        var unsure = bundle.matters.filter(function (m) { return out.matters[m.name].taken === null; });
        if (unsure.length) { sheet.append(el('p.words.remark', '可能还要办：' + unsure.map(function (m) { return m.name; }).join('、') + '。')); }
      }
    }
    var print = button('打印我的清单', '.go', function () { window.print(); });
    sheet.append(el('div.actions.screen', print, button('修改', '.change', pick), button('重新开始', '.again', restart)));
    asking.hidden = true;
    asking.replaceChildren();
    result.replaceChildren(sheet);
    body.dataset.print = 'mine';
    window.scrollTo(0, 0);
    print.focus({ preventScroll: true });
  }

  function view(name) {
    body.dataset.view = name;
    document.getElementById('notice').hidden = name !== 'everyone';
    document.getElementById('mine').hidden = name !== 'mine';
    document.getElementById('show-everyone').setAttribute('aria-pressed', name === 'everyone');
    document.getElementById('show-mine').setAttribute('aria-pressed', name === 'mine');
    if (name === 'mine' && result.childNodes.length) { body.dataset.print = 'mine'; } else { delete body.dataset.print; }
    window.scrollTo(0, 0);
  }

  restart();
  document.getElementById('bar').hidden = false;
  document.getElementById('show-everyone').addEventListener('click', function () { view('everyone'); });
  document.getElementById('show-mine').addEventListener('click', function () { view('mine'); });
  document.getElementById('call').hidden = false;
  document.getElementById('begin').addEventListener('click', function () { view('mine'); });
  document.getElementById('print').addEventListener('click', function () { window.print(); });
}());
