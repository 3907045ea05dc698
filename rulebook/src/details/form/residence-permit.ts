import { businessDay } from '../../calendar.js';
import { refuse } from '../../refusal.js';
import type { Text } from '../choices.js';
import { eachGuardian, field } from '../field.js';
import { normaliseCertificate } from './residence.js';

const PERMIT_CHECKED = ['居住证由公安核对。', 'The residence permit is checked by the police.'] as const;

const permitEnds = (day: string): Text => ({
  'zh-CN': `居住证 ${day} 到期，那时审核可能还没有完成；请及时签注。`,
  en: `The permit expires on ${day}, perhaps before the review ends; please have it renewed in time.`,
});

export const residencePermits = eachGuardian({
  block: 'RESIDENCE_PERMIT',
  type: 'ResidencePermit',
  description: '北京市居住证 of one guardian; each guardian whose document is RESIDENT_ID needs one.',
  sheet: 'GUARDIAN',
  fields: {
    number: field({
      label: ['北京市居住证号码', 'Number of the Beijing residence permit'],
      why: PERMIT_CHECKED,
      where: ['居住证正面的证件编号。', 'On the front of the permit.'],
      mask: 'DOCUMENT',
      normalise: normaliseCertificate,
      check: (value, path) =>
        /^[\p{L}\d()-]{6,40}$/u.test(value) && /\d{4}/.test(value)
          ? []
          : [refuse('permitNumberFormat', { field: path })],
      printed: { at: [3, 1], span: 8, label: '居住证号码' },
    }),
    validUntil: field({
      label: ['居住证有效期至', 'Permit valid until'],
      why: PERMIT_CHECKED,
      where: ['居住证上的有效期限。', 'The term on the permit.'],
      remark: 'today or later',
      input: 'DATE',
      // Valid to the end of its last day; one that ends during the review is told as advice.
      check: (value, path, _, { now }) =>
        value < businessDay(now) ? [refuse('permitExpired', { field: path, params: { day: value } })] : [],
      ends: permitEnds,
      printed: { at: [3, 2], span: 4, label: '有效期至' },
    }),
    address: field({
      label: ['居住证地址', 'Address on the permit'],
      why: PERMIT_CHECKED,
      where: ['居住证上的居住地址，请照抄。', 'The address on the permit; please copy it.'],
      longest: 120,
      printed: { at: [4, 1], span: 12 },
    }),
  },
});
