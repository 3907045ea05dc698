import { randomBytes } from 'node:crypto';

const AT_ONCE = 4_096;
let drawn = Buffer.alloc(0);
let used = 0;

/** Random bytes, drawn for many values at once: a call for each takes longer than sealing a value. */
export function draw(bytes: number): Buffer {
  if (used + bytes > drawn.length) {
    drawn = randomBytes(AT_ONCE);
    used = 0;
  }
  used += bytes;
  return drawn.subarray(used - bytes, used);
}
