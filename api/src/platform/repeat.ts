/**
 * Does something again and again, never twice at once: with a database that says nothing, the calls would take all its
 * connections. What fails is tried again like the rest. Returns the function that ends it.
 */
export function repeat(work: () => Promise<unknown>, everyMs: number): () => void {
  let next: NodeJS.Timeout;
  const again = () => {
    next = setTimeout(() => void work().then(again, again), everyMs);
  };
  again();
  return () => clearTimeout(next);
}
