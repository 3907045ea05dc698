/** What a page's `load` may tell the frame around it. */
export interface Crumb {
  label: string;
  href?: string;
}

/** The present page, to return to. A form's address ends in its action's name (`?/save`), which is no page. */
export const pathOf = ({ pathname, search }: Pick<URL, 'pathname' | 'search'>): string =>
  pathname + (search.startsWith('?/') ? '' : search);
