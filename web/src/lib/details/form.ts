import { DETAIL_FIELDS, type FormField } from '@enrolment/rulebook/details/fields.ts';
import {
  DETAIL_BLOCKS,
  GUARDIAN_ROLES,
  type DetailBlock,
  type GuardianRole,
  type Need,
} from '@enrolment/rulebook/vocabulary.ts';
import { SECOND, type DetailsValues } from './values.ts';

/** A question of the form, in its place. */
export interface PlacedField {
  /** The path in the input; it contains the guardian's role. */
  path: string;
  field: FormField;
  optional: boolean;
}

/** A group within a block: one guardian's fields, or the whole block. */
export interface FormPart {
  role: GuardianRole | null;
  fields: PlacedField[];
}

export interface FormBlock {
  block: Exclude<DetailBlock, 'QUESTIONS'>;
  optional: boolean;
  parts: FormPart[];
}

export type Needs = Readonly<Record<FormBlock['block'], Need>>;

/** The blocks to fill in, with the fields that fit the choices so far. */
export function blocksOf(needs: Needs, values: DetailsValues): FormBlock[] {
  return DETAIL_BLOCKS.flatMap((block) => {
    if (block === 'QUESTIONS' || needs[block] === 'NOT_ASKED') return [];
    const optional = needs[block] === 'OPTIONAL';
    const fields = DETAIL_FIELDS.filter((field) => field.block === block);
    const each = fields.some(({ path }) => path.includes('*'));
    const roles = each
      ? GUARDIAN_ROLES.filter((role) => role === 'FIRST' || values[SECOND] !== 'no')
      : [null];
    const parts = roles.map((role) => ({
      role,
      fields: fields
        .map((field) => ({
          path: role ? field.path.replace('*', role) : field.path,
          field,
          optional: optional || !isRequired(field) || (block === 'EMPLOYMENT' && role === 'SECOND'),
        }))
        .filter((placed) => isAsked(placed, values)),
    }));
    return [{ block, optional, parts }];
  });
}

/** The reason is asked only of whoever says that there is no second guardian, and then it is required. */
const isRequired = ({ path, required }: FormField) => required || path === 'noSecondGuardianReason';

function isAsked({ path, field }: PlacedField, values: DetailsValues): boolean {
  if (path === 'noSecondGuardianReason') return values[SECOND] === 'no';
  if (path.startsWith(`${SECOND}.`)) return values[SECOND] === 'yes';
  if (field.kinds === null) return true;
  const kind = values[`${path.slice(0, path.lastIndexOf('.'))}.kind`];
  return kind !== undefined && field.kinds.includes(kind);
}
