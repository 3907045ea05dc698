import { isOfFamilies, periodInWords, type Kept } from './retention.js';
import type { Words } from './words.js';

/** How many copies of one record can be made in an hour; the readable page counts like the files. */
export const EXPORTS_PER_HOUR = 30;
/** How long whole numbers are shown after a code has confirmed the asker. */
export const WHOLE_MINUTES = 10;

const UNTIL_DECIDED: Words = {
  'zh-CN': '保存到本学年入学工作结束后规定的期限，到期删除。',
  en: 'It is kept until the season is over and the prescribed period has passed, and is then erased.',
};

/** What else is held besides what a copy lists, how long the season's periods keep it, and what stays. */
export function holding(kept: readonly Kept[], until: Words): readonly Words[] {
  const ofFamilies = kept.filter(isOfFamilies);
  const periods = ofFamilies.length > 0 ? [until, ...ofFamilies.map(periodInWords)] : [UNTIL_DECIDED];
  return [
    {
      'zh-CN': '姓名、证件号码、手机号、出生日期和详细信息逐项加密保存，每个孩子的密钥各不相同。',
      en: 'Names, document numbers, phones, the birth date and the details are kept encrypted, with a separate key for each child.',
    },
    {
      'zh-CN': '为防止重复注册，另外保存证件号码和手机号的校验值，不能还原成号码；短信验证码只保存校验值。',
      en: 'To prevent double registration, keyed fingerprints of document and phone numbers are kept, from which the numbers cannot be read. SMS codes are kept as fingerprints only.',
    },
    ...periods,
    {
      'zh-CN':
        '您随时可以撤销信息（学校预登记以前）：个人信息立即删除，不可恢复，只留下采集编号、阶段和操作记录，其中没有姓名和号码。',
      en: 'You can withdraw at any time before a school has preregistered the child: personal data is erased at once and for good. The collection number, the stage and the record of what was done stay, without names or numbers.',
    },
  ];
}
