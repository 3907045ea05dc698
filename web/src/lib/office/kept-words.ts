/** A record or a text that the path names. Whatever else such an address has says where the officer came from. */
const NAMED = /\/(?:\d{14}|[0-9a-f-]{36})(?=\/|$)/;

/**
 * Under which key a form's text is kept: of a page about one record or text whichever way led there, of any other page with
 * the records, filters and place that its form is about. Hashed, so that no number stands there.
 */
export function keyFor({ pathname, search }: URL, form: string): string {
  const asked = [...new URLSearchParams(search)].filter(([name]) => !name.startsWith('/'));
  const about = NAMED.test(pathname) ? '' : new URLSearchParams(asked).toString();
  return hashed(`${pathname}?${about}#${form}`);
}

/** 64 bits: enough to tell the forms of one tab apart. */
function hashed(text: string): string {
  const halves = [0x811c9dc5, 0x9747b28c].map((start) => {
    let hash = start;
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    return (hash >>> 0).toString(36);
  });
  return halves.join('-');
}

/** Numbers of identity cards and mobile phones, however they are grouped. */
const OF_A_PERSON = /(?:^|\D)(?:\d{15}|\d{17}[\dX]|1[3-9]\d{9})(?!\d)/i;

/** Whether a text has no number by which a person is known. */
export function namesNobody(text: string): boolean {
  const plain = text.normalize('NFKC');
  return ![plain, plain.replace(/(\d)[\s-]+(?=[\dX])/gi, '$1')].some((one) => OF_A_PERSON.test(one));
}
