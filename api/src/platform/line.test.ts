import { afterEach, describe, expect, test } from '@jest/globals';
import { setImmediate as turn, setTimeout as sleep } from 'node:timers/promises';
import { Line, type LineOptions } from './line.js';

const OPTIONS: LineOptions = {
  places: { READING: 2, REGISTERING: 1, OFFICE: 1 },
  longest: 2,
  patienceMs: 10_000,
  suspiciousMs: 50,
};

let line: Line;
afterEach(() => line.stop());

const unavailable = { extensions: { code: 'SERVICE_UNAVAILABLE' } };

describe('the line before the database', () => {
  test('lets in as many of each part as it has places, and the others in the order in which they came', async () => {
    line = new Line(async () => {}, OPTIONS);
    const [first] = await Promise.all([line.enter('READING'), line.enter('READING')]);
    const order: string[] = [];
    const later = ['third', 'fourth'].map((name) =>
      line.enter('READING').then((leave) => {
        order.push(name);
        leave();
      }),
    );
    // The other parts have places of their own.
    const registering = await line.enter('REGISTERING');
    (await line.enter('OFFICE'))();
    registering();
    expect(order).toEqual([]);
    first();
    await Promise.all(later);
    expect(order).toEqual(['third', 'fourth']);
  });

  test('is bounded: whoever finds it full, or waits too long, is told so', async () => {
    line = new Line(async () => {}, { ...OPTIONS, patienceMs: 100 });
    const leave = await line.enter('OFFICE');
    const waiting = [line.enter('OFFICE'), line.enter('OFFICE')];
    await expect(line.enter('OFFICE')).rejects.toMatchObject(unavailable);
    for (const one of waiting) await expect(one).rejects.toMatchObject(unavailable);
    leave();
    (await line.enter('OFFICE'))();
  });

  test('a place that is left twice is free once', async () => {
    line = new Line(async () => {}, { ...OPTIONS, patienceMs: 100 });
    const leave = await line.enter('OFFICE');
    const second = line.enter('OFFICE');
    leave();
    leave();
    await second;
    await expect(line.enter('OFFICE')).rejects.toMatchObject(unavailable);
  });

  test('a process that is busy itself does not take the database for silent', async () => {
    const severalTurns = async () => {
      for (let n = 0; n < 6; n += 1) await turn();
    };
    line = new Line(severalTurns, OPTIONS);
    const [leave] = await Promise.all([line.enter('READING'), line.enter('READING')]);
    const third = line.enter('READING');
    for (const end = performance.now() + 1_500; performance.now() < end; await turn()) {
      for (const until = performance.now() + 30; performance.now() < until;);
    }
    leave();
    (await third)();
  });

  test('a question that could not be put is put again before anybody is refused', async () => {
    let asked = 0;
    const reachedLater = () => {
      asked += 1;
      return asked < 3
        ? Promise.reject(new Error('timeout exceeded when trying to connect'))
        : Promise.resolve();
    };
    line = new Line(reachedLater, OPTIONS);
    const [leave] = await Promise.all([line.enter('READING'), line.enter('READING')]);
    const third = line.enter('READING');
    while (asked < 4) await sleep(10);
    leave();
    (await third)();
  });

  test('while the database says nothing nobody waits, and when it speaks all goes on', async () => {
    let speaks = false;
    line = new Line(() => (speaks ? Promise.resolve() : new Promise(() => {})), OPTIONS);
    await line.enter('REGISTERING');
    await expect(line.enter('REGISTERING')).rejects.toMatchObject(unavailable);
    await expect(line.enter('READING')).rejects.toMatchObject(unavailable);
    speaks = true;
    for (;;) {
      try {
        (await line.enter('READING'))();
        return;
      } catch {
        await sleep(20);
      }
    }
  });
});
