import type { Language } from '@enrolment/rulebook/refusal.js';
import type { Viewer } from './platform/identity.js';

/** Who reads, in which language, when. */
export interface Reader {
  readonly viewer: Viewer | null;
  readonly language: Language;
  readonly now: Date;
}

/** A signed-in person acting in one operation. */
export interface Actor extends Reader {
  readonly viewer: Viewer;
  /** Network address of the client. */
  readonly address: string;
}
