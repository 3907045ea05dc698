import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { DraftKeeper, PAUSE_MS, type Kept, type SaveAnswer, type Standing } from './keeping.ts';
import type { DetailsValues } from './values.ts';

const BASE: DetailsValues = { ethnicity: '01', 'household.address': '测试路 1 号' };
const AT = '2026-05-06T02:32:00.000Z';

/** The server as the site sees it: one draft with a version, and whatever gets in the way. */
function server(start: DetailsValues = BASE) {
  const here = { values: start, version: 3, saves: 0, away: null as null | 'API_AWAY' | 'SESSION_EXPIRED' };
  const send = async (version: number, values: DetailsValues): Promise<SaveAnswer> => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    if (here.away) return { outcome: 'TROUBLE', trouble: here.away };
    const theirs = { values: here.values, version: here.version, savedAt: AT, savedBy: 'SECOND' as const };
    if (version !== here.version) return { outcome: 'STALE', theirs };
    Object.assign(here, { values, version: version + 1, saves: here.saves + 1 });
    return { outcome: 'SAVED', version: here.version, savedAt: AT };
  };
  return { here, send };
}

function open(at = server()) {
  let kept: Kept | null = null;
  const told: Standing[] = [];
  const around = {
    send: at.send,
    keep: (next: Kept | null) => void (kept = next),
    tell: (standing: Standing) => void told.push(standing),
  };
  const keeper = new DraftKeeper(around, at.here.values, at.here.version, AT);
  return { keeper, server: at.here, told, kept: () => kept };
}

const settled = async (done: Promise<unknown>) => {
  await jest.advanceTimersByTimeAsync(100);
  await done;
};

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

