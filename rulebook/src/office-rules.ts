import { learn, rule, RULES, type Rule } from './rules.js';

/** Rules that the office alone meets: a module that refuses by one of them imports this one. */
export const OFFICE_RULES = {
  forbiddenToAsk: rule(
    'NOT_ALLOWED',
    '入学时不得要求提供“{value}”。',
    'An admission may not ask for this: “{value}”.',
    {
      clause: '教育部 2022 年义务教育招生入学通知',
      wayOut: [
        '请删去这一内容；确有需要的，请先请示市教委。',
        'Please leave it out; where it is needed, ask the city’s education commission first.',
      ],
    },
  ),
  questionKey: rule(
    'INVALID_FORMAT',
    '代号要用大写字母开头，只用大写字母、数字和下划线，最多 40 个。',
    'A key begins with a capital letter and has capital letters, digits and underscores alone, 40 at most.',
    { wayOut: ['例如 MONTHS_IN_DISTRICT。', 'Such as MONTHS_IN_DISTRICT.'] },
  ),
  questionKindStays: rule(
    'NOT_ALLOWED',
    '入学年度已经开放，这个问题的回答方式不能再改。',
    'The season is open, so the kind of answer to this question cannot be changed.',
    {
      wayOut: [
        '请把它停问，另用一个代号提新问题。',
        'Please take it back and ask a new question with a key of its own.',
      ],
    },
  ),
  choicesOfChoice: rule(
    'INVALID_FORMAT',
    '单选题至少要有两个选项；其他问题没有选项。',
    'A question with choices needs two at least; any other question has none.',
  ),
  choicesInBoth: rule(
    'INVALID_FORMAT',
    '中文选项和英文选项的数目不一样。',
    'The choices are not the same number in both languages.',
    { wayOut: ['请逐行对应。', 'Please write them line by line alike.'] },
  ),
  itemsIdentityAlone: rule(
    'INVALID_FORMAT',
    '这项服务除身份核验外，至少要有一个审核项。',
    'This service needs one review item at least besides the identity.',
    {
      wayOut: [
        '请再加一项，或把这项服务的审核项全部去掉，改用全市统一的。',
        'Please add one, or take away all items of the service: those of the city are used then.',
      ],
    },
  ),
  groundOfOtherService: rule(
    'INVALID_FORMAT',
    '只有“按本市户籍对待”的服务分情形。',
    'Only the service for children treated as local tells grounds apart.',
  ),
  policyLink: rule(
    'INVALID_FORMAT',
    '网址要以 https 开头，中间没有空格。',
    'An address begins with https:// and has no spaces.',
  ),
  listTooLong: rule(
    'INVALID_FORMAT',
    '一份清单最多 {limit} 条。',
    'A list can have {limit} entries at most.',
    { limit: 100 },
  ),
  noticePast: rule('INVALID_FORMAT', '发布时间不能早于现在。', 'It cannot be published before now.', {
    wayOut: [
      '请选现在或以后的时间；家长同意的是当时有效的版本。',
      'Please choose a time from now on: families accept the version that is in force.',
    ],
  }),
  noticeVersionTaken: rule(
    'INVALID_FORMAT',
    '已经有版本“{value}”。',
    'There is a version “{value}” already.',
    {
      wayOut: [
        '发布过的版本不再更改，请换一个版本号。',
        'A published version never changes. Please give this one a number of its own.',
      ],
    },
  ),
} as const satisfies Record<string, Rule>;

learn(OFFICE_RULES);

/** Every rule, once: what refusals cite, what the `rules` query serves and what docs/rulebook.md prints. */
export const ALL_RULES = { ...RULES, ...OFFICE_RULES };
