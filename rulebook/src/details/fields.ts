import { DETAIL_BLOCKS, GUARDIAN_ROLES, type DetailBlock, type TreatedAsLocalGround } from '../vocabulary.js';
import { offeredTo } from './choices.js';
import { isSection, variantsOf, type DetailField, type Sheet } from './field.js';
import { ROOTS } from './form.js';

/** A field with its place in the form. */
export interface FormField extends DetailField {
  /** Path in DetailsInput; `*` stands for the guardian, FIRST or SECOND. */
  readonly path: string;
  /** The last word of its path. */
  readonly name: string;
  readonly block: DetailBlock;
  /** The part of the collection form in which it is printed. */
  readonly sheet: Sheet | null;
}

/** The form, field by field, in its order. */
export const DETAIL_FIELDS: readonly FormField[] = ROOTS.flatMap(([root, declared]) => {
  const { block, sheet = null } = declared;
  if (!isSection(declared)) return [{ ...declared.field, path: root, name: root, block, sheet }];
  const prefix = declared.each ? `${root}.*` : root;
  return Object.entries(declared.fields).flatMap(([name, variants]) =>
    variantsOf(variants).map((field) => ({ ...field, path: `${prefix}.${name}`, name, block, sheet })),
  );
});

const general = (path: string) => path.replace(/^(\w+)\.(FIRST|SECOND)(?=\.|$)/, '$1.*');

/** The fields of a section, such as `employments.*`, that are asked for its kind; while that is not known, the common ones. */
export const fieldsUnder = (section: string, kind: string | null): readonly FormField[] =>
  DETAIL_FIELDS.filter(
    ({ path, kinds }) =>
      path.startsWith(`${section}.`) && (kinds === null || (kind !== null && kinds.includes(kind))),
  );

/** The field at a path; a path that has one for each kind of its section gives that of the chosen kind, if there is one. */
export function fieldAt(path: string, kind: string | null): FormField | undefined {
  const known = DETAIL_FIELDS.filter((one) => one.path === general(path));
  return known.find(({ kinds }) => kind !== null && kinds?.includes(kind)) ?? known[0];
}

/** The fields of a part as a child with this ground is asked them, with the choices and variants that fit it. */
export const fieldsFor = (block: DetailBlock, ground: TreatedAsLocalGround | null): readonly FormField[] =>
  DETAIL_FIELDS.filter((field) => field.block === block && fits(field, ground)).map((field) => ({
    ...field,
    choices: field.choices && offeredTo(field.choices, ground),
  }));

function fits({ path, kinds }: FormField, ground: TreatedAsLocalGround | null): boolean {
  if (kinds === null) return true;
  const ofKind = fieldAt(path.replace(/[^.]+$/, 'kind'), null)?.choices ?? [];
  return offeredTo(ofKind, ground).some(({ value }) => kinds.includes(value));
}

/** How long a value may be, for a district's own answers too. */
export const longestAt = (path: string): number => fieldAt(path, null)?.longest ?? 200;

/** Every path of the form in its order, one guardian after the other. */
const ORDER: readonly string[] = DETAIL_BLOCKS.flatMap((block) => {
  const paths = [...new Set(DETAIL_FIELDS.filter((known) => known.block === block).map(({ path }) => path))];
  return paths.some((path) => path.includes('*'))
    ? GUARDIAN_ROLES.flatMap((role) => paths.map((path) => path.replace('*', role)))
    : paths;
});

/** Where a path, or the first of a section, stands in the form; a district's own questions come last. */
export function placeInForm(path: string): number {
  const place = ORDER.findIndex((known) => known === path || known.startsWith(`${path}.`));
  return place < 0 ? ORDER.length : place;
}
