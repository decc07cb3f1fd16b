/* Keeps what is typed on this device, and reads and writes the submission as a file. */
(function (api) {
  'use strict';

  api.kept = function (data) {
    var key = 'onething:' + data.folder + ':' + data.version, works = true;
    function attempt(act) { try { return act(); } catch (e) { works = false; return null; } }
    return {
      load: function () { return attempt(function () { return JSON.parse(window.localStorage.getItem(key)); }); },
      save: function (raw) { attempt(function () { window.localStorage.setItem(key, JSON.stringify(raw)); }); return works; },
      clear: function () { attempt(function () { window.localStorage.removeItem(key); }); }
    };
  };

  function own(object, name) { return Object.prototype.hasOwnProperty.call(object, name); }

  /* The submission: answers to open questions, choices that apply, values of the fields that show. */
  api.submission = function (data, outcome, state, values) {
    var out = { '情形': {}, '选办': state.choose, '已办': state.done, '在办': state.doing, '填写': {} };
    function put(object, name, value) {
      Object.defineProperty(object, name, { value: value, enumerable: true, configurable: true, writable: true });
    }
    outcome.open.forEach(function (name) { put(out['情形'], name, state.answers[name]); });
    data.fields.forEach(function (f) {
      var v = values[f.name];
      if (outcome.fields[f.name].visible === true && v !== '' && v !== undefined) {
        put(out['填写'], f.name, api.is_figure(f.type) ? Number(v) : v);
      }
    });
    return out;
  };

  /* What the page holds, from a submission that was read in; throws words where it is none. */
  api.from_submission = function (data, text) {
    var s, raw = { answers: {}, choose: [], progress: {}, values: {} };
    try { s = JSON.parse(text); } catch (e) { throw new Error('这不是申请文件：读不出内容。'); }
    if (!s || typeof s['情形'] !== 'object' || typeof s['填写'] !== 'object' || !s['情形'] || !s['填写']) {
      throw new Error('这不是申请文件：没有“情形”和“填写”。');
    }
    function list(name) { return Array.isArray(s[name]) ? s[name] : []; }
    data.questions.forEach(function (q) { if (own(s['情形'], q.name)) { raw.answers[q.id] = String(s['情形'][q.name]); } });
    data.fields.forEach(function (f) { if (own(s['填写'], f.name)) { raw.values[f.id] = String(s['填写'][f.name]); } });
    data.matters.forEach(function (m) {
      if (list('选办').indexOf(m.name) >= 0) { raw.choose.push(m.id); }
      if (list('在办').indexOf(m.name) >= 0) { raw.progress[m.id] = 'doing'; }
      if (list('已办').indexOf(m.name) >= 0) { raw.progress[m.id] = 'done'; }
    });
    return raw;
  };

  api.download = function (name, text) {
    var url = URL.createObjectURL(new Blob([text], { type: 'application/json' })), a = document.createElement('a');
    a.href = url;
    a.download = name;
    document.body.appendChild(a);
    a.click();
    document.body.removeChild(a);
    setTimeout(function () { URL.revokeObjectURL(url); }, 1000);
  };
}(onething));
