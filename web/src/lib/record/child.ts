import { maskName } from '@enrolment/api/masking.ts';
import type { RecordQuery } from '@enrolment/schema/client';
import type { Fact } from '#lib/components/FactList.svelte';
import type { RowLink } from '#lib/components/RowLinks.svelte';
import { groupPhone } from '#lib/format.ts';
import { m } from '#lib/i18n/messages/messages.js';

type ChildRecord = NonNullable<RecordQuery['collectionRecord']>;

interface Named {
  child: { documentNumber: string };
  guardians: readonly { name: string; phone: string }[];
}

/** What is told of the child and the guardians; masked, as everywhere. */
export function factsOf({ child, guardians }: Named): Fact[] {
  const [first, second] = guardians;
  return [
    { term: m.my_document(), value: child.documentNumber, numeric: true },
    { term: m.my_guardian(), value: first ? maskName(first.name) : '' },
    { term: m.my_phone(), value: first ? groupPhone(first.phone) : '', numeric: true },
    ...(second ? [{ term: m.my_second_guardian(), value: maskName(second.name) }] : []),
  ];
}

/** The ways on from a child's page, what is needed most first; what cannot be undone is the last. */
export function rowsOf({ number, actions, viewerRelation }: ChildRecord): RowLink[] {
  const here = `/my/${number}`;
  const withdrawal = actions.find(({ kind }) => kind === 'WITHDRAW');
  return [
    { href: `${here}/collection`, label: m.way_title(), note: m.my_collection_note() },
    { href: `${here}/result`, label: m.my_see_result() },
    { href: `${here}/registration`, label: m.my_see_registration() },
    { href: `${here}/form`, label: m.my_see_form() },
    { href: `${here}/authorization`, label: m.authorization_title() },
    { href: `${here}/messages`, label: m.messages_title() },
    { href: `${here}/access`, label: m.access_title() },
    ...(viewerRelation === 'REGISTRANT'
      ? [{ href: `${here}/data`, label: m.data_title(), note: m.data_row_note() }]
      : []),
    ...(withdrawal?.allowed
      ? [
          {
            href: `${here}/withdraw`,
            label: m.my_withdraw(),
            note: m.my_withdraw_note(),
            grave: true,
          },
        ]
      : []),
  ];
}
