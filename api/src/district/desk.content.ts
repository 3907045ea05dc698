import type { Desk } from '@enrolment/rulebook/desk.js';
import type { Content, Edited } from '../edition/edition.entity.js';

/** A district's phones and desk, as what has editions. */
export const deskEdited = (district: string): Edited => ({ kind: 'DESK', subject: district, district });

export function contentOfDesk({
  hotline,
  deskAddress,
  deskAddressEn,
  deskHours,
  deskHoursEn,
}: AsKept): Content {
  const texts = { hotline: hotline.join('、'), deskAddress, deskAddressEn, deskHours, deskHoursEn };
  return Object.fromEntries(
    Object.entries(texts).flatMap(([field, text]) => (text ? [[field, text] as const] : [])),
  );
}

type AsKept = { readonly [Name in keyof Desk]: Desk[Name] | undefined } & Pick<Desk, 'hotline'>;
