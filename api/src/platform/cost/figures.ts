/** One object of an answer costs 1. These cost more. */
export const COSTS = {
  /** A field that sends a statement of its own, every query and mutation among them. */
  statement: 10,
  /** A field whose statement is one for the whole page, through a loader: its rows still have to be read. */
  sharedStatement: 1,
  /** Asking for the schema, which no database is needed for; how deep it may go is limited elsewhere. */
  introspection: 1_000,
} as const;

/** Below queries and mutations. */
export const OWN_STATEMENT: ReadonlySet<string> = new Set([
  'CollectionRecord.detailsEditing',
  'CollectionRecord.nearDuplicates',
  'Dashboard.besideLastYear',
  'Dashboard.byDay',
  'Dashboard.byDaysWaited',
  'Dashboard.byDistrict',
  'Dashboard.byGround',
  'Dashboard.byHukouProvince',
  'Dashboard.bySchool',
  'Dashboard.byService',
  'Dashboard.byStage',
  'Dashboard.bySubdistrict',
  'Dashboard.codesSent',
  'Dashboard.forecast',
  'Dashboard.funnel',
  'Dashboard.oldestWaiting',
  'Dashboard.refusedByRule',
  'Dashboard.throughput',
  'Dashboard.total',
  'Dashboard.totalDisclosure',
  'Dashboard.waiting',
  'Dashboard.waitingOverDays',
  'District.familiesWaiting',
  'DistrictCount.forecast',
  'DistrictCount.waitingOverDays',
  'Job.carriedOutBy',
  'Job.rows',
  'Job.summary',
  'JobFile.badLines',
  'RecordConnection.totalCount',
  'ReviewTaskConnection.totalCount',
]);

export const SHARED_STATEMENT: ReadonlySet<string> = new Set([
  'CollectionRecord.actions',
  'CollectionRecord.admissionResult',
  'CollectionRecord.assignee',
  'CollectionRecord.authorization',
  'CollectionRecord.child',
  'CollectionRecord.consents',
  'CollectionRecord.conversation',
  'CollectionRecord.correctionRequest',
  'CollectionRecord.dates',
  'CollectionRecord.details',
  'CollectionRecord.detailsDraft',
  'CollectionRecord.formCharactersByHand',
  'CollectionRecord.freeze',
  'CollectionRecord.guardians',
  'CollectionRecord.history',
  'CollectionRecord.identityCheck',
  'CollectionRecord.messages',
  'CollectionRecord.officeActions',
  'CollectionRecord.rejection',
  'CollectionRecord.reviewItems',
  'CollectionRecord.stageSince',
  'CollectionRecord.steps',
  'CollectionRecord.submissionReceipt',
  'CollectionRecord.submittedInWords',
  'CollectionRecord.turn',
  'Conversation.messages',
  'RecordChangeConnection.newest',
]);

interface BoundedLists {
  /** The number of entries that such a list counts for. */
  readonly entries: number;
  /** This many for each of the requested `days`. */
  readonly aDay?: true;
  readonly because: string;
  readonly fields: readonly string[];
}

/** A season's data end with it, however many days are requested. */
export const MOST_DAYS = 150;

