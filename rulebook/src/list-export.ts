/** The most records of one export in full. */
export const MOST_EXPORTED = 50_000;

/** So long whoever proposed it can download it. */
export const EXPORT_HOURS = 24;
