/** What was typed stays; what was not touched is as a colleague has set it meanwhile. */
export const merged = <Values extends Readonly<Record<string, string>>>(
  typed: Values,
  before: Partial<Values>,
  now: Values,
): Values =>
  Object.fromEntries(
    Object.entries(now).map(([field, text]) => [
      field,
      typed[field] === (before[field] ?? '') ? text : typed[field],
    ]),
  ) as Values;
