import { m } from '#lib/i18n/messages/messages.js';
import { manualChapters } from '#lib/manual/chapters.ts';
import type { Searchable } from './search.ts';

export interface ManualEntry extends Searchable {
  href: string;
}

/** The manual and its sections, so that a search finds them beside the questions. */
export function manualEntries(): ManualEntry[] {
  const sections = manualChapters().flatMap(({ title: chapter, sections: parts }) =>
    parts.map(({ id, title, steps }) => ({
      title: title ? `${chapter} ${title}` : chapter,
      answer: steps.join(' '),
      href: `/manual#${id}`,
    })),
  );
  return [{ title: m.manual_title(), answer: m.manual_lead(), href: '/manual' }, ...sections];
}
