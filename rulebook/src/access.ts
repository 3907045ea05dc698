import { writingsIn } from './subdistrict.js';
import type {
  Department,
  ItemDecider,
  ReviewItemKind,
  Role,
  StaffRole,
  TokenScope,
  ViewerRelation,
} from './vocabulary.js';

/**
 * How far an office reaches: the whole city, its own district, its own school, or the review items that its district has
 * given to its subdistricts or its department.
 */
export type OfficeReach = 'CITY' | 'DISTRICT' | 'SCHOOL' | 'GIVEN_ITEMS';
type System = 'DISTRICT_SYSTEM' | 'MUNICIPAL_SYSTEM';
/** A person's office. */
type Office = StaffRole;
type FamilyRelation = Exclude<ViewerRelation, 'STAFF'>;

export interface AccessRule {
  /** What may be done, for docs/access.md. */
  readonly what: string;
  /** The API's queries and mutations that go by it. */
  readonly operations: readonly string[];
  /** Which of the two guardians may do it: whoever registered the record, and whoever is authorised for it. */
  readonly family: readonly FamilyRelation[];
  readonly offices: Readonly<Partial<Record<Office, OfficeReach>>>;
  /** The scope in which a system may do it; without one it is for persons alone. */
  readonly scope?: TokenScope;
  /**
   * Whom its operations answer besides those who may do it somewhere: every office, which is refused record by record, or
   * everybody signed in, who finds what is theirs. What a family does goes by the record, and so answers everybody.
   */
  readonly answers?: 'EVERY_OFFICE' | 'EVERYBODY';
  /** What else must be true. */
  readonly note?: string;
}

const BOTH = ['REGISTRANT', 'AUTHORIZED'] as const;
const DISTRICT = { DISTRICT_OFFICER: 'DISTRICT', DISTRICT_ADMIN: 'DISTRICT' } as const;

