import type {
  CheckStatus,
  ReviewItemKind,
  ServiceKind,
  Stage,
  TreatedAsLocalGround,
} from '@enrolment/rulebook/vocabulary.js';
import { GraphQLDateTime } from 'graphql-scalars';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { CalendarDate } from '../scalars.js';
import {
  CheckStatusEnum,
  GroundEnum,
  ReviewItemKindEnum,
  ServiceKindEnum,
  StageEnum,
} from '../vocabulary.type.js';
import { AssigneeFilterEnum } from '../claim/claim.type.js';
import type { AssigneeFilter } from './filters.js';
import type { RecordOrder } from './orders.js';

const RecordOrderEnum: { [Name in RecordOrder]: Name } = {
  REGISTERED_AT_ASC: 'REGISTERED_AT_ASC',
  REGISTERED_AT_DESC: 'REGISTERED_AT_DESC',
  SUBMITTED_AT_ASC: 'SUBMITTED_AT_ASC',
  STAGE_SINCE_ASC: 'STAGE_SINCE_ASC',
  AWAITS_ANSWER_ASC: 'AWAITS_ANSWER_ASC',
};
registerEnumType(RecordOrderEnum, {
  name: 'RecordOrder',
  description: 'An order of records. Records of the same moment keep one order.',
  valuesConfig: {
    REGISTERED_AT_ASC: { description: 'The first registered first.' },
    REGISTERED_AT_DESC: { description: 'The last registered first.' },
    SUBMITTED_AT_ASC: {
      description: 'By the last submission, the earliest first; what was never submitted comes last.',
    },
    STAGE_SINCE_ASC: {
      description:
        'What has been in its stage longest comes first; what a school has preregistered comes last, since it waits for no decision of the review.',
    },
    AWAITS_ANSWER_ASC: {
      description:
        'By the message that waits for an answer, the oldest first. Only with the filter `awaitsAnswer: true`; BAD_USER_INPUT without it.',
    },
  },
});
export { RecordOrderEnum };

@InputType({ description: 'A review item of a record, and how it stands.' })
export class ReviewItemFilter {
  @Field(() => ReviewItemKindEnum, { description: 'The kind of item.' })
  kind!: ReviewItemKind;

  @Field(() => CheckStatusEnum, { nullable: true, description: 'How it stands; in any state when left out.' })
  status?: CheckStatus | null;
}

@InputType({
  description:
    'Which records to list. Every filter that is given has to hold; what is left out or empty does not restrict.',
})
export class RecordFilter {
  @Field(() => String, { nullable: true, description: 'Entry code of the district chosen at registration.' })
  district?: string | null;

  @Field(() => Int, { nullable: true, description: 'Year of the season; the present season when left out.' })
  season?: number | null;

  @Field(() => ServiceKindEnum, { nullable: true, description: 'The service.' })
  service?: ServiceKind | null;

  @Field(() => GroundEnum, { nullable: true, description: 'Why the child is treated as local.' })
  ground?: TreatedAsLocalGround | null;

  @Field(() => [StageEnum], {
    nullable: true,
    description: 'Stages as the reader may know them: the list agrees with the `stage` that it shows.',
  })
  stages?: Stage[] | null;

  @Field(() => ReviewItemFilter, { nullable: true, description: 'A review item that the record has.' })
  reviewItem?: ReviewItemFilter | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: the district should have decided by now, because its REVIEW phase is over, or because the identity check has had no answer for longer than it usually takes. false: everything else.',
  })
  overdue?: boolean | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description:
      'What the district has to decide until the end of this day in Asia/Shanghai: its REVIEW phase ends by then, or the identity check should have been answered by then. What is overdue is among it; `overdue: false` leaves it out.',
  })
  dueUntil?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: an officer of the district has something to decide on it now, in the review or in an appeal: what the identity check has not matched or has not answered in time, items, a second look. Where every open item was given to others (联审), an officer has nothing to decide and administrators have; neither has she where the subdistrict decides first (街道先行) and has not yet. What others have failed is for officers. false: everything else. Admissions are decided by stage.',
  })
  needsDecision?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: it was returned, the family has submitted it again, and it waits for the district. false: everything else.',
  })
  resubmitted?: boolean | null;

  @Field(() => AssigneeFilterEnum, {
    nullable: true,
    description: 'Who has it in hand; nobody, for records that the viewer does not decide on.',
  })
  assignee?: AssigneeFilter | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Id of one of `colleagues`: what she has in hand, as far as the viewer decides on it. Nothing for an id that there is not.',
  })
  colleague?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: the family has written a message that the office has neither answered nor settled. false: everything else. In a district whose families the viewer does not answer, nobody waits.',
  })
  awaitsAnswer?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: another live record may be of the same child, and no officer has said that it is not. false: everything else. For records that the viewer does not decide on, there is none.',
  })
  nearDuplicate?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: the family asks for a correction that the office has not answered. false: everything else. On records that the viewer does not decide, nothing is asked for.',
  })
  correctionRequested?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'true: the newest SMS to the family was not delivered, and none has gone out since. false: everything else. On records that the viewer does not decide, nothing is told of messages.',
  })
  unreached?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: 'GB/T 2260 province code of the hukou, such as 130000.',
  })
  hukouProvince?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      '街道 or township of the home, under its name of today or of before where its district lists it; whether 街道 stands at the end makes no difference.',
  })
  subdistrict?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Code of the school that has preregistered the child, or to which the district has assigned it. An assignment that is not published is known to its district alone.',
  })
  school?: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A whole collection number, a whole document number or phone of the child or a guardian, or at least two neighbouring characters or a word of a name. BAD_USER_INPUT for anything else.',
  })
  search?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Registered on this day in Asia/Shanghai or later.',
  })
  registeredFrom?: string | null;

  @Field(() => CalendarDate, {
    nullable: true,
    description: 'Registered on this day in Asia/Shanghai or earlier.',
  })
  registeredTo?: string | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'Only records that, with their details and their review, have changed at this time or later.',
  })
  updatedSince?: Date | null;
}
