const DAY_MS = 86_400_000;

/** From one instant to another, in days and parts of days. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / DAY_MS;
