/** What a page's `load` may say of itself to the frame around it. */
export interface Crumb {
  label: string;
  href?: string;
}
