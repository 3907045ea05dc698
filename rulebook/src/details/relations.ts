import type { Details } from './details.js';
import { readDocument } from '../document.js';
import { refuse, type Refusal } from '../refusal.js';
import type { Sex } from '../vocabulary.js';

const SEX_OF: Readonly<Record<string, Sex>> = { FATHER: 'MALE', MOTHER: 'FEMALE' };

/**
 * What is most likely a slip: a mother with a man's number, a father with a woman's, two mothers or two fathers. There
 * are such families, too: once they have confirmed it, it is right.
 */
export function checkRelations(
  { firstGuardianRelation, secondGuardian }: Pick<Details, 'firstGuardianRelation' | 'secondGuardian'>,
  firstSex: Sex | null,
): Refusal[] {
  const second = secondGuardian?.relation ?? null;
  const secondSex =
    readDocument(secondGuardian?.documentType ?? '', secondGuardian?.documentNumber ?? '')?.sex ?? null;
  return [
    ...checkSex(firstGuardianRelation, firstSex, 'firstGuardianRelation'),
    ...checkSex(second, secondSex, 'secondGuardian.relation'),
    ...(second !== null && second in SEX_OF && second === firstGuardianRelation
      ? [refuse('relationTwice', { field: 'secondGuardian.relation' })]
      : []),
  ];
}

function checkSex(relation: string | null, sex: Sex | null, field: string): Refusal[] {
  const expected = relation === null ? undefined : SEX_OF[relation];
  return sex === null || expected === undefined || expected === sex
    ? []
    : [refuse('relationNotOfSex', { field })];
}
