import { refuse, type Refusal } from './refusal.js';
import { checkReason } from './review.js';
import { isLongerThan, normaliseLine, normaliseText } from './text.js';
import type { ReviewItemKind } from './vocabulary.js';
import type { Words } from './words.js';

/** What an officer often writes when something is returned: a name to choose it by, why, and what can be done. */
export interface ReturnText {
  readonly key: string;
  readonly name: Words;
  /** Written to the family, and so in Chinese, as everything that officers write. */
  readonly reason: string;
  readonly remedy: string;
}

const text = (key: string, zh: string, en: string, reason: string, remedy: string): ReturnText => ({
  key,
  name: { 'zh-CN': zh, en },
  reason,
  remedy,
});

const UNREADABLE = text(
  'UNREADABLE',
  '信息不全',
  'Incomplete',
  '填写的信息不全，无法核对。',
  '请对照材料把每一项补全，再重新提交。',
);

/** The city's common texts, for each item; a district writes its own where none fits. */
export const RETURN_TEXTS: Readonly<Record<ReviewItemKind, readonly ReturnText[]>> = {
  IDENTITY_AND_HUKOU: [
    text(
      'NAME_DIFFERS',
      '姓名不一致',
      'Names differ',
      '填写的姓名与身份证或户口簿上的不一致。',
      '请对照证件核对姓名；注册时填错的，请联系区教委更正。',
    ),
    text(
      'NUMBER_DIFFERS',
      '号码不一致',
      'Numbers differ',
      '填写的证件号码与证件上的不一致。',
      '请对照证件核对号码；注册时填错的，请联系区教委更正。',
    ),
    text(
      'HUKOU_DIFFERS',
      '户籍不一致',
      'Hukou differs',
      '填写的户籍所在地与户口簿上的不一致。',
      '请对照户口簿核对户籍所在地，再重新提交。',
    ),
  ],
  HOUSEHOLD_REGISTER: [
    text(
      'HEAD_DIFFERS',
      '户主不一致',
      'Head of household differs',
      '填写的户主姓名或与户主的关系，和户口簿上的不一致。',
      '请对照户口簿首页和孩子本人页核对，改好后重新提交。',
    ),
    text(
      'ADDRESS_DIFFERS',
      '户籍地址不一致',
      'Address differs',
      '填写的户籍地址与户口簿上的不一致。',
      '请按户口簿上的地址填写，改好后重新提交。',
    ),
    UNREADABLE,
  ],
  RESIDENCE_PERMIT: [
    text(
      'PERMIT_EXPIRED',
      '居住证过期',
      'Permit expired',
      '居住证不在有效期内。',
      '请先到派出所办理签注，再填写新的有效期，重新提交。',
    ),
    text(
      'PERMIT_ADDRESS',
      '居住证地址不一致',
      'Address on the permit differs',
      '居住证上的地址与填写的居住地址不一致。',
      '请核对门牌号；居住证没有更新的，请先到派出所更新，再重新提交。',
    ),
    UNREADABLE,
  ],
  RESIDENCE: [
    text(
      'ADDRESS_DIFFERS',
      '地址不一致',
      'Addresses differ',
      '填写的居住地址与居住材料上的不一致。',
      '请核对门牌号，填错了就改过来，再重新提交。',
    ),
    text(
      'NOT_FOUND',
      '备案号查不到',
      'Number not found',
      '填写的证书号或备案号查不到。',
      '请对照房产证或租赁备案材料核对号码，改好后重新提交。',
    ),
    text(
      'LEASE_OVER',
      '租期已到',
      'Lease is over',
      '租赁合同的租期已到。',
      '请续签并办理备案，填写新的租期，再重新提交。',
    ),
    text(
      'NOT_A_HOME',
      '用途不是住宅',
      'Not for living',
      '登记的房屋用途不是住宅。',
      '请填写孩子实际居住的住宅，并准备好居住材料。',
    ),
  ],
  EMPLOYMENT: [
    text(
      'EMPLOYER_NOT_FOUND',
      '单位查不到',
      'Employer not found',
      '按填写的统一社会信用代码查不到用人单位。',
      '请对照营业执照或劳动合同核对单位名称和代码，改好后重新提交。',
    ),
    text(
      'NOT_INSURED',
      '参保信息不符',
      'Insurance differs',
      '社会保险的参保信息与填写的不一致。',
      '请核对参保单位和参保区；有疑问请先向社保经办机构查询。',
    ),
    UNREADABLE,
  ],
  GROUND: [
    text(
      'EVIDENCE_DIFFERS',
      '认定材料不符',
      'Evidence differs',
      '填写的认定材料信息与材料上的不一致。',
      '请对照材料核对编号、出具单位和有效期，改好后重新提交。',
    ),
    text(
      'EVIDENCE_EXPIRED',
      '认定材料过期',
      'Evidence expired',
      '认定材料不在有效期内。',
      '请向出具单位办理新的材料，再重新提交。',
    ),
  ],
  OTHER: [UNREADABLE],
};

/** A text as a district or the city writes it: Chinese always, English where it has it. */
export interface ReturnTextContent {
  readonly name: string;
  readonly nameEn: string | null;
  readonly reason: string;
  readonly reasonEn: string | null;
  readonly remedy: string | null;
  readonly remedyEn: string | null;
}

export const RETURN_TEXT_NAME_LENGTH = { name: 40, nameEn: 80 } as const;

const orNull = (text: string | null): string | null => normaliseText(text ?? '') || null;

/** In one way of writing; what is empty is absent. */
export const normaliseReturnText = (given: ReturnTextContent): ReturnTextContent => ({
  name: normaliseLine(given.name),
  nameEn: normaliseLine(given.nameEn ?? '') || null,
  reason: normaliseText(given.reason),
  reasonEn: orNull(given.reasonEn),
  remedy: orNull(given.remedy),
  remedyEn: orNull(given.remedyEn),
});

/** What can be chosen by its name, and read by a family. */
export function checkReturnText(content: ReturnTextContent): Refusal[] {
  const { name, reason, reasonEn, remedy, remedyEn } = content;
  const tooLong = (['name', 'nameEn'] as const).filter((field) =>
    isLongerThan(content[field] ?? '', RETURN_TEXT_NAME_LENGTH[field]),
  );
  return [
    ...(name === '' ? [refuse('required', { field: 'name' })] : []),
    ...tooLong.map((field) =>
      refuse('reasonTooLong', { field, params: { limit: RETURN_TEXT_NAME_LENGTH[field] } }),
    ),
    ...checkReason(reason, 'reason', { required: true }),
    ...checkReason(reasonEn, 'reasonEn', { required: false }),
    ...checkReason(remedy, 'remedy', { required: false }),
    ...checkReason(remedyEn, 'remedyEn', { required: false }),
  ];
}

/** What has Chinese and no English: a family that reads English is shown the Chinese. */
export const missingInEnglish = (text: {
  readonly nameEn?: string | null | undefined;
  readonly reasonEn?: string | null | undefined;
  readonly remedy?: string | null | undefined;
  readonly remedyEn?: string | null | undefined;
}): ('nameEn' | 'reasonEn' | 'remedyEn')[] => [
  ...(text.nameEn ? [] : (['nameEn'] as const)),
  ...(text.reasonEn ? [] : (['reasonEn'] as const)),
  ...(text.remedy && !text.remedyEn ? (['remedyEn'] as const) : []),
];