/** Who may do what. Services ask it, lists of records are cut by it, resolvers name it, and docs/access.md is its print. */
export const ACCESS = {
  READ_RECORD: {
    what: 'read a record, its numbers masked',
    operations: ['collectionRecord'],
    family: BOTH,
    offices: { ...DISTRICT, MUNICIPAL_ADMIN: 'CITY', SCHOOL_REGISTRAR: 'SCHOOL' },
    scope: 'LISTS',
    note: 'A school reads the approved children of its district and those that it has preregistered. A look by an office is audited.',
  },
  LIST_RECORDS: {
    what: 'list and search records',
    operations: ['collectionRecords'],
    family: [],
    offices: { ...DISTRICT, MUNICIPAL_ADMIN: 'CITY', SCHOOL_REGISTRAR: 'SCHOOL' },
    scope: 'LISTS',
    note: 'An office lists what it may read; what somebody of it handles as a guardian is not in the list. Each page is audited, and shown to the families whose records were on it.',
  },
  KEEP_VIEWS: {
    what: 'name sets of filters of the queue and the list, with their counts',
    operations: ['savedViews', 'saveView', 'renameView', 'removeView', 'orderViews'],
    family: [],
    offices: { ...DISTRICT, MUNICIPAL_ADMIN: 'CITY', SCHOOL_REGISTRAR: 'SCHOOL' },
    note: 'Each sees her own alone. They count what she may list.',
  },
  READ_SPECIAL_NEEDS: {
    what: 'read what a family says of special needs, language, brothers, sisters and twins',
    operations: [],
    family: BOTH,
    offices: DISTRICT,
    note: 'For persons alone. A school reads it on the form that the family brings; no list, no count and no other office has it.',
  },
  READ_UNPUBLISHED_RESULT: {
    what: 'read an admission before it is published',
    operations: [],
    family: [],
    offices: DISTRICT,
    scope: 'DECISIONS',
  },
  HANDLE_RECORD: {
    what: 'fill in and submit the details, print the form and the decision notice, read the result',
    operations: ['myRecords', 'saveDetails', 'submitDetails'],
    family: BOTH,
    offices: {},
  },
  OWN_RECORD: {
    what: 'withdraw, authorise the second guardian and revoke it, ask for a second look, take home a copy of all that is held',
    operations: [
      'withdrawRecord',
      'requestWithdrawalCode',
      'grantAuthorization',
      'revokeAuthorization',
      'appeal',
      'recordExport',
      'requestExportCode',
      'confirmExport',
    ],
    family: ['REGISTRANT'],
    offices: {},
  },
  READ_AUDIT_TRAIL: {
    what: 'read the audit trail',
    operations: ['auditTrail'],
    family: BOTH,
    offices: { ...DISTRICT, MUNICIPAL_ADMIN: 'CITY' },
    note: 'A family reads which office it was, never which person.',
  },
  WATCH_AUDIT: {
    what: 'see whether the audit trail holds, and what looks unusual in it',
    operations: ['auditChain', 'unusualLooks'],
    family: [],
    offices: { DISTRICT_ADMIN: 'DISTRICT', MUNICIPAL_ADMIN: 'CITY' },
  },
  WATCH_SERVICE: {
    what: 'see what of the service is late or has failed, since when and where, and what begins or ends within days',
    operations: ['serviceHealth', 'serviceTroubles', 'phasesAhead'],
    family: [],
    offices: { DISTRICT_ADMIN: 'DISTRICT', MUNICIPAL_ADMIN: 'CITY' },
    note: 'A district is told what is its own: its messages, checks, webhooks, jobs and publications. Gateways, queue, timetable and verification are the city’s.',
  },
  DECIDE_ON_RECORD: {
    what: 'decide identity checks, review items, rejections, second looks and admissions',
    operations: [
      'decideIdentityCheck',
      'decideReviewItem',
      'rejectRecords',
      'decideAppeal',
      'approveAdmissions',
      'returnTextChoices',
      'recordRevision',
    ],
    family: [],
    offices: DISTRICT,
    scope: 'DECISIONS',
    answers: 'EVERY_OFFICE',
    note: 'What somebody of the office handles as a guardian is for her colleagues alone to decide on, take in hand, correct and preregister.',
  },
  DECIDE_GIVEN_ITEMS: {
    what: 'list, read and decide the review items that the district has given to a subdistrict or department (联审)',
    operations: ['myReviewItems', 'reviewTask', 'revealReviewTask'],
    family: [],
    offices: { SUBDISTRICT_OFFICER: 'GIVEN_ITEMS', DEPARTMENT_REVIEWER: 'GIVEN_ITEMS' },
    note: 'By `decideReviewItem`. A reviewer reads what the item is about, names and numbers masked, and nothing else of the record. Whole names and numbers take a purpose, which is audited.',
  },
  DECIDE_EVERY_ITEM: {
    what: 'decide a review item that the district has given to others',
    operations: [],
    family: [],
    offices: { DISTRICT_ADMIN: 'DISTRICT' },
    note: 'So that nothing waits for somebody who is not there.',
  },
  CORRESPOND: {
    what: 'write to each other about a record, and read what was written',
    operations: ['writeMessage', 'markMessagesRead', 'settleMessages'],
    family: BOTH,
    offices: DISTRICT,
    note: 'For a family an officer is her office, never a person. The office alone settles what needs no answer. City and schools read none of it.',
  },
  SEE_WHOLE_NUMBERS: {
    what: 'reveal whole numbers, correct a registration, print the form and the decision notice for the family',
    operations: ['revealDocument', 'revealDocuments', 'correctRegistration'],
    family: [],
    offices: DISTRICT,
    note: 'A correction and a revelation need a reason, which is audited.',
  },
  CLAIM_RECORD: {
    what: 'take a record in hand, so that nobody else decides on it, leave it and give it back',
    operations: ['claimRecord', 'releaseRecord', 'leaveRecord'],
    family: [],
    offices: DISTRICT,
    note: 'It is free again after 30 minutes without a touch. What a colleague gave goes back to her, if she may still decide.',
  },
  TAKE_OVER_RECORD: {
    what: 'take over a record that a colleague has in hand',
    operations: [],
    family: [],
    offices: { DISTRICT_ADMIN: 'DISTRICT' },
    note: 'By `claimRecord` with `takeOver`; audited.',
  },
  HAND_OVER_RECORDS: {
    what: 'give records to a colleague of the district who decides on them',
    operations: ['handOverRecords', 'colleagues'],
    family: [],
    offices: DISTRICT,
    note: 'What a colleague has in hand only an administrator gives to another; audited. A colleague who turns out to be authorised for the record as a guardian cannot decide it: an administrator takes it over.',
  },
  DECIDE_IN_BULK: {
    what: 'try, start, confirm and decline a decision about up to 5,000 records, or about those of a file',
    operations: ['tryBulk', 'tryFile', 'startBulk', 'confirmBulk', 'declineBulk'],
    family: [],
    offices: DISTRICT,
    note: 'Each record is decided as if by itself. Taking over from colleagues is for administrators. A rejection of several records and a takeover wait for a second person of the district, who is never whoever proposed it; a job about the child whose record somebody handles is absent for her.',
  },
  ASSIST_FAMILIES: {
    what: 'register a child for a guardian who stands at the desk, fill in with the family what it would fill in itself, and withdraw for it',
    operations: ['registerAtDesk', 'openAssistance', 'closeAssistance', 'withdrawAtDesk'],
    family: [],
    offices: DISTRICT,
    note: 'With a signed paper, and until the family’s own account takes the record over. What is done there is done by the office in history and trail.',
  },
  EXPORT_LIST: {
    what: 'export a list with whole names, numbers and phones, and download it',
    operations: ['proposeListExport', 'listExportRows'],
    family: [],
    offices: DISTRICT,
    note: 'It takes a purpose, and another officer of the district who confirms it (by `confirmBulk`). Whoever proposed it alone downloads it, for 24 hours. Each family whose record is in it reads so.',
  },
  REQUEST_CORRECTION: {
    what: 'ask for a correction of what the family cannot edit, and take the request back',
    operations: ['requestCorrection', 'takeBackCorrectionRequest'],
    family: BOTH,
    offices: {},
  },
  DECIDE_CORRECTIONS: {
    what: 'decide on a family’s request for a correction',
    operations: ['acceptCorrectionRequest', 'confirmCorrectionRequest', 'declineCorrectionRequest'],
    family: [],
    offices: DISTRICT,
    note: 'Where a document or phone changes, whoever agrees to it only proposes it, and another officer confirms.',
  },
  JUDGE_DUPLICATES: {
    what: 'say that two records are of two children; freeze a record whose document is disputed, and lift the freeze',
    operations: ['markNotDuplicate', 'freezeRecord', 'unfreezeRecord'],
    family: [],
    offices: DISTRICT,
    note: 'Of a record of another district an officer learns no more than its number, district and stage.',
  },
  PREREGISTER: {
    what: 'look up what a family brings to the school’s desk, preregister approved children, undo it on the same day, note which originals were not brought, and list both',
    operations: [
      'broughtForm',
      'preregister',
      'preregistrations',
      'schoolPlan',
      'undoPreregistration',
      'noteMissingOriginals',
      'takeBackMissingOriginals',
      'missingOriginalsAt',
    ],
    family: [],
    offices: { SCHOOL_REGISTRAR: 'SCHOOL' },
    note: 'Of a number alone the desk learns whether the child is approved, preregistered by a school, or withdrawn; where, only of a form that was brought.',
  },
  READ_DASHBOARD: {
    what: 'read what is counted of a district, of the city, of a school',
    operations: ['dashboard'],
    family: [],
    offices: { ...DISTRICT, MUNICIPAL_ADMIN: 'CITY', SCHOOL_REGISTRAR: 'DISTRICT' },
    scope: 'DASHBOARDS',
    note: 'Counts below 5, and what would tell them, are hidden from whoever may not read the records behind them: from a registrar in the district’s figures, not in those of the school. A school’s figures are for its own registrars, its district and the city.',
  },
  SIMULATE: {
    what: 'count how many live records another age range, a cut-off for the residence or one more document would change',
    operations: ['simulatePolicy', 'simulation', 'simulations', 'cancelSimulation'],
    family: [],
    offices: { DISTRICT_ADMIN: 'DISTRICT', MUNICIPAL_ADMIN: 'CITY' },
    note: 'It changes no record. Whoever requested a simulation cancels it; the other administrators of the place read it.',
  },
  OVERSEE_JOBS: {
    what: 'read and cancel the jobs that others of the district have asked for',
    operations: ['job', 'jobs', 'cancelJob'],
    family: [],
    offices: { DISTRICT_ADMIN: 'DISTRICT' },
    scope: 'DECISIONS',
    answers: 'EVERYBODY',
    note: 'Whoever asked for a job reads and cancels it. What needs a second person is read by every officer of the district.',
  },
  READ_CHANGES: {
    what: 'follow the changes of stages and the publications of results, without a word about anybody',
    operations: ['recordChanges'],
    family: [],
    offices: { ...DISTRICT, MUNICIPAL_ADMIN: 'CITY' },
    scope: 'LISTS',
  },
  ADMINISTER_WEBHOOKS: {
    what: 'have other systems told of changes by webhooks, read what was sent to them and send it again',
    operations: [
      'webhook',
      'webhooks',
      'webhookDeliveries',
      'createWebhook',
      'updateWebhook',
      'rotateWebhookSecret',
      'replayWebhook',
      'replayWebhookDeliveries',
      'deleteWebhook',
    ],
    family: [],
    offices: { DISTRICT_ADMIN: 'DISTRICT', MUNICIPAL_ADMIN: 'CITY' },
    scope: 'WEBHOOKS',
    note: 'A webhook tells what whoever last set it may know: the city’s tells no result before its publication. A system handles only those that it has registered itself.',
  },
  READ_CALENDAR: {
    what: 'read the calendar of a district with its versions, and try what families would see by it',
    operations: ['districtCalendar', 'calendarPreview'],
    family: [],
    offices: { ...DISTRICT, MUNICIPAL_ADMIN: 'CITY' },
    note: 'What everybody may know of it is in `district`.',
  },
  ADMINISTER_DISTRICT: {
    what: 'set the calendar of a district; say who decides which review item, and whether rejecting several records and publishing its results take a second person',
    operations: ['setPhase', 'setCalendar', 'setSecondPerson', 'jointReview', 'setJointReview'],
    family: [],
    offices: { DISTRICT_ADMIN: 'DISTRICT' },
  },
  PUBLISH_RESULTS: {
    what: 'see what a publication of a district’s results would publish; propose, confirm and cancel it',
    operations: [
      'publicationPreview',
      'publications',
      'publication',
      'publishResults',
      'proposePublication',
      'confirmPublication',
      'cancelPublication',
    ],
    family: [],
    offices: { DISTRICT_ADMIN: 'DISTRICT' },
    note: 'Whoever proposed a publication never confirms it. `publishResults` publishes at once, unless the district has said that it takes two.',
  },
  CORRECT_RESULT: {
    what: 'correct a published result',
    operations: ['correctResult', 'confirmResultCorrection', 'declineResultCorrection', 'resultCorrections'],
    family: [],
    offices: { DISTRICT_ADMIN: 'DISTRICT' },
    note: 'Whoever proposed a correction never confirms it, and nobody does either for a child whose record she handles as a guardian.',
  },
  EDIT_OWN_DATA: {
    what: 'edit what a district, or the city, sets for itself: texts for returning an item, questions, review items, papers, policies, sentences in messages, answers to families, subdistricts, notices, phones and desk, schools and their plans, and the holidays of a year',
    operations: [
      'plannedSchools',
      'plannedSchool',
      'createSchool',
      'updateSchool',
      'districtDesk',
      'setDistrictDesk',
      'holidayCalendar',
      'setHolidays',
      'returnTexts',
      'returnText',
      'commonReturnTexts',
      'createReturnText',
      'updateReturnText',
      'switchReturnText',
      'ownData',
      'setQuestions',
      'setReviewItems',
      'setPapers',
      'setPolicies',
      'setSubdistricts',
      'setSentences',
      'setAnswers',
      'noticeVersions',
      'publishNotice',
    ],
    family: [],
    offices: { DISTRICT_ADMIN: 'DISTRICT', MUNICIPAL_ADMIN: 'CITY' },
    note: 'The city reads those of every district. A district alone edits its own, and the city the city’s. Holidays are the city’s.',
  },
  ADMINISTER_CITY: {
    what: 'plan, open, close and archive seasons, and erase what is due',
    operations: [
      'seasonOverviews',
      'planSeason',
      'openSeason',
      'closeSeason',
      'archiveSeason',
      'retentionDue',
    ],
    family: [],
    offices: { MUNICIPAL_ADMIN: 'CITY' },
  },
  SET_UP_CITY: {
    what: 'set up the city from files',
    operations: ['setUpCity'],
    family: [],
    offices: { MUNICIPAL_ADMIN: 'CITY' },
    scope: 'IMPORTS',
  },
  GIVE_ROLES: {
    what: 'see who holds which role until when, give roles, change their ends and take them away',
    operations: ['staffGrants', 'staffGrant', 'giveRole', 'changeRoleEnd', 'takeRole'],
    family: [],
    offices: { DISTRICT_ADMIN: 'DISTRICT', MUNICIPAL_ADMIN: 'CITY' },
    note: 'The city gives the roles of administrators, and a district alone the other roles of the district. The city can take every role away. Nobody gives a role to herself, and nobody changes or takes her own.',
  },
  MANAGE_TOKENS: {
    what: 'create, list and revoke API tokens',
    operations: ['apiTokens', 'createApiToken', 'revokeApiToken'],
    family: [],
    offices: { DISTRICT_ADMIN: 'DISTRICT', MUNICIPAL_ADMIN: 'CITY' },
    note: 'A district alone creates tokens for itself, and the city for the city; the city lists and revokes all of them.',
  },
} as const satisfies Record<string, AccessRule>;

