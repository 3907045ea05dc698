import { describe, expect, test } from '@jest/globals';
import type { DatesFragment } from '@enrolment/schema/client';
import { calendarFile } from './calendar.ts';

const details: DatesFragment = {
  kind: 'DETAILS_DUE',
  label: '录入详细信息截止',
  text: '请在 5 月 31 日 24:00前提交详细信息；先后，不影响入学安排。',
  firstDay: '2026-05-31',
  lastDay: '2026-05-31',
  dueAt: '2026-05-31T16:00:00.000Z',
  wholeDays: true,
};
const school: DatesFragment = {
  kind: 'SCHOOL_PREREGISTRATION',
  label: '学校预登记',
  text: '按学校通知的时间带信息采集表到学校预登记。'.repeat(6),
  firstDay: '2026-06-14',
  lastDay: '2026-06-16',
  dueAt: null,
  wholeDays: true,
};
const returned: DatesFragment = {
  kind: 'RETURNED_DUE',
  label: '补充更正截止',
  text: '请重新提交。',
  firstDay: '2026-05-28',
  lastDay: '2026-05-28',
  dueAt: '2026-05-28T07:30:00.000Z',
  wholeDays: false,
};

const fileOf = (dates: DatesFragment[], now = '2026-05-10T04:00:00.000Z') =>
  calendarFile({
    number: '20260100001234',
    dates,
    now,
    page: 'https://school.example/my/20260100001234',
    title: '测*甲的小学入学',
    language: 'zh-CN',
    summary: (label) => `${label}（测*甲）`,
  });

/** The content lines of a file, unfolded (RFC 5545, 3.1), as name with parameters and unescaped value. */
function linesOf(file: string): [name: string, value: string][] {
  expect(file.endsWith('\r\n')).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  return file
    .slice(0, -2)
    .replaceAll(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map((line) => {
      const [, name, value] = /^([A-Z-]+(?:;[A-Z-]+=[^:;]+)*):(.*)$/.exec(line)!;
      return [
        name!,
        value!.replaceAll(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign)),
      ];
    });
}

/** The components of a file: each one's properties, whatever is nested in it apart. */
function componentsOf(file: string): { kind: string; properties: Record<string, string> }[] {
  const open: { kind: string; properties: Record<string, string> }[] = [];
  const all: typeof open = [];
  for (const [name, value] of linesOf(file)) {
    if (name === 'BEGIN') {
      open.push({ kind: value, properties: {} });
      all.push(open.at(-1)!);
    } else if (name === 'END') expect(open.pop()!.kind).toBe(value);
    else {
      expect(open.at(-1)!.properties).not.toHaveProperty([name]);
      open.at(-1)!.properties[name] = value;
    }
  }
  expect(open).toEqual([]);
  return all;
}
const eventsOf = (file: string) =>
  componentsOf(file).flatMap(({ kind, properties }) => (kind === 'VEVENT' ? [properties] : []));
const alarmsOf = (file: string) =>
  componentsOf(file).flatMap(({ kind, properties }) => (kind === 'VALARM' ? [properties] : []));

describe('the calendar file of a child', () => {
  test('is one calendar in which every line is well formed, folded at 75 octets', () => {
    const [calendar, ...rest] = componentsOf(fileOf([details, school, returned]));
    expect(calendar).toMatchObject({ kind: 'VCALENDAR', properties: { VERSION: '2.0', METHOD: 'PUBLISH' } });
    expect(rest.map(({ kind }) => kind)).toEqual(
      Array.from({ length: 3 }, () => ['VEVENT', 'VALARM']).flat(),
    );
    const [first, second] = eventsOf(fileOf([details, school]));
    expect(first!['DESCRIPTION']).toBe(details.text);
    expect(second!['DESCRIPTION']).toBe(school.text);
    expect(first!['SUMMARY']).toBe('录入详细信息截止（测*甲）');
  });

  test('what takes whole days does so in any zone, and ends before the day after', () => {
    const [due, period] = eventsOf(fileOf([details, school]));
    expect(due).toMatchObject({ 'DTSTART;VALUE=DATE': '20260531', 'DTEND;VALUE=DATE': '20260601' });
    expect(period).toMatchObject({ 'DTSTART;VALUE=DATE': '20260614', 'DTEND;VALUE=DATE': '20260617' });
  });

  test('what is due at an hour ends at that instant, told in UTC', () => {
    expect(eventsOf(fileOf([returned]))[0]).toMatchObject({
      DTSTART: '20260528T070000Z',
      DTEND: '20260528T073000Z',
    });
  });

  test('reminds a day before: in the morning of whole days, at the hour of what has one', () => {
    const triggers = alarmsOf(fileOf([details, returned])).map((alarm) => alarm['TRIGGER']);
    expect(triggers).toEqual(['-PT15H', '-P1D']);
  });

  test('added again it updates: the same identity, a later number', () => {
    const [before] = eventsOf(fileOf([details]));
    const moved = { ...details, firstDay: '2026-06-05', lastDay: '2026-06-05' };
    const [after] = eventsOf(fileOf([moved], '2026-05-12T04:00:00.000Z'));
    expect(after!['UID']).toBe(before!['UID']);
    expect(Number(after!['SEQUENCE'])).toBeGreaterThan(Number(before!['SEQUENCE']));
    expect(Number(after!['SEQUENCE'])).toBeLessThan(2 ** 31);
    expect(after!['LAST-MODIFIED']).toBe('20260512T040000Z');
    const uids = eventsOf(fileOf([details, school, returned])).map((event) => event['UID']);
    expect(new Set(uids).size).toBe(3);
  });
});
