import type { Action } from '@enrolment/rulebook/access.ts';
import { m } from '#lib/i18n/messages/messages.js';

type Words = () => string;

interface Topic {
  /** The anchor. */
  readonly id: string;
  /** It is for those who may take this action, and told at this page. */
  readonly action: Action;
  readonly path: string;
  readonly title: Words;
  /** One a line. */
  readonly steps: Words;
}

interface Group {
  readonly title: Words;
  readonly topics: readonly Topic[];
}

const topic = (id: string, action: Action, path: string, title: Words, steps: Words): Topic => ({
  id,
  action,
  path,
  title,
  steps,
});

/** How each thing is done in the office and at a school’s desk. docs/office.md is printed from the same words. */
export const HELP: readonly Group[] = [
  {
    title: m.office_help_group_record,
    topics: [
      topic('queue', 'DECIDE_ON_RECORD', '/office/queue', m.office_help_queue, m.office_help_queue_steps),
      topic(
        'hand-over',
        'HAND_OVER_RECORDS',
        '/office/queue',
        m.office_help_hand_over,
        m.office_help_hand_over_steps,
      ),
      topic(
        'messages',
        'CORRESPOND',
        '/office/messages',
        m.office_help_messages,
        m.office_help_messages_steps,
      ),
      topic(
        'corrections',
        'DECIDE_CORRECTIONS',
        '/office/records',
        m.office_help_corrections,
        m.office_help_corrections_steps,
      ),
      topic(
        'duplicates',
        'JUDGE_DUPLICATES',
        '/office/records',
        m.office_help_duplicates,
        m.office_help_duplicates_steps,
      ),
    ],
  },
  {
    title: m.office_help_group_many,
    topics: [
      topic('views', 'KEEP_VIEWS', '/office/views', m.office_help_views, m.office_help_views_steps),
      topic('list', 'LIST_RECORDS', '/office/records', m.office_help_list, m.office_help_list_steps),
      topic('export', 'EXPORT_LIST', '/office/records', m.office_help_export, m.office_help_export_steps),
      topic('bulk', 'DECIDE_IN_BULK', '/office/bulk', m.office_help_bulk, m.office_help_bulk_steps),
      topic(
        'import',
        'DECIDE_IN_BULK',
        '/office/bulk/import',
        m.office_help_import,
        m.office_help_import_steps,
      ),
    ],
  },
  {
    title: m.office_help_group_desk,
    topics: [
      topic('assist', 'ASSIST_FAMILIES', '/office/assist', m.office_help_assist, m.office_help_assist_steps),
    ],
  },
  {
    title: m.office_help_group_joint,
    topics: [
      topic(
        'review',
        'DECIDE_GIVEN_ITEMS',
        '/office/review',
        m.office_help_review,
        m.office_help_review_steps,
      ),
    ],
  },
  {
    title: m.office_help_group_school,
    topics: [
      topic(
        'preregister',
        'PREREGISTER',
        '/school',
        m.office_help_preregister,
        m.office_help_preregister_steps,
      ),
      topic('lists', 'PREREGISTER', '/school/list', m.office_help_lists, m.office_help_lists_steps),
    ],
  },
  {
    title: m.office_help_group_district,
    topics: [
      topic(
        'calendar',
        'ADMINISTER_DISTRICT',
        '/office/calendar',
        m.office_help_calendar,
        m.office_help_calendar_steps,
      ),
      topic(
        'own-data',
        'EDIT_OWN_DATA',
        '/office/own-data',
        m.office_help_own_data,
        m.office_help_own_data_steps,
      ),
      topic(
        'schools',
        'EDIT_OWN_DATA',
        '/office/own-data/schools',
        m.office_help_schools,
        m.office_help_schools_steps,
      ),
      topic('texts', 'EDIT_OWN_DATA', '/office/texts', m.office_help_texts, m.office_help_texts_steps),
      topic(
        'joint-review',
        'ADMINISTER_DISTRICT',
        '/office/joint-review',
        m.office_help_joint_review,
        m.office_help_joint_review_steps,
      ),
      topic(
        'publish',
        'PUBLISH_RESULTS',
        '/office/publication',
        m.office_help_publish,
        m.office_help_publish_steps,
      ),
      topic(
        'correct-result',
        'CORRECT_RESULT',
        '/office/records',
        m.office_help_correct_result,
        m.office_help_correct_result_steps,
      ),
    ],
  },
  {
    title: m.office_help_group_figures,
    topics: [
      topic(
        'dashboard',
        'READ_DASHBOARD',
        '/office/dashboard',
        m.office_help_dashboard,
        m.office_help_dashboard_steps,
      ),
      topic(
        'simulate',
        'SIMULATE',
        '/office/simulator',
        m.office_help_simulate,
        m.office_help_simulate_steps,
      ),
    ],
  },
  {
    title: m.office_help_group_order,
    topics: [
      topic('people', 'GIVE_ROLES', '/office/people', m.office_help_people, m.office_help_people_steps),
      topic('audit', 'READ_AUDIT_TRAIL', '/office/audit', m.office_help_audit, m.office_help_audit_steps),
      topic('health', 'WATCH_SERVICE', '/office/health', m.office_help_health, m.office_help_health_steps),
      topic('systems', 'MANAGE_TOKENS', '/office/tokens', m.office_help_systems, m.office_help_systems_steps),
      topic(
        'seasons',
        'ADMINISTER_CITY',
        '/office/seasons',
        m.office_help_seasons,
        m.office_help_seasons_steps,
      ),
      topic(
        'city',
        'ADMINISTER_CITY',
        '/office/own-data/notices',
        m.office_help_city,
        m.office_help_city_steps,
      ),
    ],
  },
];

/** What somebody may do in a place, in words. */
export const helpFor = (may: (action: Action) => boolean) =>
  HELP.flatMap(({ title, topics }) => {
    const shown = topics.filter(({ action }) => may(action));
    return shown.length === 0
      ? []
      : [
          {
            title: title(),
            topics: shown.map(({ id, path, title: name, steps }) => ({
              id,
              path,
              title: name(),
              steps: steps().split('\n'),
            })),
          },
        ];
  });
