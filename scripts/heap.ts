/**
 * These bound the memory of a process. Without them V8 would let its heap become three times as large before it collects,
 * and glibc would keep an arena for each thread. With them a process stays below 350 MiB at full load (docs/performance.md).
 */
export const HEAP = ['--max-semi-space-size=16', '--max-old-space-size=256'];
export const ARENAS = { MALLOC_ARENA_MAX: '2' };
