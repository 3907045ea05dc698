import { describe, expect, test } from '@jest/globals';
import { ProviderAway, type Tokens } from './identity.ts';
import { Refresher } from './refresh.ts';

const NOW = 1_000_000_000;

function tokens(secondsLeft: number, refreshToken: string | null = 'first'): Tokens {
  return { accessToken: 'access', refreshToken, idToken: null, expiresAt: NOW + secondsLeft * 1000 };
}

/** A provider that rotates: each refresh token is good once. */
function rotatingProvider() {
  const used: string[] = [];
  const refresh = async (old: Tokens): Promise<Tokens | null> => {
    await Promise.resolve();
    if (!old.refreshToken || used.includes(old.refreshToken)) return null;
    used.push(old.refreshToken);
    return tokens(300, `${old.refreshToken}+`);
  };
  return { used, refresher: new Refresher(refresh, () => NOW) };
}

function failing(error: Error) {
  return new Refresher(
    () => Promise.reject(error),
    () => NOW,
  );
}

describe('keeping a session alive', () => {
  test('tokens with time left are not refreshed', async () => {
    const { refresher, used } = rotatingProvider();
    expect(await refresher.keepAlive(tokens(120))).toEqual({ kind: 'unchanged', tokens: tokens(120) });
    expect(used).toEqual([]);
  });

  test('many requests at once share one refresh, and a straggler with the old token gets its result', async () => {
    const { refresher, used } = rotatingProvider();
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => refresher.keepAlive(tokens(30))));
    const straggler = await refresher.keepAlive(tokens(30));
    for (const outcome of [...outcomes, straggler]) {
      expect(outcome).toEqual({ kind: 'refreshed', tokens: tokens(300, 'first+') });
    }
    expect(used).toEqual(['first']);
  });

  test('a refused refresh ends the session only when the access token has ended', async () => {
    const refresher = new Refresher(
      () => Promise.resolve(null),
      () => NOW,
    );
    expect(await refresher.keepAlive(tokens(30))).toEqual({ kind: 'unchanged', tokens: tokens(30) });
    expect(await refresher.keepAlive(tokens(-1, 'second'))).toEqual({ kind: 'expired' });
    expect(await refresher.keepAlive(tokens(-1, null))).toEqual({ kind: 'expired' });
  });

  test('a provider that is away signs nobody out', async () => {
    const refresher = failing(new ProviderAway('away'));
    expect(await refresher.keepAlive(tokens(30))).toEqual({ kind: 'unchanged', tokens: tokens(30) });
    expect(await refresher.keepAlive(tokens(-1))).toEqual({ kind: 'provider-away' });
  });

  test('a failed refresh is tried again', async () => {
    let answers = 0;
    const refresher = new Refresher(
      () =>
        ++answers === 1 ? Promise.reject(new ProviderAway('away')) : Promise.resolve(tokens(300, 'next')),
      () => NOW,
    );
    await refresher.keepAlive(tokens(-1));
    expect(await refresher.keepAlive(tokens(-1))).toMatchObject({ kind: 'refreshed' });
  });
});
