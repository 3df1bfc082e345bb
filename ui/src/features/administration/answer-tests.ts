// What holds of a gateway's answer that says yes, as it is typed: one test a line, all of which must hold.
//   /status = ok      what is at that place (RFC 6901) is that
//   /message ~ accept what is at that place contains that
//   /id               something is at that place
//   = OK, ~ OK        the same of the whole answer
import type { AnswerTest } from '$lib/api'

/** A place, then what is looked for there. A place may hold « = » and « ~ », so that a space must stand between them. */
const LINE = /^(\/\S*)?(?:(?:^|\s+)([=~])\s*(\S.*))?$/

/** As text, numbers and JSON alike: the core compares texts. */
const said = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))

/** A number stays one, so that what was stored is stored again as it was. */
const meant = (text: string): unknown => (String(Number(text)) === text ? Number(text) : text)

function linesOf({ pointer, equals, contains }: AnswerTest): string[] {
  const lines = []
  if (equals !== null && equals !== undefined) lines.push(`${pointer} = ${said(equals)}`.trim())
  if (contains !== null) lines.push(`${pointer} ~ ${contains}`.trim())
  return lines.length > 0 ? lines : [pointer]
}

/** One line a thing to find. */
export const typedTests = (tests: AnswerTest[]): string => tests.flatMap(linesOf).join('\n')

/** The tests of a text; null where a line cannot be read. */
export function testsOf(text: string): AnswerTest[] | null {
  const tests: AnswerTest[] = []
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue
    const match = LINE.exec(line)
    if (match === null) return null
    const [, pointer = '', sign, value = ''] = match
    tests.push({
      pointer,
      equals: sign === '=' ? meant(value) : null,
      contains: sign === '~' ? value : null,
    })
  }
  return tests
}
