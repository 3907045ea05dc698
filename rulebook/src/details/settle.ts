import { fieldsUnder } from './fields.js';
import type { Details } from './details.js';
import { isSection } from './field.js';
import { ROOTS, type RootName, type Typed } from './form.js';

type Section = Readonly<Record<string, Typed>>;
type Entry = Section & { readonly guardian: string };

/**
 * Details as they are submitted: what is left over from another choice goes. A lease of a home that is now said to be
 * owned, an employer of somebody who works flexibly, papers of a second guardian who is not there: nobody asks for them
 * any more, and what is not needed is not collected.
 */
export function settleDetails(details: Details): Details {
  const settled = ROOTS.map(([root, declared]): [RootName, unknown] => {
    if (!isSection(declared)) return [root, details[root]];
    if (!declared.each) return [root, asked(root, details[root] as Section | null)];
    const entries = (details[root] as readonly Entry[]).filter(
      ({ guardian }) => guardian === 'FIRST' || details.secondGuardian !== null,
    );
    return [root, entries.map((entry) => asked(`${root}.*`, entry))];
  });
  return { ...details, ...(Object.fromEntries(settled) as Partial<Details>) };
}

function asked<S extends Section>(path: string, section: S | null): S | null {
  // Until the kind is chosen, nothing tells what is left over.
  if (section?.kind == null) return section;
  const names = new Set(['guardian', ...fieldsUnder(path, section.kind).map(({ name }) => name)]);
  return Object.fromEntries(
    Object.entries(section).map(([name, value]) => [name, names.has(name) ? value : null]),
  ) as S;
}
