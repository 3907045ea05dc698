/** Of the seven grounds six are asked for; the seventh, foreign nationality, is the first question already. */
export const GROUNDS_TO_ASK = [
  'ONE_PARENT_LOCAL',
  'WORK_RESIDENCE_PERMIT',
  'TAIWAN_COMPATRIOT',
  'OVERSEAS_CHINESE',
  'POSTDOCTORAL',
  'MILITARY_RELOCATION',
] as const;

export const NO_HUKOU = 'none';
