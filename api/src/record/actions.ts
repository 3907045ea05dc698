import { checkGrant, checkRevocation } from '@enrolment/rulebook/authorization.js';
import { checkEditing } from '@enrolment/rulebook/details/window.js';
import { explain, refuse, type Refusal } from '@enrolment/rulebook/refusal.js';
import { appealStanding, checkResult } from '@enrolment/rulebook/review.js';
import { grantFacts } from '../authorization/grant-facts.js';
import { calendarOf } from '../calendar/windows.js';
import { actorOf, type Context } from '../context.js';

import { mayHandle } from './access.js';
import { RecordActionView, type CollectionRecordView } from './record.type.js';
import { returnedOf } from './returned.js';

/** What this viewer may do with a record now, by the same functions as the mutations. */
export async function actionsOf(record: CollectionRecordView, context: Context): Promise<RecordActionView[]> {
  const { row, stage, reviewShown, resultShown } = record;
  const { districts, language, now, records, services } = context;
  const [district, phases, returned, rejection, grant] = await Promise.all([
    districts.byCode.load(row.district),
    districts.schedule.load(calendarOf(row)),
    returnedOf(record.known, context),
    records.rejection.load(row.id),
    grantFacts(row, records),
  ]);
  const hotline = district?.hotline[0] ?? '';
  const window = phases.find(({ kind }) => kind === 'DETAILS') ?? null;
  const editing = checkEditing({ stage, window, returned, hotline }, now);
  const handles = mayHandle(row);
  const forFamily = (refusals: Refusal[]) => (handles ? refusals : [refuse('notAllowed')]);
  const forRegistrant = (refusals: Refusal[]) => (grant.registrant ? refusals : [refuse('notAllowed')]);
  const shownRejection = reviewShown ? rejection : null;
  const appeal = {
    stage,
    dueAt: shownRejection?.appealDueAt ?? null,
    made: shownRejection?.appealedAt != null,
  };
  const refusals: [RecordActionView['kind'], Refusal[]][] = [
    ['EDIT_DETAILS', forFamily(editing)],
    ['SUBMIT_DETAILS', forFamily(editing)],
    ['PRINT_FORM', await services.forms.check(row, actorOf(context), districts)],
    ['VIEW_RESULT', checkResult(resultShown && row.publishedAt != null)],
    ['GRANT_AUTHORIZATION', checkGrant(grant)],
    ['REVOKE_AUTHORIZATION', checkRevocation(grant)],
    ['APPEAL', forRegistrant(appealStanding(appeal, hotline, now))],
    ['WITHDRAW', services.withdrawal.check(row, actorOf(context), hotline)],
  ];
  return refusals.map(
    ([kind, [refusal]]) => new RecordActionView(kind, refusal ? explain(refusal, language).message : null),
  );
}
