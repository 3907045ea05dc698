/** How long records stayed in a stage, counted by length: a bucket is a third of a doubling, from one minute on. */
export type Stays = ReadonlyMap<number, number>;

const BUCKETS_A_DOUBLING = 3;

/** The middle of a bucket, by ratio: no stay in it is more than 13 % longer or shorter. */
const middle = (bucket: number): number => Math.round(2 ** ((bucket + 0.5) / BUCKETS_A_DOUBLING));

/** Within how many seconds this share of the stays was over; null if there are none. */
export function stayOf(stays: Stays, share: number): number | null {
  const total = [...stays.values()].reduce((sum, n) => sum + n, 0);
  let upTo = 0;
  for (const [bucket, n] of [...stays].sort(([a], [b]) => a - b)) {
    upTo += n;
    if (upTo >= share * total && n > 0) return middle(bucket);
  }
  return null;
}