/** What everybody may ask for, signed in or not. */
export const PUBLIC_OPERATIONS = [
  'district',
  'districts',
  'formVerification',
  'guardianNotice',
  'guidance',
  'now',
  'privacyPolicy',
  'rules',
  'schools',
  'season',
  'seasons',
  'site',
  'viewer',
] as const;

/** What anyone signed in may do on their own behalf, whatever their roles. */
export const PERSONAL_OPERATIONS = [
  'endSession',
  'myRoles',
  'noteMyRoles',
  'recordsToTakeOver',
  'registerChild',
  'requestCaptcha',
  'requestSmsCode',
  'takeOverRecord',
] as const;

/** What takes the family's own account: in its place at the desk, an officer is refused. */
export const NOT_AT_DESK = [
  'confirmExport',
  'recordExport',
  'requestExportCode',
  'requestWithdrawalCode',
  'withdrawRecord',
  'writeMessage',
] as const;

export type Action = keyof typeof ACCESS;
export const ACTIONS = Object.keys(ACCESS) as Action[];

/** The action that a query or mutation is checked by; undefined if it is open to everybody. */
export const actionOf = (operation: string): Action | undefined =>
  ACTIONS.find((action) => (ACCESS[action] as AccessRule).operations.includes(operation));

/** An office that somebody holds. */
export interface OfficeGrant {
  readonly role: Role;
  readonly district: string | null;
  readonly school: string | null;
  /** Of a subdistrict officer: the subdistricts. */
  readonly subdistricts?: readonly string[] | undefined;
  /** Every way to write them, former names among them, as their district lists them. */
  readonly writings?: readonly string[] | undefined;
  /** Of a department reviewer: the department, and the items that she decides for it. */
  readonly department?: Department | null | undefined;
  readonly items?: readonly ReviewItemKind[] | undefined;
  /** The scopes in which a system is let in. */
  readonly scopes?: readonly TokenScope[] | undefined;
}

