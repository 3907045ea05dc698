/** Why the camera shows nothing, in words of the desk. */
export type CameraTrouble = 'UNKNOWN_TO_BROWSER' | 'DENIED' | 'NONE' | 'TAKEN' | 'NOT_LOADED' | 'FAILED';

/** What browsers call it: `getUserMedia` rejects with one of these names. */
const NAMES: Readonly<Record<string, CameraTrouble>> = {
  NotAllowedError: 'DENIED',
  SecurityError: 'DENIED',
  NotSupportedError: 'UNKNOWN_TO_BROWSER',
  NotFoundError: 'NONE',
  OverconstrainedError: 'NONE',
  NotReadableError: 'TAKEN',
  AbortError: 'TAKEN',
};

export function troubleOf(error: unknown): CameraTrouble {
  return (error instanceof Error && NAMES[error.name]) || 'FAILED';
}
