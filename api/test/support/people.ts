import { residentIdCheckDigit } from '@enrolment/rulebook/document.js';

let serial = 0;

/** A resident ID number of an unassigned region that no other call has given. */
export function aDocument(birthDate: string, sex: 'MALE' | 'FEMALE', region = '119999'): string {
  serial += 1;
  // The 17th digit is odd for boys and men. The two digits before it and the region's last three make the number new.
  const order = String(serial % 100).padStart(2, '0');
  const area = region.slice(0, 3) + String(999 - (Math.floor(serial / 100) % 99)).padStart(3, '0');
  const body = `${area}${birthDate.replaceAll('-', '')}${order}${sex === 'MALE' ? 1 : 2}`;
  return body + residentIdCheckDigit(body);
}

export const aChildDocument = (birthDate: string, sex: 'MALE' | 'FEMALE') => aDocument(birthDate, sex);
export const aGuardianDocument = () => aDocument('1990-01-01', 'FEMALE');
export const aFathersDocument = () => aDocument('1990-01-01', 'MALE');

let papers = 0;
/** The lifelong part of a travel permit's number, and a passport's number, that no other call has given. */
export const aHongKongPermit = () => `H${String(90_000_000 + (papers += 1))}`;
export const aPassport = () => `P${String(90_000_000 + (papers += 1))}`;

let phones = 0;
/** A mobile number that no other call has given. */
export function aPhone(): string {
  phones += 1;
  return `1990001${String(phones).padStart(4, '0')}`;
}
