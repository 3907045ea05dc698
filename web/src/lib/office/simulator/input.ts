import type {
  ReviewItemKind,
  ServiceKind,
  SimulatePolicyInput,
  TreatedAsLocalGround,
} from '@enrolment/schema/client';
import { explain, refuse, type ExplainedRefusal, type Language } from '@enrolment/rulebook/refusal.ts';
import type { OfficeHere } from '#lib/server/office.ts';
import { textIn } from '#lib/form-text.ts';

export const DAYS = ['bornFrom', 'bornTo', 'residenceSince'] as const;
export const FIELDS = [...DAYS, 'document.item', 'document.service', 'document.ground'] as const;
export type Values = Record<(typeof FIELDS)[number], string>;

export const readValues = (form: FormData): Values =>
  Object.fromEntries(FIELDS.map((field) => [field, textIn(form, field)])) as Values;

/** Text that is no day cannot be sent to the API; an old browser lets people type anything. */
export const checkWriting = (values: Values, language: Language): ExplainedRefusal[] =>
  DAYS.filter((field) => values[field] !== '' && !/^\d{4}-\d{2}-\d{2}$/.test(values[field])).map((field) =>
    explain(refuse('dateFormat', { field, params: { value: values[field] } }), language),
  );

export function inputOf(
  values: Values,
  { place, season }: Pick<OfficeHere, 'place' | 'season'>,
): SimulatePolicyInput {
  const item = values['document.item'];
  return {
    district: place.kind === 'DISTRICT' ? place.district : null,
    season,
    bornFrom: values.bornFrom || null,
    bornTo: values.bornTo || null,
    residenceSince: values.residenceSince || null,
    document:
      item === ''
        ? null
        : {
            item: item as ReviewItemKind,
            service: (values['document.service'] || null) as ServiceKind | null,
            ground: (values['document.ground'] || null) as TreatedAsLocalGround | null,
          },
  };
}
