import { DOCUMENT_NAMES } from '@enrolment/rulebook/names.js';
import { PROVINCES } from '@enrolment/rulebook/regions.js';
import type { Cell, Section } from '../paper/layout.js';
import type { CollectionFormFacts, FormGuardian } from './facts.js';
import { dayInWords, PrintedDetails, type Placed } from './printed-details.js';
import { GROUNDS, RELATIONS, SEXES } from './words.js';

const placed = (row: number, place: number, label: string, value: string | null, span: number): Placed => ({
  at: [row, place],
  cell: { label, value: value || '—', span },
});
const namePlaced = (name: string): Placed => ({
  at: [1, 1],
  cell: { label: '姓名', value: name, span: 8, strong: true },
});

const nationalities = new Intl.DisplayNames('zh-CN', { type: 'region' });

/** Cells row by row; the last of a row has what is left of its twelve columns. */
function rowsOf(cells: readonly Placed[]): Cell[][] {
  const rows = Map.groupBy(cells, ({ at: [row] }) => row);
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([, row]) => {
      const inOrder = row.toSorted((a, b) => a.at[1] - b.at[1]).map(({ cell }) => cell);
      const last = inOrder.pop()!;
      return [...inOrder, { ...last, span: inOrder.reduce((left, { span }) => left - span, 12) }];
    });
}

/** What the form says, block by block, as far as this service asks it. */
export function sectionsOf(facts: CollectionFormFacts): Section[] {
  const details = new PrintedDetails(facts.details, facts.districtNames);
  const { noSecondGuardianReason } = facts.details;
  const home = details.in('RESIDENCE');
  const evidence = details.in('GROUND');
  const support = details.in('SUPPORT');
  return [
    { title: '儿童', rows: rowsOf([...childCells(facts), ...details.in('CHILD')]) },
    ...facts.guardians.map((guardian) => ({
      title: guardian.role === 'FIRST' ? '监护人一' : '监护人二',
      rows: rowsOf([...guardianCells(guardian), ...details.in('GUARDIAN', guardian.role)]),
    })),
    ...(facts.guardians.length < 2 && noSecondGuardianReason !== null
      ? [{ title: '监护人二', rows: rowsOf([placed(1, 1, '未填写原因', noSecondGuardianReason, 12)]) }]
      : []),
    ...(evidence.length > 0 ? [{ title: '认定材料', rows: rowsOf(evidence) }] : []),
    ...(home.length > 0
      ? [{ title: '居住', rows: rowsOf([placed(1, 1, '居住地', facts.district.name, 4), ...home]) }]
      : []),
    ...(support.length > 0 ? [{ title: '特别需要', rows: rowsOf(support) }] : []),
    ...(facts.answers.length > 0
      ? [
          {
            title: '补充信息',
            rows: facts.answers.map(({ label, value }) => [
              { label, value: value || '—', span: 12, question: true },
            ]),
          },
        ]
      : []),
  ];
}

function childCells({ child, ground }: CollectionFormFacts): Placed[] {
  const province = child.hukouProvince === null ? null : PROVINCES.get(child.hukouProvince);
  return [
    namePlaced(child.name),
    placed(1, 2, '性别', SEXES[child.sex], 4),
    placed(2, 1, '证件类型', DOCUMENT_NAMES[child.documentType]['zh-CN'], 4),
    placed(2, 2, '证件号码', child.documentNumber, 4),
    placed(2, 3, '出生日期', dayInWords(child.birthDate), 4),
    placed(3, 1, '国籍', nationalities.of(child.nationality) ?? child.nationality, 4),
    placed(3, 3, '户籍所在地', province?.['zh-CN'] ?? null, 4),
    ...(ground === null ? [] : [placed(6, 1, '认定类别', GROUNDS[ground], 12)]),
  ];
}

function guardianCells(guardian: FormGuardian): Placed[] {
  const { relation } = guardian;
  return [
    namePlaced(guardian.name),
    placed(1, 2, '与儿童关系', relation === null ? null : RELATIONS[relation], 4),
    placed(2, 1, '证件类型', DOCUMENT_NAMES[guardian.documentType]['zh-CN'], 4),
    placed(2, 2, '证件号码', guardian.documentNumber, 4),
    placed(2, 3, '手机号码', guardian.phone, 4),
  ];
}
