import { Family } from './family.js';
import { Office } from './office.js';
import { aPhone, askAs, identity } from './sandbox.js';
import {
  GrantAuthorizationDocument,
  type DetailsInput,
  type SecondGuardianInput,
} from '@enrolment/schema/client';

export const LONGEST_NAME = '阿卜杜热西提·买买提艾力·'.repeat(5).slice(0, 50);
export const LONGEST_ADDRESS = '示例市虚构区样例街道第一社区居民委员会示例胡同'.repeat(6).slice(0, 120);
const LONG_REASON =
  '居住证上的地址与实际住址不一致，合同的备案编号在登记系统里查不到，请核对后再提交。'.repeat(3);

export type Stages = Awaited<ReturnType<typeof recordsAtEveryStage>>;

/** Each child has its own phone, so the three places and the pause between codes do not matter here. */
const aFamily = () => new Family('guardian-13', aPhone());

/** Nine children of 郑试妈, each at another stage and with long values throughout; 郑试爸 is authorised for one of them. */
export async function recordsAtEveryStage() {
  const office = new Office();
  const family = aFamily();
  const register = (overrides: Parameters<Family['register']>[0] = {}) => aFamily().register(overrides);
  const [registered, drafted, pending, failed, returned, rejected, approved, admitted, notAdmitted] = [
    await register(),
    await register({ child: { name: LONGEST_NAME } }),
    await register({ verification: 'SILENT' }),
    await register({ verification: 'FAILED' }),
    await register(),
    await register(),
    await register(),
    await register(),
    await register(),
  ];
  const father = await identity('guardian-14');
  const secondGuardian: SecondGuardianInput = {
    name: LONGEST_NAME,
    documentType: 'RESIDENT_ID',
    documentNumber: father.documentNumber,
    phone: father.phone,
    relation: 'FATHER',
  };
  const permit = (guardian: 'FIRST' | 'SECOND') => ({
    guardian,
    number: '1101999900001',
    validUntil: '2099-01-31',
    address: LONGEST_ADDRESS,
  });
  const long: Partial<DetailsInput> = {
    household: {
      kind: 'FAMILY' as const,
      address: LONGEST_ADDRESS,
      headName: LONGEST_NAME,
      headRelation: '外祖父母与外孙子女',
    },
    noSecondGuardianReason: null,
    secondGuardian,
    residencePermits: [permit('FIRST'), { ...permit('SECOND'), number: '1101999900002' }],
  };
  const submitted = [returned, rejected, approved, admitted, notAdmitted].map((number) => number!);
  await Promise.all([
    family.saveDraft(drafted!, long),
    ...[pending, failed].map((number) => family.submit(number!)),
    ...submitted.map((number) => family.submit(number, number === returned ? long : {})),
  ]);
  await Promise.all(submitted.map((number) => family.reaches(number, 'IDENTITY_VERIFIED')));
  await askAs('guardian-13', GrantAuthorizationDocument, { number: returned! });
  await office.returnItem([returned!], LONG_REASON, LONG_REASON);
  await office.reject([rejected!], LONG_REASON);
  await office.approve([approved!, admitted!, notAdmitted!]);
  await office.preregister([admitted!, notAdmitted!]);
  await office.decide([admitted!], 'ADMITTED', LONG_REASON);
  await office.decide([notAdmitted!], 'NOT_ADMITTED', LONG_REASON);
  await office.publish();
  return {
    registered: registered!,
    drafted: drafted!,
    pending: pending!,
    failed: failed!,
    returned: returned!,
    rejected: rejected!,
    approved: approved!,
    admitted: admitted!,
    notAdmitted: notAdmitted!,
  };
}