/** Lists without pages, each with the reason why it is short. Every other list takes `first`. */
export const BOUNDED_LISTS: readonly BoundedLists[] = [
  {
    entries: 18,
    because: 'the portal has 18 entries',
    fields: [
      'Dashboard.byDistrict',
      'Query.districts',
      'RegistrationOutlook.openDistricts',
      'Simulation.results',
    ],
  },
  {
    entries: 3,
    because: 'there are three services, two guardians, three retention periods and three likenesses',
    fields: [
      'Child.guardians',
      'CollectionRecord.guardians',
      'ReviewTask.people',
      'Dashboard.byService',
      'Details.employments',
      'Details.residencePermits',
      'DetailsDraft.employments',
      'DetailsDraft.residencePermits',
      'Query.retentionDue',
      'NearDuplicate.likenesses',
      'RevealedDocuments.guardians',
      'DistrictCalendar.services',
      'Season.retention',
    ],
  },
  {
    entries: 4,
    because: 'two texts are agreed to, each in two languages',
    fields: ['CollectionRecord.consents', 'Consent.hashes'],
  },
  {
    entries: 12,
    because:
      'the rulebook has so many stages, actions, dates, steps, review items, phases, grounds and reasons',
    fields: [
      'BroughtForm.originals',
      'CollectionRecord.actions',
      'CollectionRecord.dates',
      'CollectionRecord.officeActions',
      'CollectionRecord.reviewItems',
      'CollectionRecord.steps',
      'CorrectionRequest.corrections',
      'CalendarPreview.phases',
      'FamilyPreview.dates',
      'FamilyPreview.steps',
      'ServiceCalendar.phases',
      'Dashboard.byDaysWaited',
      'Dashboard.byGround',
      'Dashboard.byStage',
      'Dashboard.funnel',
      'DetailsEditing.open',
      'District.reviewRequirements',
      'District.schedule',
      'JointReview.items',
      'RoleGrant.items',
      'StaffGrant.items',
      'ReviewTask.papers',
      'DistrictCount.byStage',
      'ListedApiToken.scopes',
      'ReviewRequirement.papers',
      'SimulatedDistrict.byReason',
      'SimulatedDistrict.byStage',
    ],
  },
  {
    entries: 10,
    because: 'a form has so many parts, a part so many fields, and a field so many choices',
    fields: [
      'CollectionRecord.submittedInWords',
      'Details.advice',
      'Details.answers',
      'DetailsDraft.answers',
      'District.detailsForm',
      'District.questions',
      'DistrictQuestion.choices',
      'DistrictQuestion.options',
      'ExportedDetails.sections',
      'FormBlock.fields',
      'FormField.choices',
      'FormField.kinds',
      'ReceiptSection.lines',
      'ReviewTask.sections',
      'SubmissionReceipt.sections',
    ],
  },
  {
    entries: 20,
    because: 'one submission breaks so many rules at most',
    fields: ['DetailsEditing.missing', 'DetailsEditing.toConfirm', 'Refused.refusals'],
  },
  {
    entries: 20,
    because: 'it grows by what one family, its officers and the queue do for one child in a season',
    fields: [
      'CollectionRecord.formCharactersByHand',
      'CollectionRecord.history',
      'CollectionRecord.messages',
      'CollectionRecord.nearDuplicates',
      'Conversation.messages',
      'RecordExport.details',
      'RecordExport.grants',
      'RecordExport.holding',
    ],
  },
  {
    entries: 2,
    because: 'a line of a file seldom has more than one mistake, and nine columns at most',
    fields: ['JobBadLine.refusals'],
  },
  {
    entries: 30,
    because: 'a job tells so many kinds of outcomes, and the reasons are the rulebook’s',
    fields: ['Job.summary'],
  },
  {
    entries: 20,
    because: 'the newest 20 versions are shown, and a version changes what one form holds',
    fields: [
      'CalendarChange.changes',
      'CalendarChange.touched',
      'DistrictCalendar.editions',
      'JointReview.editions',
      'ReturnText.editions',
      'StaffGrant.editions',
    ],
  },
  {
    entries: 5,
    because: 'an administrator changes a few fields at a time, and there are a few texts to begin with',
    fields: [
      'Conversation.templates',
      'Edition.changes',
      'Mutation.noteMyRoles',
      'Query.myRoles',
      'ReturnText.missing',
    ],
  },
  {
    entries: 100,
    because: 'a copy of all that is held is whole, and a record is copied 30 times an hour',
    fields: ['RecordExport.trail'],
  },
  {
    entries: 10,
    because: 'an account gets 30 codes a day, and each registration takes one',
    fields: ['Query.myRecords'],
  },
  {
    entries: 10,
    because: 'an administrator enters it, in one form or file',
    fields: [
      'District.hotline',
      'District.policies',
      'ListedApiToken.addressRanges',
      'Query.seasons',
      'Site.policies',
      'RoleGrant.subdistricts',
      'StaffGrant.subdistricts',
      'Viewer.roles',
    ],
  },
  {
    entries: 100,
    because: 'a district has so many schools and subdistricts, and the rulebook so many rules',
    fields: [
      'CollectionRecord.returnTextChoices',
      'Query.commonReturnTexts',
      'Query.returnTextChoices',
      'Query.returnTexts',
      'Dashboard.bySchool',
      'Dashboard.bySubdistrict',
      'Dashboard.refusedByRule',
      'Query.rules',
      'Query.schools',
    ],
  },
  {
    entries: 100,
    because: 'a hundred of them are told at most',
    fields: ['AuditChain.broken', 'Query.unusualLooks'],
  },
  { entries: 35, because: 'there are 34 provinces', fields: ['Dashboard.byHukouProvince'] },
  {
    entries: 150,
    because: 'a season’s calendar has so many days',
    fields: ['Dashboard.besideLastYear', 'Dashboard.byDay'],
  },
  {
    entries: 8,
    aDay: true,
    because: 'a day has so many kinds of events and codes, and `days` says how many days are wanted',
    fields: ['Dashboard.codesSent', 'Dashboard.throughput'],
  },
  {
    entries: 100,
    because: 'the files of one request hold at most 100 KiB',
    fields: ['SetupReport.changes', 'SetupReport.mistakes'],
  },
  {
    entries: 1,
    because: 'it has as many entries as the mutation has numbers, and is counted there',
    fields: ['BatchResult.done', 'BatchResult.refused'],
  },
];
