import { guardianName } from '#lib/i18n/names.ts';
import { maskName } from '@enrolment/rulebook/masking.ts';
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

/** The facts about the child and the guardians, masked as everywhere. */
export function factsOf({ child, guardians }: Named): Fact[] {
  const [first, second] = guardians;
  return [
    { term: m.my_document(), value: child.documentNumber, numeric: true },
    { term: guardianName('FIRST'), value: first ? maskName(first.name) : '' },
    { term: m.my_phone(), value: first ? groupPhone(first.phone) : '', numeric: true },
    ...(second ? [{ term: guardianName('SECOND'), value: maskName(second.name) }] : []),
  ];
}

/** 当前已授权 or 当前未授权 and the way to change it; whoever was authorised reads what that allows. */
export function authorizationOf({ number, authorization, viewerRelation }: ChildRecord) {
  const active = authorization?.active ?? false;
  const change = active ? m.authorization_revoke() : m.authorization_go();
  return {
    state: active ? m.authorization_on() : m.authorization_off(),
    href: `/my/${number}/authorization`,
    label: viewerRelation === 'REGISTRANT' ? change : m.authorization_read(),
  };
}

/**
 * The links of a child's page, the most needed first and what cannot be undone last; at the desk without what takes the
 * family's own account.
 */
export function rowsOf(
  { number, actions, conversation, viewerRelation }: ChildRecord,
  atDesk: boolean,
): RowLink[] {
  const here = `/my/${number}`;
  const withdrawal = actions.find(({ kind }) => kind === 'WITHDRAW');
  return [
    { href: `${here}/collection`, label: m.way_title(), note: m.my_collection_note() },
    { href: `${here}/result`, label: m.my_see_result() },
    { href: `${here}/registration`, label: m.my_see_registration() },
    { href: `${here}/correction`, label: m.correction_title() },
    { href: `${here}/form`, label: m.my_see_form() },
    {
      href: `${here}/conversation`,
      label: m.conversation_title(),
      ...(conversation?.unread ? { note: m.conversation_new_reply() } : {}),
    },
    { href: `${here}/messages`, label: m.messages_title() },
    { href: `${here}/access`, label: m.access_title() },
    ...(viewerRelation === 'REGISTRANT' && !atDesk
      ? [{ href: `${here}/data`, label: m.data_title(), note: m.data_row_note() }]
      : []),
    ...(withdrawal?.allowed && !atDesk
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