/** The office that bounds a system: it never does more than the administrators who let it in. */
const BOUNDED_BY: Readonly<Record<System, Office>> = {
  DISTRICT_SYSTEM: 'DISTRICT_ADMIN',
  MUNICIPAL_SYSTEM: 'MUNICIPAL_ADMIN',
};

/** The role of a program, which is no person. */
export const isSystem = (role: Role): role is System => role in BOUNDED_BY;

/** Whether these are the grants of a program. */
export const isOfSystem = (grants: readonly Pick<OfficeGrant, 'role'>[]): boolean =>
  grants.some(({ role }) => isSystem(role));

/** Whether somebody is more than a guardian: staff, or a system. */
export const holdsOffice = (grants: readonly Pick<OfficeGrant, 'role'>[]): boolean =>
  grants.some(({ role }) => role !== 'GUARDIAN');

/** How far this office reaches in an action; null if it may not take it. */
export function reachIn(
  action: Action,
  { role, scopes = [] }: Pick<OfficeGrant, 'role' | 'scopes'>,
): OfficeReach | null {
  const { offices, scope }: AccessRule = ACCESS[action];
  if (role === 'GUARDIAN') return null;
  if (!isSystem(role)) return offices[role] ?? null;
  return scope !== undefined && scopes.includes(scope) ? (offices[BOUNDED_BY[role]] ?? null) : null;
}

