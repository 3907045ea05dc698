import { expect, test } from '@jest/globals';
import { Sharing } from './sharing.ts';

/** Answers with how often it was asked, when it is let go. */
function aSource() {
  let asked = 0;
  const waiting: (() => void)[] = [];
  return {
    send: async () => {
      asked += 1;
      const mine = asked;
      await new Promise<void>((done) => waiting.push(done));
      return mine;
    },
    letGo: () => waiting.splice(0).forEach((done) => done()),
  };
}

test('whoever asks the same while the answer is on its way gets that answer, whoever asks afterwards a new one', async () => {
  const [sharing, source] = [new Sharing(), aSource()];
  const together = [sharing.ask('portal', source.send), sharing.ask('portal', source.send)];
  source.letGo();
  expect(await Promise.all(together)).toEqual([1, 1]);
  const later = sharing.ask('portal', source.send);
  source.letGo();
  expect(await later).toBe(2);
});

test('another question is asked by itself', async () => {
  const [sharing, source] = [new Sharing(), aSource()];
  const apart = [sharing.ask('portal zh-CN', source.send), sharing.ask('portal en', source.send)];
  source.letGo();
  expect(await Promise.all(apart)).toEqual([1, 2]);
});

test('a failure is told to all who wait, and then forgotten', async () => {
  const sharing = new Sharing();
  const failing = () => Promise.reject(new Error('away'));
  const outcomes = await Promise.allSettled([sharing.ask('portal', failing), sharing.ask('portal', failing)]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  expect(await sharing.ask('portal', () => Promise.resolve('back'))).toBe('back');
});