describe('暂存 by itself', () => {
  test('a moment after the last key, once for everything typed', async () => {
    const { keeper, server: at } = open();
    keeper.type({ ...BASE, ethnicity: '0' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS - 1);
    keeper.type({ ...BASE, ethnicity: '11' });
    expect(keeper.standing.kind).toBe('TYPING');
    await jest.advanceTimersByTimeAsync(PAUSE_MS + 50);
    expect(at).toMatchObject({ saves: 1, version: 4, values: { ethnicity: '11' } });
    expect(keeper.standing).toEqual({ kind: 'SAVED', at: AT });
  });

  test('whoever leaves takes the last words along, and leaves nothing behind that goes on by itself', async () => {
    const { keeper, server: at } = open();
    keeper.type({ ...BASE, ethnicity: '11' });
    keeper.stop();
    await jest.advanceTimersByTimeAsync(100);
    expect(at).toMatchObject({ saves: 1, values: { ethnicity: '11' } });
  });

  test('whoever leaves while the API is away finds it here again, and nobody goes on sending it', async () => {
    const { keeper, server: at, kept, told } = open();
    keeper.type({ ...BASE, ethnicity: '11' });
    at.away = 'API_AWAY';
    void keeper.flush();
    await jest.advanceTimersByTimeAsync(10);
    keeper.stop();
    const before = told.length;
    await jest.advanceTimersByTimeAsync(100);
    at.away = null;
    await jest.advanceTimersByTimeAsync(600_000);
    expect(at.saves).toBe(0);
    expect(kept()?.values).toMatchObject({ ethnicity: '11' });
    expect(told).toHaveLength(before);
  });

  test('what was sent on an older version without a script is never saved over theirs without a choice', async () => {
    const { keeper, server: at, kept } = open();
    const theirs = { values: BASE, version: 3, savedAt: AT, savedBy: 'SECOND' as const };
    keeper.compare({ ...BASE, ethnicity: '11' }, theirs);
    keeper.type({ ...BASE, ethnicity: '11' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS * 2);
    expect(at.saves).toBe(0);
    expect(keeper.standing).toMatchObject({ kind: 'CONFLICT', theirs, differences: [{ suggested: null }] });
    // Nor after the page was loaded anew.
    const again = open();
    again.keeper.restore(kept()!);
    await jest.advanceTimersByTimeAsync(PAUSE_MS * 2);
    expect(again.server.saves).toBe(0);
    expect(again.keeper.standing.kind).toBe('CONFLICT');
  });

  test('nothing is sent when nothing changed, or it was changed back', async () => {
    const { keeper, server: at, kept } = open();
    keeper.type({ ...BASE });
    keeper.type({ ...BASE, ethnicity: '11' });
    keeper.type({ ...BASE });
    await jest.advanceTimersByTimeAsync(PAUSE_MS * 2);
    expect(at.saves).toBe(0);
    expect(kept()).toBeNull();
    expect(keeper.standing.kind).toBe('SAVED');
  });

  test('what is typed while a save is on its way goes with the next one, on the version of the first', async () => {
    const { keeper, server: at } = open();
    keeper.type({ ...BASE, ethnicity: '11' });
    const first = keeper.flush();
    await jest.advanceTimersByTimeAsync(0);
    keeper.type({ ...BASE, ethnicity: '56' });
    await jest.advanceTimersByTimeAsync(100);
    await first;
    expect(at).toMatchObject({ saves: 2, version: 5, values: { ethnicity: '56' } });
  });

  test('two at once are one after the other', async () => {
    const { keeper, server: at } = open();
    keeper.type({ ...BASE, ethnicity: '11' });
    await settled(Promise.all([keeper.flush(), keeper.flush()]));
    expect(at).toMatchObject({ saves: 1, version: 4 });
  });
});

describe('what cannot be sent', () => {
  test('is kept in the browser, said so, and sent when it can be', async () => {
    const { keeper, server: at, kept } = open();
    at.away = 'API_AWAY';
    keeper.type({ ...BASE, ethnicity: '11' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS + 50);
    expect(keeper.standing).toEqual({ kind: 'KEPT_HERE', trouble: 'API_AWAY' });
    expect(kept()).toMatchObject({ values: { ethnicity: '11' }, base: BASE, version: 3 });
    at.away = null;
    await jest.advanceTimersByTimeAsync(6_000);
    expect(at.values).toMatchObject({ ethnicity: '11' });
    expect(kept()).toBeNull();
  });

  test('does not knock again while nobody is signed in', async () => {
    const { keeper, server: at } = open();
    at.away = 'SESSION_EXPIRED';
    keeper.type({ ...BASE, ethnicity: '11' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS + 50);
    at.away = null;
    await jest.advanceTimersByTimeAsync(600_000);
    expect(at.saves).toBe(0);
    await settled(keeper.flush());
    expect(at.saves).toBe(1);
  });

  test('comes back with the page', async () => {
    const { keeper, server: at } = open();
    keeper.restore({ values: { ...BASE, ethnicity: '11' }, base: BASE, version: 3 });
    await jest.advanceTimersByTimeAsync(PAUSE_MS + 50);
    expect(at.values).toMatchObject({ ethnicity: '11' });
  });
});

describe('somebody else has saved in between', () => {
  test('both are shown, nothing is overwritten, and the choice is saved', async () => {
    const { keeper, server: at } = open();
    Object.assign(at, { values: { ...BASE, ethnicity: '56' }, version: 4 });
    keeper.type({ ...BASE, ethnicity: '11' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS + 50);
    expect(keeper.standing).toMatchObject({
      kind: 'CONFLICT',
      differences: [{ path: 'ethnicity', mine: '11', theirs: '56', suggested: null }],
    });
    keeper.type({ ...BASE, ethnicity: '12' });
    await jest.advanceTimersByTimeAsync(PAUSE_MS + 50);
    expect(at.values).toMatchObject({ ethnicity: '56' });
    const { theirs } = keeper.standing as Extract<Standing, { kind: 'CONFLICT' }>;
    await settled(keeper.settle({ ...BASE, ethnicity: '11' }, theirs));
    expect(at).toMatchObject({ version: 5, values: { ethnicity: '11' } });
    expect(keeper.standing.kind).toBe('SAVED');
  });

  test('where only this side changed a field and the version moved for another reason, it is saved', async () => {
    const { keeper, server: at } = open();
    at.version = 7;
    keeper.type({ ...BASE, ethnicity: '11' });
    await settled(keeper.flush());
    expect(at).toMatchObject({ version: 8, values: { ethnicity: '11' } });
  });

  test('where both typed the same, it stands as saved', async () => {
    const { keeper, server: at, kept } = open();
    Object.assign(at, { values: { ...BASE, ethnicity: '11' }, version: 4 });
    keeper.type({ ...BASE, ethnicity: '11' });
    await settled(keeper.flush());
    expect(keeper.standing).toEqual({ kind: 'SAVED', at: AT });
    expect(at.saves).toBe(0);
    expect(kept()).toBeNull();
  });

  test('what this browser kept meets what was saved since', () => {
    const { keeper } = open(server({ ...BASE, ethnicity: '56' }));
    keeper.restore({ values: { ...BASE, ethnicity: '11' }, base: BASE, version: 2 });
    expect(keeper.standing).toMatchObject({ kind: 'CONFLICT', theirs: { values: { ethnicity: '56' } } });
  });
});
