/* What a bundle means for one applicant: onething.decide(data, state) -> outcome.
 *
 * data:  onething/emit/web/decisions.py.   state: {answers, choose, done, doing}.
 * Truth has three values: true, false, null (an open question without an answer decides: 视结果).
 * Unanswered questions are completed in every way, up to WORLDS ways; what all of them share is stated.
 */
var onething = (typeof onething === 'object' && onething) || {};
(function (api) {
  'use strict';
  var WORLDS = 256;

  function dict() { return Object.create(null); }
  function by(list, key) { var d = dict(); list.forEach(function (x) { d[x[key]] = x; }); return d; }
  function names(list) { return list.map(function (x) { return x.name; }); }

  /* One set of answers: the truth of conditions under it. */
  function world(data, state, answers) {
    var opens = dict(), takens = dict(), questions = by(data.questions, 'name'), matters = by(data.matters, 'name');
    function memo(cache, table, key, name) {
      if (!(name in cache)) { cache[name] = false; cache[name] = table[name] ? truth(table[name][key]) : false; }
      return cache[name];
    }
    function open(name) { return memo(opens, questions, 'open', name); }
    function compare(a, op, b) { return op === '<' ? a < b : op === '<=' ? a <= b : op === '>' ? a > b : a >= b; }
    function answered(c) {
      var isOpen = open(c[1]), value = answers[c[1]];
      if (isOpen === false) { return false; }
      if (value === undefined || value === null || value === '') { return null; }
      return (c[0] === 'is' ? c[2].indexOf(value) >= 0 : compare(Number(value), c[2], c[3])) ? isOpen : false;
    }
    function fold(parts, ends) {
      var result = !ends, i, one;
      for (i = 1; i < parts.length; i += 1) {
        one = truth(parts[i]);
        if (one === ends) { return ends; }
        if (one === null) { result = null; }
      }
      return result;
    }
    function truth(c) {
      if (c === true || c === false) { return c; }
      switch (c[0]) {
      case 'is': case 'cmp': return answered(c);
      case 'chosen': return state.choose.indexOf(c[1]) >= 0;
      case 'done': return state.done.indexOf(c[1]) >= 0;
      case 'doing': return state.doing.indexOf(c[1]) >= 0;
      case 'taken': return memo(takens, matters, 'taken', c[1]);
      case 'and': return fold(c, false);
      case 'or': return fold(c, true);
      case 'not': var inner = truth(c[1]); return inner === null ? null : !inner;
      }
      throw new Error('unknown condition ' + c[0]);
    }
    return { truth: truth, open: open, answers: answers };
  }

  /* The answers a question can still get: its options, or one number for every side of its cuts. */
  function possible(question) {
    if (question.options.length) { return question.options; }
    var whole = ['整数', '月数', '年龄'].indexOf(question.type) >= 0, signed = question.type === '整数', out = [];
    var cuts = question.cuts.slice().sort(function (a, b) { return a - b; });
    function add(n) { if ((signed || n >= 0) && (!whole || n === Math.floor(n))) { out.push(n); } }
    if (!cuts.length) { return [1]; }
    add(whole ? Math.ceil(cuts[0]) - 1 : cuts[0] > 0 ? cuts[0] / 2 : -1);
    cuts.forEach(function (cut, i) {
      var next = i + 1 < cuts.length ? cuts[i + 1] : cut + 2, between = whole ? Math.floor(cut) + 1 : (cut + next) / 2;
      add(cut);
      if (between < next) { add(between); }
    });
    return out;
  }

  /* Every completion of the answers, or null where there are too many. */
  function completions(data, state, answers) {
    var found = [];
    function grow(given) {
      var here = world(data, state, given), next = null, i, q, o;
      for (i = 0; i < data.questions.length; i += 1) {
        q = data.questions[i];
        if (given[q.name] !== undefined) { continue; }
        o = here.open(q.name);
        if (o === true) { next = q; break; }
        if (o === null && !next) { next = q; }
      }
      if (!next) { found.push(here); return found.length <= WORLDS; }
      return possible(next).every(function (value) {
        var more = dict();
        Object.keys(given).forEach(function (k) { more[k] = given[k]; });
        more[next.name] = value;
        return grow(more);
      });
    }
    return grow(answers) ? found : null;
  }

  function days(v) { return v[0] * 7 / 5 + v[1] + v[2] / 8 * 7 / 5; }
  function words(v) {
    var units = ['个工作日', '个自然日', '小时'], out = [];
    v.forEach(function (n, i) { if (n) { out.push(n + units[i]); } });
    return out.join('＋') || '即办';
  }
  function case_of(truth, cases) {
    var hit = cases.filter(function (c) { return truth(c.when) === true; })[0];
    return hit || null;
  }
  function limit_of(truth, matter) {
    var promise = case_of(truth, matter.promise), legal = case_of(truth, matter.legal);
    return (promise && promise.limit) || (legal && legal.limit) || null;
  }

  /* The longest path through the matters in hand, in units kept apart. */
  function time_in(data, truth) {
    var matters = by(data.matters, 'name'), begins = dict(), ends = dict(), layers = dict(), missing = [], aside = [], best = null;
    var hand = data.taking_order.filter(function (n) {
      return matters[n] && truth(matters[n].taken) === true && truth(matters[n].blocked) !== true;
    });
    var edges = data.edges.filter(function (e) {
      return hand.indexOf(e.before) >= 0 && hand.indexOf(e.after) >= 0 && truth(e.when) === true;
    });
    function later(a, b) { return days(b.at) > days(a.at) ? b : a; }
    function into(name) { return edges.filter(function (e) { return e.after === name; }); }
    function starts(e) { return e.kind === '起算' && e.what === '受理' ? 'begin ' : 'end '; }
    /* Whether the point at which a clock starts waits for the end of the matter whose clock it is. */
    function leads_back(clock) {
      var waits = dict(), queue = ['end ' + clock.after], at;
      while (queue.length) {
        at = queue.pop();
        if (waits[at]) { continue; }
        waits[at] = true;
        if (at.indexOf('begin ') === 0) { queue.push('end ' + at.slice(6)); }
        edges.forEach(function (e) {
          if (starts(e) + e.before === at) { queue.push((e.kind !== '起算' && e.holds === '受理' ? 'begin ' : 'end ') + e.after); }
        });
      }
      return waits[starts(clock) + clock.before] === true;
    }
    function begin(name) {
      if (!begins[name]) {
        begins[name] = into(name).reduce(function (start, e) {
          return e.kind !== '起算' && e.holds === '受理' ? later(start, end(e.before)) : start;
        }, { at: [0, 0, 0], path: [] });
      }
      return begins[name];
    }
    function end(name) {
      if (ends[name]) { return ends[name]; }
      var matter = matters[name], limit = limit_of(truth, matter), clock = begin(name), finish;
      if (!limit && !matter.limit_free) { missing.push(name); }
      if (limit) { limit.excluding.forEach(function (x) { if (aside.indexOf(x) < 0) { aside.push(x); } }); }
      into(name).forEach(function (e) {
        if (e.kind === '起算' && !leads_back(e)) { clock = later(clock, e.what === '受理' ? begin(e.before) : end(e.before)); }
      });
      finish = { at: clock.at, path: clock.path.concat([name]) };
      if (limit) {
        finish.at = [clock.at[0] + limit.working_days, clock.at[1] + limit.natural_days, clock.at[2] + limit.hours];
      }
      into(name).forEach(function (e) {
        if (e.kind !== '起算' && e.holds === '办结') { finish = later(finish, end(e.before)); }
      });
      ends[name] = finish;
      return finish;
    }
    function layer(name) {
      if (layers[name] === undefined) {
        layers[name] = into(name).reduce(function (most, e) {
          return e.kind === '起算' ? most : Math.max(most, layer(e.before) + 1);
        }, 0);
      }
      return layers[name];
    }
    var waves = [];
    data.matters.forEach(function (m) {
      if (hand.indexOf(m.name) < 0) { return; }
      best = best ? later(best, end(m.name)) : end(m.name);
      (waves[layer(m.name)] = waves[layer(m.name)] || []).push(m.name);
    });
    return { at: best ? best.at : [0, 0, 0], path: best ? best.path : [], missing: missing, aside: aside, waves: waves, any: hand.length > 0 };
  }

  function time_text(low, high, missing, sure) {
    var figure = days(low) === days(high) ? words(high) : words(low) + ' 至 ' + words(high);
    if (missing.length && !days(high)) { return '未载明'; }
    return (missing.length || !sure ? '至少 ' : '') + figure;
  }

  function time_over(data, base, worlds) {
    var all = (worlds || [base]).map(function (w) { return time_in(data, w.truth); });
    var low = all[0], high = all[0], missing = [], aside = [];
    all.forEach(function (t) {
      if (days(t.at) < days(low.at)) { low = t; }
      if (days(t.at) > days(high.at)) { high = t; }
      t.missing.forEach(function (n) { if (missing.indexOf(n) < 0) { missing.push(n); } });
      t.aside.forEach(function (n) { if (aside.indexOf(n) < 0) { aside.push(n); } });
    });
    var figure = high.any ? time_text(low.at, high.at, missing, worlds) : '';
    var why = missing.length ? '（' + (figure === '未载明' ? '' : '未载明：') + missing.join('、') + '）' : worlds ? '' : '（视结果）';
    return {
      figure: figure, text: figure && figure + why, low: low.at, high: high.at, path: high.path, not_stated: missing, excluding: aside,
      waves: time_in(data, base.truth).waves
    };
  }

  /* How one line of the merged set is obtained, and for whom. */
  function material_of(m, truth, taken) {
    var needs = m.needs.filter(function (n) { return truth(n.when) !== false; });
    if (!needs.length) { return null; }
    var sure = needs.some(function (n) { return truth(n.when) === true; });
    var ways = [['hand_in', '自备'], ['later', '容缺后补'], ['offered', '非必要']], how = '', open = false;
    ways.forEach(function (way) {
      var t = truth(m[way[0]]);
      if (t === true && !how) { how = way[1]; }
      if (t === null) { open = true; }
    });
    var lines = needs.map(function (n) {
      var inside = truth(n.inside);
      var from = n.issuers.filter(function (i) { return i !== n.matter && taken(i) !== false; });
      return {
        matter: n.matter, how: inside === true ? '内部流转' : inside === null ? '视结果' : n.how, issuers: inside === false ? [] : from,
        reason: n.reason, fallback: inside === true ? '' : n.fallback, optional: n.optional, sure: truth(n.when) === true
      };
    });
    if (!how && (open || !sure)) { how = '视结果'; }
    if (!how) {
      lines = lines.filter(function (l) { return l.how !== '自备' && l.how !== '容缺后补'; });
      if (!lines.length) { return null; } /* another of its group asks nothing of the applicant */
      how = lines[0].how;
    }
    return {
      id: m.id, name: m.name, how: how, group: m.group, original: m.original, medium: m.medium, copies: m.copies,
      later_text: m.later_text, notes: m.notes, lines: lines
    };
  }

  /* Lines with the one-of groups joined: only lines the applicant brings stand for each other. */
  function groups_of(lines) {
    var out = dict();
    lines.forEach(function (l) {
      if (l.group && (l.how === '自备' || l.how === '容缺后补')) { (out[l.group] = out[l.group] || []).push(l.name); }
    });
    return Object.keys(out).filter(function (g) { return out[g].length > 1; }).map(function (g) { return out[g]; });
  }

  api.decide = function (data, given) {
    var state = { choose: given.choose || [], done: given.done || [], doing: given.doing || [] };
    var answers = dict(), source = given.answers || {};
    Object.keys(source).forEach(function (k) { if (source[k] !== '' && source[k] !== null) { answers[k] = source[k]; } });
    var base = world(data, state, answers), worlds = completions(data, state, answers);
    function truth(c) {
      var t = base.truth(c);
      if (t !== null || !worlds) { return t; }
      var first = worlds[0].truth(c);
      return worlds.every(function (w) { return w.truth(c) === first; }) ? first : null;
    }
    var matters = dict(), fields = dict();
    data.matters.forEach(function (m) {
      var department = case_of(truth, m.departments), limit = limit_of(truth, m), fee = case_of(truth, m.fees);
      matters[m.name] = {
        applies: truth(m.applies), taken: truth(m.taken), blocked: truth(m.blocked),
        department: department ? department.text : '', limit: limit, limit_free: m.limit_free, fee: fee ? fee.text : ''
      };
    });
    data.fields.forEach(function (f) {
      fields[f.name] = {
        visible: truth(f.visible), required: truth(f.required), prefill: f.prefill && truth(f.prefill_when) === true ? f.prefill : '',
        matters: f.needs.filter(function (n) { return truth(n.when) !== false; }).map(function (n) { return n.matter; })
      };
    });
    function taken(name) { return matters[name] ? matters[name].taken : false; }
    var lines = data.materials.map(function (m) { return material_of(m, truth, taken); }).filter(Boolean);
    var gates = data.gates.map(function (g) {
      return { id: g.id, kind: g.kind, name: g.name, matter: g.matter, message: g.message,
        holds: g.matter && taken(g.matter) === false ? false : truth(g.when) };
    });
    function stops(g) { return !g.matter && g.kind !== '提示' && g.holds === true; }
    function is_open(q) { return truth(q.open) === true; }
    return {
      open: names(data.questions.filter(is_open)),
      unanswered: names(data.questions.filter(function (q) { return is_open(q) && answers[q.name] === undefined; })),
      dropped: Object.keys(answers).filter(function (n) { return base.open(n) === false; }),
      gates: gates.filter(function (g) { return g.holds !== false; }),
      blocked: gates.some(stops),
      matters: matters,
      taken: names(data.matters.filter(function (m) { return taken(m.name) === true; })),
      fields: fields,
      materials: lines,
      groups: groups_of(lines),
      time: time_over(data, base, worlds),
      exact: worlds !== null,
      truth: truth
    };
  };
}(onething));
