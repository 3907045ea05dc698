import { OFFICE_RULES } from './office-rules.js';
import { refuse, type Refusal } from './refusal.js';

/** One SMS has room for so many characters; a longer text goes in parts, each of which says which part it is. */
const ALONE_LENGTH = 70;
export const PART_LENGTH = 67;

/** How many SMS a text of so many UTF-16 units takes: each of ours has a character that only UCS-2 can carry. */
export const partsOf = (length: number): number =>
  length <= ALONE_LENGTH ? 1 : Math.ceil(length / PART_LENGTH);

/** Ends of an address, however they are written. */
const SUFFIX = 'com|cn|net|org|gov|edu|biz|mobi|dev|xyz|icu|cc|tv|co|io|ai|中国|公司|网络|网址|政务|公益';
/** And those that are words: a sentence that begins behind a dot without a space begins with a capital, “days.Work”. */
const WORD =
  'info|name|app|shop|store|site|online|top|vip|club|group|link|live|work|pro|tech|fun|ink|ltd|wang|click';
/** What phones turn into a link: a scheme, an address of mail, the end of an address behind a dot. */
const LINKS = [
  new RegExp(`://|@|(?:^|[^a-z])www(?![a-z])|[\\p{L}\\d][.。](?:${SUFFIX})(?![a-z\\d])`, 'iu'),
  new RegExp(`[\\p{L}\\d][.。](?:(?:${WORD})(?![a-z\\d])|(?:${WORD.toUpperCase()})(?![A-Z\\d]))`, 'u'),
  // Of any other end, small letters on both sides, or a path behind it.
  /[a-z][a-z\d-]+\.[a-z]{2,}|[a-z\d]\.[a-z]{2,}\/[a-z\d]/u,
];
/**
 * An account of letters alone looks like a word. It is one where it is called so, “WeChat ID ruxuedesk”, “Our WeChat account
 * is ruxuedesk”, or ends what is said of an account, a colon or quotation marks: “WeChat: ruxuedesk”. “WeChat: read the
 * posts”, “WeChat “Enrolment” tells the dates” and “No WeChat ID needed” name none.
 */
const [OF, KIND, MARKS, LETTERS, ENDS] = [
  '(?:^|[^a-z])(?:wechat|weixin|wx|vx|qq)',
  '(?:\\s*(?:official|account|group)(?![a-z]))',
  '[\\s:"“‘\']*',
  '(?<account>[a-z][a-z-]{4,})(?![\\w-])',
  '(?=\\s*(?:$|[^\\s\\p{L}\\d]|\\p{Script=Han}))',
];
const LETTERED_ACCOUNTS = [
  `${OF}${KIND}*\\s*(?:id|no\\.|number)(?![a-z])(?:${MARKS}is(?![a-z]))?${MARKS}${LETTERS}`,
  `${OF}(?:${KIND}+|${KIND}*\\s*name)\\s+is(?![a-z])${MARKS}${LETTERS}`,
  `${OF}(?:${KIND}+|${KIND}*\\s*name)${MARKS}["“‘':]${MARKS}${LETTERS}${ENDS}`,
  `${OF}\\s*:${MARKS}${LETTERS}${ENDS}`,
  `${OF}\\s*(?<account>["“‘'][a-z][a-z-]{4,})["”’']`,
  // Behind a bare “WeChat account” a verb can end the sentence, too; no pinyin ends in s.
  `${OF}${KIND}+\\s+(?![a-z]+s(?![a-z]))${LETTERS}${ENDS}`,
].map((pattern) => new RegExp(pattern, 'giu'));
/** In quotation marks alone, a name with a capital is a mini-program’s. */
const TITLE = /^["“‘'][A-Z]/;
/** Words of a sentence; no pinyin ends in -ed or -ly. */
const PLAIN = new RegExp(
  `^(?:[a-z-]*(?:ed|ly)|${[
    'about|above|after|again|always|another|appears|available|because|before|being|below|cannot|changes|could|either',
    'empty|enough|first|follows|found|given|hidden|instead|known|meant|missing|necessary|needs|never|neither|often',
    'online|optional|other|please|private|public|remains|running|should|shown|stands|stays|still|taken|there|these',
    'those|today|tomorrow|under|unnecessary|until|weekdays|where|which|without|working|would|written|yours',
  ].join('|')})$`,
  'i',
);
const namesAccount = (text: string): boolean =>
  LETTERED_ACCOUNTS.some((pattern) =>
    [...text.matchAll(pattern)].some(
      ({ groups }) => !PLAIN.test(groups!.account!) && !TITLE.test(groups!.account!),
    ),
  );

/** An account behind the name of what it is of: “微信号 ruxue_desk”, “QQ群 123456”. “关注本区公众号” names none. */
const ACCOUNTS = [
  /(?:微信|薇信|QQ|公众号|抖音|钉钉)[群号账帐户搜索关注加是为叫:\s"'“”‘’「」]*(?!wechat|weixin)(?:[a-z][\w-]{4,}|\d{5,})/iu,
  /(?:^|[^a-z])(?:wechat|weixin|wx|vx|qq)(?:[:\s]|(?:official|account|group|number|no\.|id|is)(?![a-z]))*(?=[\w-]*[\d_])[a-z\d][\w-]{4,}/iu,
];

/** Brackets mark an SMS’s sender; the others are of pages and of templates, and nothing here fills them in. */
const MARKUP = /[<>{}[\]【】]|&#?\w+;|%[sd\d]|\$\w/u;

/** 2027-06-08, 2027年6月8日 or 20270608, and 9:30: numbers that are neither a phone nor a document. */
const DATE =
  /(^|\D)20\d{2}(?:[-./年]\d{1,2}[-./月]\d{1,2}日?|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]))(?!\d)/g;
const TIME = /(^|\D)(?:[01]?\d|2[0-3]):[0-5]\d(?!\d)/g;
/** Digits as they are spoken, too. */
const DIGIT = /[\p{Nd}〇零一二三四五六七八九幺]/gu;
/** So many digits, with whatever people put between them. */
const NUMBER = new RegExp(`0(?:[^\\p{L}\\p{N}]*0){${OFFICE_RULES.smsNumber.limit - 1},}`, 'u');
/** Passports with letters have six digits or more. */
const DIGITS_WITH_LETTERS = 6;

function hasNumber(rest: string): boolean {
  const lettered = (rest.match(/[a-z\d]+/gi) ?? []).some(
    (one) => /[a-z]/i.test(one) && one.replace(/\D/g, '').length >= DIGITS_WITH_LETTERS,
  );
  return lettered || NUMBER.test(rest.replace(DIGIT, '0'));
}

/** What goes to every family by SMS: nothing to follow, nothing to call, nothing about anybody, nothing to be filled in. */
export function checkOfSms(text: string, field: string): Refusal[] {
  // As a phone reads it: full-width letters, circled digits and the like are what they stand for.
  const plain = text.normalize('NFKC');
  const rest = plain.replace(DATE, '$1日').replace(TIME, '$1时');
  const leads =
    LINKS.some((link) => link.test(plain)) ||
    ACCOUNTS.some((account) => account.test(rest)) ||
    namesAccount(rest);
  return [
    ...(leads ? [refuse('smsLink', { field })] : []),
    ...(hasNumber(rest) ? [refuse('smsNumber', { field })] : []),
    ...(MARKUP.test(plain) ? [refuse('smsMarkup', { field })] : []),
  ];
}
