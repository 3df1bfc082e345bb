import { beforeEach, describe, expect, test } from 'vitest'
import { latest } from './latest'

interface Call {
  question: string
  answer: (text: string) => Promise<void>
  fail: () => Promise<void>
}

let calls: Call[]
let shown: string[]
let refused: string[]
const settled = () => new Promise<void>((resolve) => setTimeout(resolve))

function asking() {
  return latest<string, string>(
    (question) =>
      new Promise((resolve, reject) => {
        calls.push({
          question,
          answer: (text) => (resolve(text), settled()),
          fail: () => (reject(new Error(question)), settled()),
        })
      }),
    (answer) => shown.push(answer),
    (_, question) => refused.push(question),
  )
}

beforeEach(() => {
  calls = []
  shown = []
  refused = []
})

describe('while typing', () => {
  test('only one question is in flight, and the newest is asked next', async () => {
    const { ask } = asking()
    ask('d')
    ask('du')
    ask('dup')
    expect(calls.map((call) => call.question)).toEqual(['d'])
    await calls[0]?.answer('for d')
    expect(calls.map((call) => call.question)).toEqual(['d', 'dup'])
  })

  test('an answer that was overtaken is dropped', async () => {
    const { ask } = asking()
    ask('d')
    ask('dup')
    await calls[0]?.answer('for d')
    expect(shown).toEqual([])
    await calls[1]?.answer('for dup')
    expect(shown).toEqual(['for dup'])
  })

  test('a refusal that was overtaken is dropped, and asking goes on', async () => {
    const { ask } = asking()
    ask('d')
    ask('dup')
    await calls[0]?.fail()
    await calls[1]?.fail()
    expect(refused).toEqual(['dup'])
    ask('dupo')
    await calls[2]?.answer('for dupo')
    expect(shown).toEqual(['for dupo'])
  })

  test('what was dropped is never shown, and what is asked afterwards is', async () => {
    const { ask, drop } = asking()
    ask('d')
    drop()
    ask('x')
    await calls[0]?.answer('for d')
    await calls[1]?.answer('for x')
    expect(shown).toEqual(['for x'])
  })
})
