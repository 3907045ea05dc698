import { expect, test } from '@jest/globals';
import { checkOfSms } from './sms.js';

const rulesOf = (text: string) => checkOfSms(text, 'text').map(({ rule }) => rule);

test.each([
  '窗口周一至周五 9:00-11:30，13:30-17:00 办公。',
  '请在 2027 年 6 月 8 日前带原件来。',
  '2027-06-08 至 2027-06-10 现场办理。',
  '20270608 起办理。',
  '材料要 2 份复印件、3 张照片、1 个信封、4 张回执。',
  '有疑问请拨 12345，或见本区页面上的电话。',
  '二〇二七年六月八日办理。',
  'The desk is open 9:00–11:30 and 13:30–17:00, Mon. to Fri.',
  'Bring 2 copies, e.g. of the lease; 50% of families need 1.',
  '请到“个人中心”查看（含附件）。',
])('“%s” may go to every family', (text) => expect(rulesOf(text)).toEqual([]));

test.each([
  ['详见 https://ruxue.example/a', 'smsLink'],
  ['详见 ruxue.example', 'smsLink'],
  ['详见 t.cn 的说明', 'smsLink'],
  ['详见ｗｗｗ．ｒｕｘｕｅ．ｃｎ', 'smsLink'],
  ['详见 入学。cn', 'smsLink'],
  ['详见 入学.中国', 'smsLink'],
  ['请发到 desk@example', 'smsLink'],
  ['weixin://dl', 'smsLink'],
  ['电话 6512 3456', 'smsNumber'],
  ['电话 010-65123456', 'smsNumber'],
  ['电话 １３８００００１２３４', 'smsNumber'],
  ['电话 138.0000.1234', 'smsNumber'],
  ['电话 (010)6512-345', 'smsNumber'],
  ['电话一三八〇〇〇〇一二三四', 'smsNumber'],
  ['电话①③⑧⓪⓪⓪⓪①②③④', 'smsNumber'],
  ['电话 ٠١٢٣٤٥٦٧', 'smsNumber'],
  ['2027-06-08 13800001234', 'smsNumber'],
  ['身份证 119999201901010018', 'smsNumber'],
  ['证件 11999920190101001X', 'smsNumber'],
  ['护照 G123456', 'smsNumber'],
  ['<b>请来</b>', 'smsMarkup'],
  ['您好 {name}', 'smsMarkup'],
  ['您好 ${name}', 'smsMarkup'],
  ['您好 %s', 'smsMarkup'],
  ['【某区】请来', 'smsMarkup'],
  ['［某区］请来', 'smsMarkup'],
  ['A &amp; B', 'smsMarkup'],
])('“%s” may not: %s', (text, rule) => expect(rulesOf(text)).toContain(rule));
