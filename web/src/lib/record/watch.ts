export type Watched = 'watching' | 'unreachable' | 'signed-out';

interface Watch {
  /** The address that answers with the present state, `{ state }`. */
  address: string;
  /** The state when the page was loaded. */
  known: string;
  onchange: (state: string) => Promise<void> | void;
  onwatched?: (watched: Watched) => void;
  /** The longest wait between two looks. */
  longestMs?: number;
}

const FIRST_MS = 1_500;
const SLOWER = 1.4;
const LONGEST_MS = 30_000;

/** Asks again and again, ever more slowly, and never while the page is hidden. Call what it returns to end it. */
export function watch({ address, known, onchange, onwatched, longestMs = LONGEST_MS }: Watch): () => void {
  let wait = FIRST_MS;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let over = false;

  const again = () => {
    clearTimeout(timer);
    if (over || document.hidden) return;
    timer = setTimeout(() => void ask(), wait);
    wait = Math.min(wait * SLOWER, longestMs);
  };
  const ask = async () => {
    const answer = await stateAt(address);
    if (over) return;
    if (answer === 'signed-out') return onwatched?.('signed-out');
    onwatched?.(answer === null ? 'unreachable' : 'watching');
    if (answer !== null && answer.state !== known) return onchange(answer.state);
    again();
  };
  const look = () => {
    // Whoever comes back to the page wants to know at once.
    wait = FIRST_MS;
    if (!document.hidden) void ask();
  };
  document.addEventListener('visibilitychange', look);
  again();
  return () => {
    over = true;
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
  };
}

async function stateAt(address: string): Promise<{ state: string } | 'signed-out' | null> {
  try {
    const response = await fetch(address, { headers: { accept: 'application/json' } });
    if (response.status === 401) return 'signed-out';
    if (!response.ok) return null;
    return (await response.json()) as { state: string };
  } catch {
    return null;
  }
}
