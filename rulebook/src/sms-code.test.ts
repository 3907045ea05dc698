import { describe, expect, test } from '@jest/globals';
import { explain } from './refusal.js';
import {
  checkCode,
  checkCodeFormat,
  checkSending,
  CODE_ATTEMPTS,
  CODES_PER_ACCOUNT,
  CODES_PER_DAY,
  CODES_PER_PHONE,
  COOLDOWN_SECONDS,
  LOCKOUT_MINUTES,
  type SendingHistory,
} from './sms-code.js';

describe('a code that is given', () => {
  test.each(['123456', '１２３４５６', ' 123 456 '])('%s has the form of a code', (code) =>
    expect(checkCodeFormat(code, 'smsCode')).toEqual([]),
  );
  test.each([
    ['', 'required'],
    ['12345', 'smsCodeFormat'],
    ['1234567', 'smsCodeFormat'],
    ['12345a', 'smsCodeFormat'],
    ['١٢٣٤٥٦', 'smsCodeFormat'],
  ])('%p: %s', (code, rule) => expect(checkCodeFormat(code, 'smsCode')).toMatchObject([{ rule }]));

  test('says how many tries are left, and after the last that the code is void', () => {
    const sentence = (left: number) => {
      const [refusal] = checkCode({ kind: 'WRONG', left }, 'smsCode');
      return explain(refusal!, 'en');
    };
    expect(sentence(4)).toMatchObject({
      code: 'SMS_CODE_WRONG',
      message: expect.stringContaining('Tries left: 4'),
    });
    expect(sentence(0)).toMatchObject({
      code: 'SMS_CODE_WRONG',
      message: expect.stringContaining('void'),
      wayOut: expect.stringContaining(`${LOCKOUT_MINUTES} minutes`),
    });
    expect(CODE_ATTEMPTS).toBe(5);
  });

  test.each([
    [{ kind: 'RIGHT' }, []],
    [{ kind: 'NONE' }, ['SMS_CODE_EXPIRED']],
    [{ kind: 'VOID' }, ['SMS_ATTEMPTS_EXCEEDED']],
  ] as const)('%j: %j', (state, codes) =>
    expect(checkCode(state, 'smsCode').map(({ code }) => code)).toEqual(codes),
  );
});

describe('a code that is asked for', () => {
  const now = new Date('2026-05-10T15:59:00Z'); // one minute before midnight in Shanghai
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
  const history: SendingHistory = {
    lastSentAt: null,
    day: null,
    sentOnDay: 0,
    voidedAt: null,
    forPhoneToday: 0,
    forAccountToday: 0,
  };
  const asked = (facts: Partial<SendingHistory>) => checkSending({ ...history, ...facts }, now, 'phone');

  test('the first is sent', () => expect(asked({})).toEqual([]));

  test('the next one after 180 seconds, and not one second before', () => {
    expect(COOLDOWN_SECONDS).toBe(180);
    expect(asked({ lastSentAt: ago(0) })).toMatchObject([{ code: 'SMS_COOLDOWN', retryAfterSeconds: 180 }]);
    expect(asked({ lastSentAt: ago(179.5) })).toMatchObject([{ code: 'SMS_COOLDOWN', retryAfterSeconds: 1 }]);
    expect(asked({ lastSentAt: ago(180) })).toEqual([]);
  });

  test('ten on one day, again after midnight in Shanghai', () => {
    const tenth = { lastSentAt: ago(200), day: '2026-05-10', sentOnDay: CODES_PER_DAY };
    expect(asked(tenth)).toMatchObject([{ code: 'SMS_DAILY_LIMIT', retryAfterSeconds: 60 }]);
    expect(asked({ ...tenth, sentOnDay: CODES_PER_DAY - 1 })).toEqual([]);
    expect(asked({ ...tenth, day: '2026-05-09' })).toEqual([]);
  });

  test('thirty for one account and thirty for one phone of all accounts, until midnight', () => {
    expect([CODES_PER_ACCOUNT, CODES_PER_PHONE]).toEqual([30, 30]);
    expect(asked({ forAccountToday: 29, forPhoneToday: 29 })).toEqual([]);
    expect(asked({ forAccountToday: 30 })).toMatchObject([
      { rule: 'smsAccountLimit', code: 'SMS_DAILY_LIMIT', retryAfterSeconds: 60 },
    ]);
    expect(asked({ forPhoneToday: 30 })).toMatchObject([
      { rule: 'smsPhoneLimit', code: 'SMS_DAILY_LIMIT', field: 'phone', retryAfterSeconds: 60 },
    ]);
  });

  test('not within the lockout after the last wrong try', () => {
    expect(asked({ voidedAt: ago(60) })).toMatchObject([
      { code: 'SMS_ATTEMPTS_EXCEEDED', retryAfterSeconds: LOCKOUT_MINUTES * 60 - 60 },
    ]);
    expect(asked({ voidedAt: ago(LOCKOUT_MINUTES * 60) })).toEqual([]);
  });
});
