import { MESSAGE_TEMPLATES, templateIn } from '@enrolment/rulebook/conversation.js';
import type { Language } from '@enrolment/rulebook/refusal.js';
import type { AnswerTemplate } from './answer-template.entity.js';

/** A text that an officer can begin a message with. */
export interface ChosenTemplate {
  readonly key: string;
  /** As the officer reads it. */
  readonly name: string;
  /** As the family reads it. */
  readonly text: string;
}

interface Asked {
  readonly season: number;
  readonly district: string;
  /** The officer’s. */
  readonly language: Language;
  /** The family’s. */
  readonly spoken: Language;
}

/** What officers of a district choose from: its own answers, or else the city’s, or else the common ones. */
export function templatesFor(
  all: readonly AnswerTemplate[],
  { season, district, language, spoken }: Asked,
): ChosenTemplate[] {
  const ofSeason = all.filter((one) => one.season === season);
  const own = ofSeason.filter((one) => one.district === district);
  const written = own.length > 0 ? own : ofSeason.filter((one) => one.district == null);
  if (written.length === 0) {
    return MESSAGE_TEMPLATES.map((one) => ({
      key: one.key,
      name: one.name[language],
      text: templateIn(one, spoken),
    }));
  }
  return written.map(({ id, name, nameEn, text, textEn }) => ({
    key: String(id),
    name: language === 'en' ? nameEn : name,
    text: spoken === 'en' ? textEn : text,
  }));
}