/** A review item of a record, and who decides it. */
export interface GivenItem {
  readonly kind: ReviewItemKind;
  readonly decider: ItemDecider;
  /** Of the home, as the family wrote it; null where the home is in another district. */
  readonly subdistrict: string | null;
}

interface ActionPlace {
  readonly district?: string | null;
  readonly school?: string | null;
  readonly item?: GivenItem;
}

function isGivenTo(office: OfficeGrant, { kind, decider, subdistrict }: GivenItem): boolean {
  const { role, department, items = [] } = office;
  if (decider === 'SUBDISTRICT')
    return role === 'SUBDISTRICT_OFFICER' && subdistrict !== null && writingsIn(office).includes(subdistrict);
  return role === 'DEPARTMENT_REVIEWER' && decider === department && items.includes(kind);
}

/** The one of a viewer’s offices by which she may do it there; null if there is none. A null place is the whole city. */
export function officeFor<Grant extends OfficeGrant>(
  action: Action,
  grants: readonly Grant[],
  place: ActionPlace,
): Grant | null {
  const reaches = (grant: Grant) => {
    const reach = reachIn(action, grant);
    const inDistrict = grant.district !== null && grant.district === place.district;
    if (reach === 'DISTRICT') return inDistrict;
    if (reach === 'GIVEN_ITEMS')
      return inDistrict && place.item !== undefined && isGivenTo(grant, place.item);
    if (reach === 'SCHOOL') return grant.school !== null && grant.school === place.school;
    return reach === 'CITY';
  };
  return grants.find(reaches) ?? null;
}

