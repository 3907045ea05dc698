/** Whoever looks at the same figures does not ask for them in the same moment. */
const SPREAD_MS = 2_000;
/** After an answer that is none, such as while the API is away. */
const AGAIN_MS = 30_000;

/** on: changes are heard of · off: they are not, for now · over: somebody has signed out. */
export type Following = 'on' | 'off' | 'over';

interface Told {
  now(following: Following): void;
  /** Figures may have changed. Where they cannot be had (false), it is said again later. */
  changed(): Promise<boolean>;
}

/**
 * Follows the figures of a place while the page can be seen: a hidden one takes no connection and asks for nothing, and looks
 * again when it comes back. Returns what ends it.
 */
export function follow(address: string, { now, changed }: Told): () => void {
  let source: EventSource | null = null;
  let asking: ReturnType<typeof setTimeout> | undefined;
  let askingAgain: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  let over = false;
  /** Something may have been missed: the connection was lost, or nobody looked. */
  let missed = false;

  const ask = () => {
    asking ??= setTimeout(async () => {
      asking = undefined;
      clearTimeout(askingAgain);
      if ((await changed()) || !source) return;
      clearTimeout(askingAgain);
      askingAgain = setTimeout(ask, AGAIN_MS);
    }, Math.random() * SPREAD_MS);
  };
  const end = () => {
    source?.close();
    source = null;
    clearTimeout(asking);
    asking = undefined;
    clearTimeout(askingAgain);
    clearTimeout(again);
  };
  const connect = () => {
    const opened = new EventSource(address);
    source = opened;
    opened.addEventListener('open', () => {
      now('on');
      if (missed) ask();
      missed = false;
    });
    opened.addEventListener('message', ask);
    opened.addEventListener('over', () => {
      over = true;
      end();
      now('over');
    });
    opened.addEventListener('error', () => {
      missed = true;
      if (!over) now('off');
      // Else the browser connects again by itself.
      if (opened.readyState === EventSource.CLOSED) again = setTimeout(connect, AGAIN_MS);
    });
  };
  const look = () => {
    if (over) return;
    end();
    if (document.visibilityState === 'hidden') missed = true;
    else connect();
  };

  document.addEventListener('visibilitychange', look);
  look();
  return () => {
    document.removeEventListener('visibilitychange', look);
    end();
  };
}
