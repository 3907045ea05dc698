import { RETURN_TEXTS } from '@enrolment/rulebook/return-texts.js';
import type { ReviewItemKind } from '@enrolment/rulebook/vocabulary.js';
import type { ReturnText } from './return-text.entity.js';

/** A text that an officer can choose. */
export interface ChosenText {
  /** Known by it among the texts of an item. */
  readonly key: string;
  readonly kind: ReviewItemKind;
  readonly name: string;
  readonly nameEn: string | null;
  readonly reason: string;
  readonly reasonEn: string | null;
  readonly remedy: string | null;
  readonly remedyEn: string | null;
}

const asChosen = ({
  id,
  kind,
  name,
  nameEn,
  reason,
  reasonEn,
  remedy,
  remedyEn,
}: ReturnText): ChosenText => ({
  key: String(id),
  kind,
  name,
  nameEn: nameEn ?? null,
  reason,
  reasonEn: reasonEn ?? null,
  remedy: remedy ?? null,
  remedyEn: remedyEn ?? null,
});

/** What the product brings for an item: in use as long as the city has written none of its own. */
export const commonTexts = (kind: ReviewItemKind): ChosenText[] =>
  RETURN_TEXTS[kind].map(({ key, name, reason, remedy }) => ({
    key,
    kind,
    name: name['zh-CN'],
    nameEn: name.en,
    reason,
    reasonEn: null,
    remedy,
    remedyEn: null,
  }));

/** What officers of a district choose from for an item: its own texts, then the city's, or else the common ones. */
export function textsFor(all: readonly ReturnText[], district: string, kind: ReviewItemKind): ChosenText[] {
  const active = all.filter((text) => text.active && text.kind === kind);
  const own = active.filter((text) => text.district === district).map(asChosen);
  const city = active.filter((text) => text.district == null).map(asChosen);
  return [...own, ...(city.length > 0 ? city : commonTexts(kind))];
}

/** What an officer has written, as whoever reads English sees it: where it is a text as it stands, its English. */
export function inEnglish(
  all: readonly ReturnText[],
  district: string,
  { reason, remedy }: { readonly reason: string | null; readonly remedy: string | null },
): { reason: string | null; remedy: string | null } {
  const known = all.filter((text) => text.district === district || text.district == null);
  return {
    reason: known.find((text) => text.reason === reason && text.reasonEn)?.reasonEn ?? reason,
    remedy: known.find((text) => text.remedy === remedy && text.remedyEn)?.remedyEn ?? remedy,
  };
}
