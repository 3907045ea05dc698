import { describe, expect, test } from '@jest/globals';
import type { Language } from '@enrolment/rulebook/refusal.js';
import { TEXTS } from './texts.js';

const NUMBER = '20260100000017';

/** Every text once, as it goes out. */
const ALL: Readonly<Record<keyof typeof TEXTS, (language: Language) => string>> = {
  registrationCode: (language) => TEXTS.registrationCode(language, '123456', '测*甲'),
  withdrawalCode: (language) => TEXTS.withdrawalCode(language, '123456', '测*甲'),
  exportCode: (language) => TEXTS.exportCode(language, '123456', '测*甲'),
  authorized: (language) => TEXTS.authorized(language, '测*甲', '010-0000'),
  authorizationGranted: (language) => TEXTS.authorizationGranted(language, '测*甲', '测*', '010-0000'),
  authorizationOver: (language) => TEXTS.authorizationOver(language, '测*甲'),
  authorizationRevoked: (language) => TEXTS.authorizationRevoked(language, '测*甲', '测*'),
  authorizationEnded: (language) => TEXTS.authorizationEnded(language, '测*甲'),
  withdrawn: (language) => TEXTS.withdrawn(language, NUMBER, true) + TEXTS.withdrawn(language, NUMBER, false),
};

describe.each(Object.keys(ALL) as (keyof typeof TEXTS)[])('the SMS %s', (name) => {
  test('says in Chinese whose it is', () => {
    expect(ALL[name]('zh-CN')).toMatch(/^【小学入学服务】.*。$/);
  });

  test('says the same in English, with no Chinese but names', () => {
    const text = ALL[name]('en');
    expect(text).toMatch(/^\[School enrolment\] .*\.$/);
    expect(text.replaceAll('测', '').replaceAll('甲', '')).not.toMatch(/\p{Script=Han}/u);
  });
});
