import { askAs, identity } from './sandbox.js';
import { Records } from './records.js';
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

/** Eight children of 郑试妈, each at another stage, long in everything that can be long; 郑试爸 is authorised for one. */
export async function recordsAtEveryStage() {
  const records = new Records('guardian-13', '1990020');
  const [registered, drafted, pending, failed, returned, rejected, approved, admitted, notAdmitted] =
    await Promise.all([
      records.register(),
      records.register({ name: LONGEST_NAME }),
      records.register({ verification: 'SILENT' }),
      records.register({ verification: 'FAILED' }),
      ...Array.from({ length: 5 }, () => records.register()),
    ]);
  const father = await identity('guardian-14');
  const secondGuardian: SecondGuardianInput = {
    name: LONGEST_NAME,
    documentType: 'RESIDENT_ID',
    documentNumber: father.documentNumber,
    phone: father.phone,
    relation: 'FATHER',
  };
  const permit = (guardian: 'FIRST' | 'SECOND') => ({
    ...{ guardian, number: '1101999900001', validUntil: '2099-01-31', address: LONGEST_ADDRESS },
  });
  const long: Partial<DetailsInput> = {
    household: {
      ...{ kind: 'FAMILY' as const, address: LONGEST_ADDRESS, headName: LONGEST_NAME },
      headRelation: '外祖父母与外孙子女',
    },
    secondGuardian,
    residencePermits: [permit('FIRST'), permit('SECOND')],
  };
  await Promise.all([
    records.saveDraft(drafted!, long),
    records.submit(pending!, 'SUBMITTED'),
    records.submit(failed!, 'SUBMITTED'),
    records.submit(returned!, 'IDENTITY_VERIFIED', long),
    ...[rejected, approved, admitted, notAdmitted].map((number) => records.submit(number!)),
  ]);
  await askAs('guardian-13', GrantAuthorizationDocument, { number: returned! });
  await records.returnItem([returned!], LONG_REASON, LONG_REASON);
  await records.reject([rejected!], LONG_REASON);
  await records.approve([approved!, admitted!, notAdmitted!]);
  await records.preregister([admitted!, notAdmitted!]);
  await records.decide([admitted!], 'ADMITTED', LONG_REASON);
  await records.decide([notAdmitted!], 'NOT_ADMITTED', LONG_REASON);
  await records.publish();
  return {
    ...{ registered: registered!, drafted: drafted!, pending: pending!, failed: failed! },
    ...{ returned: returned!, rejected: rejected!, approved: approved! },
    ...{ admitted: admitted!, notAdmitted: notAdmitted! },
  };
}
