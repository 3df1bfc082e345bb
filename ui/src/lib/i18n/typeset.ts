/**
 * A text of the shop as French typography wants it: typographic apostrophes, and spaces that do not break before double
 * signs and inside guillemets. What is stored, sealed and exported stays as it was written.
 */
export function typeset(text: string): string {
  return text
    .replace(/(\p{L})'(?=\p{L})/gu, '$1’')
    .replace(/ (?=[:;?!»])/g, '\u00a0')
    .replace(/« /g, '«\u00a0')
}
