import { OWN_LENGTHS } from '@enrolment/rulebook/own-data.js';
import { SUBDISTRICT_LENGTHS } from '@enrolment/rulebook/subdistrict-list.js';

/** What the API says of the fields that are read and written alike. */
const { question, reviewItem, paper, policy, sentence, answer } = OWN_LENGTHS;
const most = (length: number) => `at most ${length.toLocaleString('en')} characters`;

export const PLACE = 'Entry code of the district; null for what the city sets for every district.';
export const SERVICE = 'The service that it is for.';
export const KEY =
  'Key under which answers are given, such as MONTHS_IN_DISTRICT: unique within the service, and never another question’s.';
export const QUESTION = `The question in Chinese, ${most(question.label)}.`;
export const QUESTION_EN = `The question in English, ${most(question.labelEn)}.`;
export const HELP = `Why it is asked and where the answer is found, in Chinese, ${most(question.help)}; null when nothing is said.`;
export const HELP_EN = `The same in English, ${most(question.helpEn)}; needed where there is Chinese.`;
export const KIND = 'Kind of answer; it stays once the season is open.';
export const NEEDED = 'Whether an answer is needed to submit the details.';
export const CHOICES = `For CHOICE alone: the values that an answer can have, in Chinese, two at least, each ${most(question.choices)}.`;
export const CHOICES_EN = `The same choices in English, in the same order, each ${most(question.choicesEn)}.`;
export const ITEM = 'Which item of the review; each at most once for a service.';
export const ITEM_LABEL = `What families call it, in Chinese, ${most(reviewItem.label)}.`;
export const ITEM_LABEL_EN = `The same in English, ${most(reviewItem.labelEn)}.`;
export const PAPER_ITEM = 'The review item that it proves.';
export const PAPER_SERVICE = 'The service that it is for; null for every one.';
export const PAPER_GROUND = 'The ground that it is for, of TREATED_AS_LOCAL alone; null for every one.';
export const PAPER_LABEL = `The paper in Chinese, ${most(paper.label)}.`;
export const PAPER_LABEL_EN = `The same in English, ${most(paper.labelEn)}.`;
export const SUBDISTRICT = `Its name in Chinese with 街道, 镇 or 乡 at the end, ${most(SUBDISTRICT_LENGTHS.name)}; no two of a list can be taken for each other.`;
export const SUBDISTRICT_EN = `Its name in English, ${most(SUBDISTRICT_LENGTHS.nameEn)}; null where the Chinese one is shown.`;
export const SUBDISTRICT_CODE = '统计用区划代码 of 9 or 12 digits; null when it is not given.';
export const FORMER_NAMES =
  'What it was called before. Records and roles under these names stay with it, so whoever renames it adds the old name.';
export const CLOSED_FROM =
  'The first day on which families cannot choose it any more; null while they can. Records under its name stay as they are.';
export const TITLE = `Title, in Chinese as published, ${most(policy.title)}; unique in its list.`;
export const URL = `Its publication elsewhere: an https address, ${most(policy.url)}; null when there is none.`;
export const PUBLISHED_ON = 'Day of publication; null when it is not known.';
export const BODY = `The text, plain, one paragraph per line, ${most(policy.body)}; null when it is only published elsewhere.`;
export const SENTENCE_KIND = 'The messages to which it is added; each kind at most once.';
export const SENTENCE = `The sentence in Chinese, on one line, ${most(sentence.text)} and no more than \`roomLeft\` of its message says: no link, no number of 7 digits or more, no brackets, no placeholder. A full stop is added where none stands.`;
export const SENTENCE_EN = `The same in English, ${most(sentence.textEn)}, by the same rules.`;
export const ANSWER_NAME = `What officers choose it by, in Chinese, ${most(answer.name)}; unique in its list.`;
export const ANSWER_NAME_EN = `The same in English, ${most(answer.nameEn)}.`;
export const ANSWER = `What a message to a family that reads Chinese begins with, ${most(answer.text)}.`;
export const ANSWER_EN = `The same for a family that reads English, ${most(answer.textEn)}.`;
