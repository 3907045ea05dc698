/** A form, links and tables need no script in the browser. */
export const csr = false;
