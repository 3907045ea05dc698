import { PROVINCES } from '@enrolment/rulebook/regions.ts';
import type { CheckedLine, CheckStatus, DocumentHolder } from '@enrolment/schema/client';

/** What a record's page reads to lay it side by side. */
export interface Compared {
  readonly identityCheck: {
    readonly status: CheckStatus;
    readonly differences: readonly { readonly holder: DocumentHolder; readonly line: CheckedLine }[];
  };
  readonly submittedAt: string | null;
  readonly child: { readonly hukouProvince: string | null; readonly residenceSubdistrict: string | null };
  readonly submittedInWords: readonly {
    readonly lines: readonly { readonly path: string; readonly label: string; readonly value: string }[];
  }[];
  readonly details: {
    readonly advice: readonly { readonly field: string; readonly text: string }[];
  } | null;
}

/** How the verification answered for a line: what it was not asked about has no answer. */
export type Answer = 'SAME' | 'UNMATCHED' | 'OTHERWISE' | 'NOT_NAMED' | 'WAITING' | 'NOT_ASKED';

/** Whose line it is, and what of it was verified. */
export interface Verified {
  readonly holder: DocumentHolder;
  readonly lines: readonly CheckedLine[];
}

/** How it answered for a line: where it named what it found otherwise, for that alone. */
export function answerTo(record: Compared, { holder, lines }: Verified): Answer {
  const answer = answerOf(record);
  const { differences } = record.identityCheck;
  if (answer !== 'UNMATCHED' || differences.length === 0) return answer;
  const found = differences.some((one) => one.holder === holder && lines.includes(one.line));
  return found ? 'OTHERWISE' : 'NOT_NAMED';
}

/** It is asked about all documents and the hukou at once, and passes or fails all of them at once. */
export function answerOf({ identityCheck, submittedAt }: Compared): Answer {
  if (submittedAt === null) return 'NOT_ASKED';
  if (identityCheck.status === 'PASSED') return 'SAME';
  return identityCheck.status === 'PENDING' ? 'WAITING' : 'UNMATCHED';
}

export interface Lines {
  /** The value of a path of the details; null where nothing was submitted there. */
  at(path: string): string | null;
  all(start: string): readonly { path: string; label: string; value: string }[];
}

export function linesOf({ submittedInWords }: Compared): Lines {
  const lines = submittedInWords.flatMap((section) => section.lines);
  return {
    at: (path) => lines.find((line) => line.path === path)?.value ?? null,
    all: (start) => lines.filter(({ path }) => path.startsWith(start)),
  };
}

/** Addresses without what people write or leave out as they like. */
const bare = (address: string) => address.normalize('NFKC').replaceAll(/[\s,.，。、()（）-]/g, '');

export const isSameAddress = (one: string, other: string): boolean => bare(one) === bare(other);

/** The province with which an address begins, by its name or the short form of it; null where it names none. */
export function provinceOf(address: string): string | null {
  const written = bare(address);
  for (const [code, { 'zh-CN': name }] of PROVINCES) {
    const short = name.replace(/(省|市|(维吾尔|壮族|回族)?自治区|特别行政区)$/, '');
    if (written.startsWith(short)) return code;
  }
  return null;
}

/** The paths of what was submitted that do not agree with something else, each with what it disagrees with. */
export function differencesOf(record: Compared): ReadonlyMap<string, 'HUKOU' | 'RESIDENCE' | 'RUNS_OUT'> {
  const lines = linesOf(record);
  const found = new Map<string, 'HUKOU' | 'RESIDENCE' | 'RUNS_OUT'>();
  for (const { field } of record.details?.advice ?? []) found.set(field, 'RUNS_OUT');
  const household = lines.at('household.address');
  const province = household === null ? null : provinceOf(household);
  if (province !== null && record.child.hukouProvince !== null && province !== record.child.hukouProvince)
    found.set('household.address', 'HUKOU');
  const home = lines.at('residence.address');
  for (const { path, value } of lines.all('residencePermits.'))
    if (path.endsWith('.address') && home !== null && !isSameAddress(home, value))
      found.set(path, 'RESIDENCE');
  return found;
}