/** Whether any of the offices may do it anywhere at all. */
export const mayAnywhere = (action: Action, grants: readonly OfficeGrant[]): boolean =>
  grants.some((grant) => reachIn(action, grant) !== null);

/**
 * Whether the operations of an action answer somebody who is signed in. That is not yet a yes: the service asks where
 * she may do it, and what is absent and what is not hers are refused alike.
 */
export function mayAsk(action: Action, grants: readonly OfficeGrant[]): boolean {
  const { family, answers }: AccessRule = ACCESS[action];
  if (family.length > 0 || answers === 'EVERYBODY') return true;
  return answers === 'EVERY_OFFICE' ? holdsOffice(grants) : mayAnywhere(action, grants);
}

/** Whether somebody with this relation to a record may do it as its family. */
export function mayAsFamily(action: Action, relation: ViewerRelation): boolean {
  const { family }: AccessRule = ACCESS[action];
  return family.some((one) => one === relation);
}

/** Whether a system may ask for it at all: if it is open to everybody, or if its scopes cover it. It owns nothing. */
export function maySystemAsk(operation: string, grants: readonly OfficeGrant[]): boolean {
  if (PUBLIC_OPERATIONS.some((name) => name === operation)) return true;
  const action = actionOf(operation);
  return action !== undefined && mayAnywhere(action, grants);
}
