/* Checks of single values, with the reason in words: '' where the value is right. */
(function (api) {
  'use strict';
  var WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  var CODE = '0123456789ABCDEFGHJKLMNPQRTUWXY';

  function is_day(y, m, d) {
    var date = new Date(y, m - 1, d);
    return y >= 1900 && y < 2100 && date.getFullYear() === y && date.getMonth() === m - 1 && date.getDate() === d;
  }
  function future(y, m, d) { return new Date(y, m - 1, d) > new Date(); }

  function id_number(v) {
    if (v.length !== 18) { return '身份证号位数不对：应为18位，现在是' + v.length + '位'; }
    if (!/^[0-9]{17}[0-9X]$/.test(v)) { return '身份证号前17位应为数字，最后一位为数字或 X'; }
    if (v.charAt(0) === '0') { return '身份证号的地区码不对：第一位不能是0'; }
    var y = +v.substr(6, 4), m = +v.substr(10, 2), d = +v.substr(12, 2), sum = 0;
    if (!is_day(y, m, d)) { return '身份证号中的出生日期不对：' + v.substr(6, 8) + ' 不是一个日期（第7至14位）'; }
    if (future(y, m, d)) { return '身份证号中的出生日期不对：晚于今天（第7至14位）'; }
    WEIGHTS.forEach(function (w, i) { sum += w * +v.charAt(i); });
    if ('10X98765432'.charAt(sum % 11) !== v.charAt(17)) { return '身份证号的校验位不对：请逐位核对，可能有一位填错'; }
    return '';
  }

  function credit_code(v) {
    if (v.length !== 18) { return '统一社会信用代码位数不对：应为18位，现在是' + v.length + '位'; }
    if (!/^[0-9A-HJ-NPQRTUWXY]{2}[0-9]{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(v)) {
      return '统一社会信用代码只含数字和大写字母（不含 I、O、S、V、Z），第3至8位为数字';
    }
    var sum = 0, weight = 1, i;
    for (i = 0; i < 17; i += 1) { sum += CODE.indexOf(v.charAt(i)) * weight; weight = weight * 3 % 31; }
    if (CODE.charAt((31 - sum % 31) % 31) !== v.charAt(17)) { return '统一社会信用代码的校验位不对：请逐位核对，可能有一位填错'; }
    return '';
  }

  function date(v, latest) {
    var p = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(v);
    if (!p || !is_day(+p[1], +p[2], +p[3])) { return '日期不对：请按“年-月-日”填写，例如 2024-03-08'; }
    return latest && future(+p[1], +p[2], +p[3]) ? '出生日期不能晚于今天' : '';
  }

  function figure(v, type) {
    if (!/^-?[0-9]+(\.[0-9]+)?$/.test(v) || v.length > 15) { return '请填写数字，例如 ' + (type === '整数' ? '3' : '1200.50'); }
    var n = Number(v);
    if (['整数', '月数', '年龄'].indexOf(type) >= 0 && n !== Math.floor(n)) { return '请填写整数'; }
    if (type === '面积' && n <= 0) { return '面积要大于0'; }
    if (type !== '整数' && n < 0) { return '不能小于0'; }
    return '';
  }

  function tidy(v, type) {
    v = v.replace(/^\s+|\s+$/g, '');
    if (type === '身份证号' || type === '统一社会信用代码') {
      v = v.replace(/[\uff01-\uff5e]/g, function (c) { return String.fromCharCode(c.charCodeAt(0) - 0xfee0); });
      return v.replace(/[\s-]/g, '').toUpperCase();
    }
    if (type === '手机号') { return v.replace(/^\+?86[\s-]/, '').replace(/[\s-]/g, ''); }
    if (type === '金额' || type === '面积' || type === '整数') { return v.replace(/[,，\s]/g, ''); }
    return v;
  }

  api.tidy = tidy;
  api.is_figure = function (type) { return type === '整数' || type === '金额' || type === '面积'; };
  api.check = function (v, type, latest) {
    switch (type) {
    case '身份证号': return id_number(v);
    case '统一社会信用代码': return credit_code(v);
    case '日期': return date(v, latest);
    case '手机号': return /^1[3-9][0-9]{9}$/.test(v) ? '' : '手机号不对：应为1开头的11位数字';
    case '整数': case '金额': case '面积': case '月数': case '年龄': case '长度': return figure(v, type);
    }
    return v.length > (type === '姓名' ? 100 : 500) ? '内容太长' : '';
  };
}(onething));
