import { isCreditCode } from './credit-code.js';
import { readDocument } from './document.js';
import { refuse, type Refusal } from './refusal.js';

/** What the words in a number reveal; authorities have written them in several ways over the years. */
const OWNERSHIP = /不动产权|不动产证|房权证|房产证|房地证|房地权证|房屋所有权/;
const LEASE = /租赁|租房|备案|公租/;

const isSomebodys = (number: string) => readDocument('RESIDENT_ID', number) !== null || isCreditCode(number);

const OWNERSHIP_NAME = {
  name: { 'zh-CN': '不动产权证（房产证）', en: 'real-estate certificate' },
  hint: {
    'zh-CN': '请照证件填写整个编号，例如“京(2020)东城区不动产权第0000000号”。',
    en: 'Please copy the whole number with its words, such as “京(2020)东城区不动产权第0000000号”.',
  },
};
const LEASE_NAME = {
  name: { 'zh-CN': '租赁备案', en: 'filed lease' },
  hint: {
    'zh-CN': '请填写租赁合同备案证明上的编号，不是房产证号或身份证号。',
    en: 'Please enter the number of the lease’s filing, not that of an ownership certificate or ID.',
  },
};
const PROOF_NAME = {
  name: { 'zh-CN': '住房证明', en: 'proof of the home' },
  hint: {
    'zh-CN': '请填写证明上的编号；没有编号的不填。',
    en: 'Please enter the number on the proof, or leave it out.',
  },
};

/**
 * The number must be of the kind of certificate that this kind of home has. An ownership certificate names itself in its
 * number; a lease's filing has no fixed form, so only what is certainly something else is refused.
 */
export function checkCertificate(residenceKind: string, number: string, field: string): Refusal[] {
  const owned = residenceKind === 'OWNED' || residenceKind === 'RELATIVE_OWNED';
  const leased = residenceKind === 'RENTED' || residenceKind === 'PUBLIC_RENTAL';
  const fits = owned
    ? OWNERSHIP.test(number) && /\d{4}/.test(number) && !LEASE.test(number)
    : /\d{3}/.test(number) && !isSomebodys(number) && !(leased && OWNERSHIP.test(number));
  if (fits) return [];
  const { name, hint } = owned ? OWNERSHIP_NAME : leased ? LEASE_NAME : PROOF_NAME;
  return [refuse('certificateWrongKind', { field, params: { certificate: name, shape: hint } })];
}
