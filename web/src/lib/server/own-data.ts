import { error, type RequestEvent } from '@sveltejs/kit';
import {
  OwnAnswersDocument,
  OwnPapersDocument,
  OwnPoliciesDocument,
  OwnQuestionsDocument,
  OwnReviewItemsDocument,
  OwnSubdistrictsDocument,
  OwnSentencesDocument,
  SetAnswersDocument,
  SetPapersDocument,
  SetPoliciesDocument,
  SetQuestionsDocument,
  SetReviewItemsDocument,
  SetSubdistrictsDocument,
  SetSentencesDocument,
  type EditionShownFragment,
  type OwnListInput,
  type OwnPlaceShownFragment,
} from '@enrolment/schema/client';
import { request } from '#lib/api/client.ts';
import {
  LISTS,
  ofAnswer,
  ofItem,
  ofPaper,
  ofPolicy,
  ofQuestion,
  ofSubdistrict,
  ofSentence,
  toAnswer,
  toItem,
  toPaper,
  toPolicy,
  toQuestion,
  toSubdistrict,
  toSentence,
  type ListName,
  type Values,
} from '#lib/office/own-data/values.ts';
import { act } from './act.ts';

interface Asked {
  readonly district: string | null;
  readonly season: number | null;
}

/** A list as its page shows it. */
export interface ReadList {
  readonly season: OwnPlaceShownFragment['season'];
  readonly revision: number;
  readonly editions: readonly EditionShownFragment[];
  readonly entries: readonly Values[];
  /** Of subdistricts: whether families can give these alone. */
  readonly complete?: boolean;
}

type Read = (event: RequestEvent, asked: Asked) => Promise<ReadList | null>;

const READ: Readonly<Record<ListName, Read>> = {
  questions: async (event, asked) => {
    const { ownData: found } = await request(event, OwnQuestionsDocument, asked);
    return found && { ...found, ...found.questions, entries: found.questions.entries.map(ofQuestion) };
  },
  items: async (event, asked) => {
    const { ownData: found } = await request(event, OwnReviewItemsDocument, asked);
    return found && { ...found, ...found.reviewItems, entries: found.reviewItems.entries.map(ofItem) };
  },
  papers: async (event, asked) => {
    const { ownData: found } = await request(event, OwnPapersDocument, asked);
    return found && { ...found, ...found.papers, entries: found.papers.entries.map(ofPaper) };
  },
  policies: async (event, asked) => {
    const { ownData: found } = await request(event, OwnPoliciesDocument, asked);
    return found && { ...found, ...found.policies, entries: found.policies.entries.map(ofPolicy) };
  },
  subdistricts: async (event, asked) => {
    const { ownData: found } = await request(event, OwnSubdistrictsDocument, asked);
    return (
      found && { ...found, ...found.subdistricts, entries: found.subdistricts.entries.map(ofSubdistrict) }
    );
  },
  sentences: async (event, asked) => {
    const { ownData: found } = await request(event, OwnSentencesDocument, asked);
    return found && { ...found, ...found.sentences, entries: found.sentences.entries.map(ofSentence) };
  },
  answers: async (event, asked) => {
    const { ownData: found } = await request(event, OwnAnswersDocument, asked);
    return found && { ...found, ...found.answers, entries: found.answers.entries.map(ofAnswer) };
  },
};

/** The list that an address names. */
export function listAt({ params }: { readonly params: { readonly list: string } }): ListName {
  return LISTS.find((list) => list === params.list) ?? error(404, 'Not found');
}

/** A list of an office; absent and not theirs are one. */
export async function readOwnList(event: RequestEvent, list: ListName, asked: Asked): Promise<ReadList> {
  const found = await READ[list](event, asked);
  if (!found) error(404, 'Not found');
  const { season, revision, editions, entries, complete = false } = found;
  return { season, revision, editions, entries, complete };
}

/** Sets a list, or tries to. */
export function setOwnList<Kept extends object>(
  event: RequestEvent,
  name: ListName,
  {
    list,
    entries,
    complete = null,
  }: { readonly list: OwnListInput; readonly entries: readonly Values[]; readonly complete?: boolean | null },
  kept: Kept,
) {
  switch (name) {
    case 'questions':
      return act(event, SetQuestionsDocument, { list, entries: entries.map(toQuestion) }, kept);
    case 'items':
      return act(event, SetReviewItemsDocument, { list, entries: entries.map(toItem) }, kept);
    case 'papers':
      return act(event, SetPapersDocument, { list, entries: entries.map(toPaper) }, kept);
    case 'policies':
      return act(event, SetPoliciesDocument, { list, entries: entries.map(toPolicy) }, kept);
    case 'subdistricts':
      return act(
        event,
        SetSubdistrictsDocument,
        { list, entries: entries.map(toSubdistrict), complete },
        kept,
      );
    case 'sentences':
      return act(event, SetSentencesDocument, { list, entries: entries.map(toSentence) }, kept);
    case 'answers':
      return act(event, SetAnswersDocument, { list, entries: entries.map(toAnswer) }, kept);
  }
}
