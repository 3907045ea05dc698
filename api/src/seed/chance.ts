/** Mixes numbers into one of 32 bits: always the same for the same numbers, and without a pattern. */
export function mixed(...numbers: readonly number[]): number {
  let hash = 0x9e3779b9;
  for (const number of numbers) {
    hash = Math.imul(hash ^ (number >>> 0), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    hash ^= hash >>> 16;
  }
  return hash >>> 0;
}

/** Values to draw from, each with its chance. */
export class Lot<Value> {
  private readonly sums: number[] = [];
  private readonly values: Value[] = [];

  constructor(chances: Iterable<readonly [Value, number]>) {
    let sum = 0;
    for (const [value, weight] of chances) {
      sum += weight;
      this.sums.push(sum);
      this.values.push(value);
    }
  }

  /** The value at a share from 0 to 1. */
  at(share: number): Value {
    const place = share * this.sums.at(-1)!;
    let from = 0;
    let to = this.sums.length - 1;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.sums[middle]! > place) to = middle;
      else from = middle + 1;
    }
    return this.values[from]!;
  }

  /** The values as they were given. */
  get all(): readonly Value[] {
    return this.values;
  }
}

/** Draws that are the same for the same seed (sfc32): every record has its own, so that none depends on another. */
export class Chance {
  private a: number;
  private b: number;
  private c: number;
  private count = 1;

  constructor(seed: number, place: number) {
    this.a = mixed(seed, place, 1);
    this.b = mixed(seed, place, 2);
    this.c = mixed(seed, place, 3);
  }

  /** From 0 to 1, without 1. */
  share(): number {
    return this.word() / 4_294_967_296;
  }

  /** A whole number from 0, less than `end`. */
  below(end: number): number {
    return Math.floor(this.share() * end);
  }

  happens(share: number): boolean {
    return this.share() < share;
  }

  of<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)]!;
  }

  from<Value>(lot: Lot<Value>): Value {
    return lot.at(this.share());
  }

  /** A waiting time: half of them are shorter than `median`, and now and then one is many times as long. */
  wait(median: number): number {
    return median * Math.exp(0.9 * this.bell());
  }

  digits(length: number): string {
    return Array.from({ length }, () => this.below(10)).join('');
  }

  bytes(length: number): Buffer {
    const bytes = Buffer.alloc(length);
    for (let at = 0; at < length; at += 4) bytes.writeUInt32LE(this.word(), at);
    return bytes;
  }

  uuid(): string {
    const hex = this.bytes(16).toString('hex');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  }

  /** About normal, from -3.5 to 3.5. */
  private bell(): number {
    return (
      this.share() +
      this.share() +
      this.share() +
      this.share() +
      this.share() +
      this.share() +
      this.share() -
      3.5
    );
  }

  private word(): number {
    const sum = (this.a + this.b + this.count) | 0;
    this.count = (this.count + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (this.c << 21) | (this.c >>> 11);
    this.c = (this.c + sum) | 0;
    return sum >>> 0;
  }
}
