/** A landline of the city as people write it within a sentence: 010-6400 0001, 010-64000001. */
const PHONE = /(0\d{2,3}-\d{4} ?\d{4})/;

/** Splits a sentence so that its phone numbers can be called and never break over a line. */
export function phonesIn(text: string): { text: string; phone: boolean }[] {
  return text
    .split(PHONE)
    .map((part, index) => ({ text: part, phone: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
