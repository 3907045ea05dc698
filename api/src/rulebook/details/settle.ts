import { fieldsUnder } from './fields.js';
import type { Details } from './details.js';

/**
 * Details as they are submitted: what is left over from another choice goes. A lease of a home that is now said to be
 * owned, an employer of somebody who works flexibly, papers of a second guardian who is not there: nobody asks for them
 * any more, and what is not needed is not collected.
 */
export function settleDetails(details: Details): Details {
  const alone = details.secondGuardian === null;
  const present = ({ guardian }: { guardian: string }) => guardian === 'FIRST' || !alone;
  return {
    ...details,
    residence: details.residence && asked('residence', details.residence),
    employments: details.employments.filter(present).map(({ guardian, ...employment }) => ({
      guardian,
      ...asked('employments.*', employment),
    })),
    residencePermits: details.residencePermits.filter(present),
  };
}

function asked<Section extends { readonly kind: string | null }>(path: string, section: Section): Section {
  // While the kind is open, nothing says what is left over.
  if (section.kind === null) return section;
  const names = new Set(fieldsUnder(path, section.kind).map((field) => field.path.slice(path.length + 1)));
  return Object.fromEntries(
    Object.entries(section).map(([name, value]) => [name, names.has(name) ? value : null]),
  ) as Section;
}
