/* Drawing: elements made of plain text, and the sheet of what one applicant brings. */
var onesheet = (function () {
  'use strict';

  /* el('p.why', 'text', child, …); no text is ever parsed as markup. */
  function el(what) {
    var parts = what.split('.'), node = document.createElement(parts[0]), i;
    if (parts.length > 1) { node.className = parts.slice(1).join(' '); }
    for (i = 1; i < arguments.length; i += 1) {
      if (arguments[i] || arguments[i] === 0) { node.append(arguments[i]); }
    }
    return node;
  }
  function all(node, children) { children.forEach(function (c) { node.append(c); }); return node; }
  function unique(list) { return list.filter(function (x, i) { return list.indexOf(x) === i; }); }
  function quoted(list) { return list.map(function (x) { return '“' + x + '”'; }).join('、'); }
  function shape(m) { return [m.original, m.medium, m.copies ? m.copies + '份' : ''].filter(Boolean).join('，'); }
  function users(m) { return unique(m.lines.map(function (l) { return l.matter; })); }

  function line(m, why) {
    var form = shape(m), item = el('div', el('span.name', m.name), form ? '（' + form + '）' : '');
    m.notes.forEach(function (n) { item.append(el('div.why', n)); });
    item.append(el('div.why', why || '用于：' + users(m).join('、')));
    item.dataset.material = m.id;
    return item;
  }

  /* Lines to bring; those of which one is enough stand together. */
  function bring(lines, why) {
    var list = el('ul.list.bring'), drawn = [];
    lines.forEach(function (m) {
      var same = m.group ? lines.filter(function (x) { return x.group === m.group; }) : [m];
      if (drawn.indexOf(m) >= 0) { return; }
      if (same.length === 1) { list.append(el('li', el('span.box'), line(m, why(m)))); return; }
      var inner = all(el('ul'), same.map(function (x) {
        drawn.push(x);
        return el('li', line(x, why(x)));
      }));
      list.append(el('li', el('span.box'), el('div.oneof', el('span.name', '下列材料任选其一'), inner)));
    });
    return list;
  }
  /* How many things that is: of a group one. */
  function count(lines) {
    return lines.filter(function (m, i) {
      return !m.group || lines.findIndex(function (x) { return x.group === m.group; }) === i;
    }).length;
  }

  var WHY = { '电子证照': '调用电子证照', '数据共享': '通过数据共享取得', '系统生成': '由系统自动生成', '告知承诺': '签署承诺书即可',
    '查验不收': '只查验，不收取', '内部调阅': '由部门内部调阅' };

  function spared_reason(m, others) {
    var reasons = unique(m.lines.map(function (l) {
      if (l.how === '内部流转') { return '由' + quoted(l.issuers) + '办出，内部流转'; }
      if (WHY[l.how]) { return l.how + '：' + (l.reason ? close_up(l.reason) : WHY[l.how]); }
      return '';
    }).filter(Boolean));
    unique(m.lines.map(function (l) { return l.fallback; }).filter(Boolean)).forEach(function (f) { reasons.push(f.indexOf('取不到') === 0 ? f : '取不到时：' + f); });
    if (!reasons.length && others.length) { reasons.push('已有' + quoted(others) + '，不用再交'); }
    return reasons.join('；');
  }

  /* Words of the specification without the blanks between Chinese characters. */
  function close_up(text) { return text.replace(/([\u3400-\u9fff（）、，“”]) (?=[\u3400-\u9fff（）、，“”])/g, '$1'); }
  function limit_text(m, out) {
    if (m.limit_free) { return ''; }
    if (!m.limit) { return '时限未载明'; }
    if (!(m.limit.working_days || m.limit.natural_days || m.limit.hours)) { return '即办'; }
    var text = close_up(m.limit.text), since = out.matters[m.limit.since];
    /* a limit that counts from a matter this applicant does not have counts from acceptance */
    return since && since.taken !== true ? text.replace(/自[^，（）]*起，?/, '').replace('（）', '') : text;
  }

  /* Why one matter waits for another. */
  function why(e) {
    if (e.kind === '证照') { return '（要用到其办出的' + close_up(e.what) + '）'; }
    if (e.kind === '字段') { return '（要填其产生的' + close_up(e.what) + '）'; }
    if (e.kind === '状态') { return '（要求' + close_up(e.what) + '）'; }
    return e.reason ? '（' + close_up(e.reason) + '）' : '';
  }

  /* The matters in hand, wave by wave, each with what it waits for. */
  function waves(data, out, state) {
    return all(el('ol.list.waves'), (out.time.waves || []).filter(Boolean).map(function (wave) {
      return el('li', all(el('ul'), wave.map(function (name) {
        var m = out.matters[name], waits = unique(data.edges.filter(function (e) {
          return e.after === name && out.truth(e.when) === true && out.matters[e.before].taken === true;
        }).map(function (e) {
          return e.kind === '起算' ? '时限从“' + e.before + '”办结起算' : '“' + e.before + '”办结后' + (e.holds === '办结' ? '办结' : '办理') + why(e);
        }));
        var going = state.doing.indexOf(name) >= 0 ? '正在办理，接续办理' : '';
        var facts = [m.department, limit_text(m, out), m.fee && m.fee !== '无' ? '收费：' + m.fee : '', going].filter(Boolean).join('　');
        var item = el('li', el('span.name', name), el('div.why', facts), waits.length ? el('div.why', waits.join('；')) : '');
        item.dataset.matter = name;
        return item;
      })));
    }));
  }

  function boxes(out) {
    return out.gates.filter(function (g) { return g.holds === true; }).map(function (g) {
      var stop = g.kind !== '提示', box = el(stop ? 'div.warn' : 'div.hintbox');
      box.append(el('strong', (g.matter ? '“' + g.matter + '”' : '') + g.kind + '：'), g.message || '未载明原因');
      box.dataset.gate = g.id;
      return box;
    });
  }

  function section(id, title, body) {
    var node = el('section', el('h2', title), body);
    node.id = id;
    return node;
  }

  return { el: el, all: all, unique: unique, bring: bring, count: count, line: line, waves: waves, boxes: boxes, section: section, spared_reason: spared_reason, close_up: close_up };
}());
