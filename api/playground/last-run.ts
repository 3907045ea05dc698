import type { Cost } from './send';
import { Store } from './store';

/** What the run that is shown has cost; null before the first one, and where the API tells nothing. */
export const lastRun = new Store<{ cost: Cost | null }>({ cost: null });
