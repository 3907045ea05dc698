import { OFFICE_RULES } from './office-rules.js';
import { refuse, type Refusal } from './refusal.js';
import { isLongerThan, normaliseLine } from './text.js';

/** 招生电话和窗口: where and when a family reaches the district. */
export interface Desk {
  readonly hotline: readonly string[];
  readonly deskAddress: string | null;
  readonly deskAddressEn: string | null;
  readonly deskHours: string | null;
  readonly deskHoursEn: string | null;
}

export const DESK_LENGTHS = {
  hotline: 40,
  deskAddress: 120,
  deskAddressEn: 200,
  deskHours: 80,
  deskHoursEn: 120,
} as const;

const TEXTS = ['deskAddress', 'deskAddressEn', 'deskHours', 'deskHoursEn'] as const;

const lineOrNull = (text: string | null): string | null => normaliseLine(text ?? '') || null;

/** In one way of writing; what is empty is absent. */
export const normaliseDesk = (given: Desk): Desk => ({
  hotline: given.hotline.map(normaliseLine).filter((phone) => phone !== ''),
  deskAddress: lineOrNull(given.deskAddress),
  deskAddressEn: lineOrNull(given.deskAddressEn),
  deskHours: lineOrNull(given.deskHours),
  deskHoursEn: lineOrNull(given.deskHoursEn),
});

/** Every refusal that sends a family to its district names a phone, so there is one. */
export function checkDesk(desk: Desk): Refusal[] {
  const { limit } = OFFICE_RULES.phonesTooMany;
  const long = [
    ...(desk.hotline.some((phone) => isLongerThan(phone, DESK_LENGTHS.hotline))
      ? (['hotline'] as const)
      : []),
    ...TEXTS.filter((field) => isLongerThan(desk[field] ?? '', DESK_LENGTHS[field])),
  ];
  return [
    ...(desk.hotline.length === 0 ? [refuse('required', { field: 'hotline' })] : []),
    ...(desk.hotline.length > limit
      ? [refuse('phonesTooMany', { field: 'hotline', params: { limit } })]
      : []),
    ...long.map((field) => refuse('textTooLong', { field, params: { most: DESK_LENGTHS[field] } })),
  ];
}
