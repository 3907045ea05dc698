import type { Stages } from './stages.js';

export interface SitePage {
  /** The name of its pictures. */
  name: string;
  path: string;
  as?: 'mother' | 'father';
  status?: number;
  /** Whether it is another record's page of the same kind; their titles may then be equal. */
  again?: boolean;
}

export const PUBLIC_PAGES: readonly SitePage[] = [
  { name: 'portal', path: '/' },
  { name: 'district', path: '/d/01' },
  { name: 'services', path: '/d/01/apply' },
  { name: 'notice', path: '/d/01/apply/non-local-hukou/notice' },
  { name: 'guide', path: '/guide' },
  { name: 'checklist', path: '/guide/non-local-hukou?district=01' },
  { name: 'help', path: '/help' },
  { name: 'help-none', path: '/help?q=qqqq', again: true },
  { name: 'manual', path: '/manual' },
  { name: 'accessibility', path: '/accessibility' },
  { name: 'verify-unknown', path: `/verify/${'A'.repeat(38)}` },
  { name: 'display', path: '/display?return=/' },
  { name: 'sign-in-expired', path: '/sign-in?reason=expired&return=/my' },
  { name: 'not-found', path: '/nowhere', status: 404 },
  { name: 'styleguide', path: '/styleguide' },
];

/** A guardian's pages, each at every stage where it looks different. */
export function pagesOf(stages: Stages): SitePage[] {
  const of = (stage: keyof Stages, page: string): SitePage => ({
    name: `${page.split('/').at(-1) || 'child'}-${stage}`,
    path: `/my/${stages[stage]}${page && `/${page}`}`,
    as: 'mother',
  });
  const kinds: [page: string, stages: (keyof Stages)[]][] = [
    ['', ['registered', 'drafted', 'returned', 'rejected', 'approved', 'admitted']],
    ['collection', ['registered', 'returned', 'admitted']],
    ['collection/details', ['registered', 'drafted', 'returned', 'approved']],
    ['collection/details/confirm', ['drafted']],
    ['collection/details/receipt', ['returned']],
    ['collection/identity', ['registered', 'pending', 'failed', 'approved']],
    ['collection/review', ['registered', 'returned', 'rejected', 'approved']],
    ['registration', ['drafted']],
    ['form', ['registered', 'approved']],
    ['result', ['approved', 'admitted', 'notAdmitted']],
    ['authorization', ['registered', 'drafted', 'returned']],
    ['messages', ['registered', 'returned']],
    ['conversation', ['registered']],
    ['correction', ['registered']],
    ['access', ['registered', 'returned']],
    ['data', ['registered', 'returned', 'admitted']],
    ['data/texts', ['registered']],
    ['data/confirm', ['registered']],
    ['withdraw', ['registered']],
  ];
  return [
    { name: 'my', path: '/my', as: 'mother' },
    { name: 'sign-out', path: '/sign-out', as: 'mother' },
    ...kinds.flatMap(([page, at]) =>
      at.map((stage, index) => ({ ...of(stage, page), ...(index > 0 ? { again: true } : {}) })),
    ),
    { name: 'my-father', path: '/my', as: 'father', again: true },
    { name: 'child-father', path: `/my/${stages.returned}`, as: 'father', again: true },
    { name: 'authorization-father', path: `/my/${stages.returned}/authorization`, as: 'father', again: true },
  ];
}
