import {
  ACCESS,
  ACTIONS,
  isSystem,
  NOT_AT_DESK,
  PERSONAL_OPERATIONS,
  PUBLIC_OPERATIONS,
  type AccessRule,
  type OfficeReach,
} from './access.js';
import { ROLE_NAMES } from './names.js';
import { ROLES } from './vocabulary.js';

const REACH: Readonly<Record<OfficeReach, string>> = {
  CITY: 'the whole city',
  DISTRICT: 'own district',
  SCHOOL: 'own school',
  GIVEN_ITEMS: 'items given to it',
};
const inCode = (operations: readonly string[]) => operations.map((name) => `\`${name}\``).join(', ');
const OFFICES = ROLES.filter((role) => role !== 'GUARDIAN' && !isSystem(role));

const operationsFor = (whom: AccessRule['answers']) =>
  ACTIONS.filter((action) => (ACCESS[action] as AccessRule).answers === whom).flatMap((action) => [
    ...ACCESS[action].operations,
  ]);

/** docs/access.md, printed from the access table itself. */
export function renderAccess(): string {
  const rows = ACTIONS.map((action) => {
    const { what, operations, family, offices, scope, note }: AccessRule = ACCESS[action];
    const guardians = family.map((relation) => (relation === 'REGISTRANT' ? 'registrant' : 'authorised'));
    const reaches = OFFICES.map((office) => {
      const reach = offices[office];
      return reach ? REACH[reach] : '';
    });
    return `| \`${action}\` | ${what} | ${guardians.join(', ')} | ${reaches.join(' | ')} | ${scope ? `\`${scope}\`` : ''} | ${inCode(operations)} | ${note ?? ''} |`;
  });
  return [
    '# Who may what',
    '',
    'Printed from `rulebook/src/access.ts` by `npm run codegen`; do not edit it by hand.',
    '',
    'Forbidden and absent answer alike. Administrators give people their roles in the office, each with an end; a role reaches',
    'no further than its district or school, or the review items that its district has given to it. A system, by an API token or a client of the identity provider, reaches as far as the',
    'administrator of its district, or of the city, in what its scopes name; what has no scope is for persons alone.',
    '',
    'Whoever may do it nowhere is refused before anything is read. What a family may do goes by the record instead.',
    '',
    `Every office is refused record by record in ${inCode(operationsFor('EVERY_OFFICE'))}.`,
    '',
    `Whoever is signed in finds what is theirs in ${inCode(operationsFor('EVERYBODY'))}.`,
    '',
    `| action | what | guardians | ${OFFICES.map((office) => ROLE_NAMES[office].en).join(' | ')} | scope of systems | queries and mutations | besides |`,
    `| --- | --- | --- | ${OFFICES.map(() => '---').join(' | ')} | --- | --- | --- |`,
    ...rows,
    '',
    `Everybody, without signing in: ${inCode(PUBLIC_OPERATIONS)}.`,
    '',
    `Whoever is signed in, on their own behalf: ${inCode(PERSONAL_OPERATIONS)}.`,
    '',
    `Nobody who acts for a family at the desk: ${inCode(NOT_AT_DESK)}.`,
    '',
  ].join('\n');
}
