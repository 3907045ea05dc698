import DataLoader from 'dataloader';

/**
 * Reads with one statement at a time for all who ask meanwhile: however many come in at once, they take one connection.
 * Nothing is kept.
 */
export function oneAtATime<Asked, Found>(
  read: (asked: readonly Asked[]) => Promise<Found[]>,
): DataLoader<Asked, Found> {
  let running: Promise<unknown> = Promise.resolve();
  return new DataLoader<Asked, Found>(
    (asked) => {
      const found = read(asked);
      running = found.catch(() => {});
      return found;
    },
    { cache: false, batchScheduleFn: (dispatch) => void running.then(dispatch) },
  );
}
