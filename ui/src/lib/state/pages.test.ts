import { beforeEach, describe, expect, test } from 'vitest'
import { readOn, turnedPages, type Page } from './pages.svelte'

interface Call {
  asked: string
  answer: (...rows: string[]) => Promise<void>
  fail: (code: string) => Promise<void>
}

let calls: Call[]
const settled = () => new Promise<void>((resolve) => setTimeout(resolve))

/** Waits until the test answers. Another page follows each row that ends with « … ». */
function ask(asked: string): Promise<Page<string, string>> {
  return new Promise((resolve, reject) => {
    calls.push({
      asked,
      answer: (...rows) => {
        const last = rows.at(-1)
        resolve({ rows, next: last?.endsWith('…') ? last : null })
        return settled()
      },
      fail: (code) => {
        reject({ code, params: {}, fields: [] })
        return settled()
      },
    })
  })
}
const asked = () => calls.map((call) => call.asked)

beforeEach(() => {
  calls = []
})

describe('pages that are turned', () => {
  const turned = () =>
    turnedPages((question: string, after: string | null, limit) =>
      ask(`${question} after ${after} × ${limit}`),
    )

  test('each page says where the next begins, and the way back is known', async () => {
    const pages = turned()
    void pages.show('names')
    expect(pages.rows).toBeNull()
    await calls[0]?.answer('a', 'b…')
    expect([pages.rows, pages.more, pages.offset]).toEqual([['a', 'b…'], true, 0])
    void pages.next()
    await calls[1]?.answer('c')
    expect([pages.rows, pages.more, pages.offset]).toEqual([['c'], false, 10])
    void pages.previous()
    await calls[2]?.answer('a', 'b…')
    void pages.resize(25)
    await calls[3]?.answer('a', 'b', 'c')
    expect([pages.rows, pages.offset, pages.limit]).toEqual([['a', 'b', 'c'], 0, 25])
    expect(asked()).toEqual([
      'names after null × 10',
      'names after b… × 10',
      'names after null × 10',
      'names after null × 25',
    ])
  })

  test('an older answer that comes late is dropped, and so is a refusal', async () => {
    const pages = turned()
    void pages.show('names')
    void pages.show('towns')
    const last = pages.show('days')
    await calls[0]?.answer('Laura')
    expect(pages.rows).toBeNull()
    expect(asked()).toEqual(['names after null × 10', 'days after null × 10'])
    void pages.show('years')
    await calls[1]?.fail('storage')
    expect(pages.refused).toBeNull()
    await calls[2]?.answer('2026')
    await last
    expect([pages.rows, pages.asked]).toEqual([['2026'], 'years'])
  })

  test('what is asked for again is what was asked for last, not what is still shown', async () => {
    const pages = turned()
    void pages.show('names')
    await calls[0]?.answer('Laura')
    void pages.show('towns')
    void pages.again()
    await calls[1]?.answer('USSEL')
    await calls[2]?.answer('USSEL', 'Meymac')
    expect(pages.rows).toEqual(['USSEL', 'Meymac'])
    expect(asked().slice(1)).toEqual(['towns after null × 10', 'towns after null × 10'])
  })

  test('a page that emptied gives way to the one before it', async () => {
    const pages = turned()
    void pages.show('names')
    await calls[0]?.answer('a…')
    void pages.next()
    await calls[1]?.answer('b')
    void pages.again()
    await calls[2]?.answer()
    await calls[3]?.answer('a')
    expect([pages.rows, pages.offset]).toEqual([['a'], 0])
  })

  test('a refusal is told beside what is shown; that a newer question interrupts is none', async () => {
    const pages = turned()
    void pages.show('names')
    await calls[0]?.answer('Laura')
    void pages.again()
    await calls[1]?.fail('superseded')
    expect(pages.refused).toBeNull()
    void pages.again()
    await calls[2]?.fail('storage')
    expect([pages.refused?.code, pages.rows]).toEqual(['storage', ['Laura']])
    void pages.again()
    await calls[3]?.answer('Laura')
    expect(pages.refused).toBeNull()
  })

  test('each page that is shown is announced, and whether it is the first', async () => {
    const told: string[] = []
    const pages = turnedPages(
      (question: string, after: string | null) => ask(`${question} ${after}`),
      ({ rows }, question, first) => told.push(`${question}: ${rows.join()}${first ? ', first' : ''}`),
    )
    void pages.show('names')
    await calls[0]?.answer('a…')
    void pages.next()
    void pages.again()
    await calls[1]?.answer('overtaken')
    await calls[2]?.answer('b')
    expect(told).toEqual(['names: a…, first', 'names: b'])
  })
})

describe('a list that is read on', () => {
  const list = (size = 2) =>
    readOn((after: string | null, limit, again) => ask(`${after} × ${limit}${again ? ' again' : ''}`), size)

  test('more comes behind what is there, and all of it is read again', async () => {
    const rows = list()
    void rows.read()
    await calls[0]?.answer('a', 'b…')
    void rows.further()
    await calls[1]?.answer('c', 'd')
    expect([rows.rows, rows.more]).toEqual([['a', 'b…', 'c', 'd'], false])
    void rows.again()
    await calls[2]?.answer('z', 'a', 'b', 'c…')
    expect([rows.rows, rows.more]).toEqual([['z', 'a', 'b', 'c…'], true])
    expect(asked()).toEqual(['null × 2', 'b… × 2', 'null × 4 again'])
  })

  test('an older answer that comes late is dropped, and so is a refusal', async () => {
    const rows = list()
    void rows.read()
    void rows.again()
    void rows.again()
    await calls[2]?.answer('new')
    await calls[0]?.answer('old')
    await calls[1]?.fail('storage')
    expect([rows.rows, rows.refused]).toEqual([['new'], null])
  })

  test('while what is shown is read again, reading on begins anew, so that nothing stays as it was', async () => {
    const rows = list()
    void rows.read()
    await calls[0]?.answer('a', 'b…')
    void rows.again()
    void rows.further()
    await calls[1]?.answer('z', 'a…')
    await calls[2]?.answer('z', 'a', 'b')
    expect(rows.rows).toEqual(['z', 'a', 'b'])
    expect(asked()).toEqual(['null × 2', 'null × 2 again', 'null × 4'])
  })

  test('a change while more is read keeps what was asked for', async () => {
    const rows = list()
    void rows.read()
    await calls[0]?.answer('a', 'b…')
    void rows.further()
    void rows.again()
    await calls[1]?.answer('c')
    expect(rows.rows).toEqual(['a', 'b…'])
    await calls[2]?.answer('a', 'b', 'c')
    expect(rows.rows).toEqual(['a', 'b', 'c'])
  })

  test('what the core does not hand over at once is asked for in parts', async () => {
    const rows = list(250)
    void rows.read()
    await calls[0]?.answer(...Array.from({ length: 199 }, () => 'a'), 'b…')
    expect(rows.rows).toBeNull()
    await calls[1]?.answer('c')
    expect(rows.rows).toHaveLength(201)
    expect(asked()).toEqual(['null × 200', 'b… × 50'])
  })
})
