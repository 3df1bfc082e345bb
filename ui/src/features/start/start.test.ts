import { beforeEach, describe, expect, test, vi } from 'vitest'
import type { Launch, ShopInfo } from '$lib/api'
import { answering, refusal } from '$lib/api/testing'
import { startState } from './start.svelte'

const shop: ShopInfo = {
  path: '/c/vaurelle.ecrin',
  file_name: 'vaurelle.ecrin',
  shop_name: 'Maison Vaurelle',
  demonstration: false,
  clients: 0,
  inactive: 0,
  saved_at: null,
  backed_up_at: null,
  operator: '',
}

const table: Launch = { kind: 'table', path: '/c/clients.csv' }

let entered: [string, Launch | null][] = []
const begin = () =>
  startState((opened, next) => {
    entered.push([opened.path, next])
    return Promise.resolve()
  })

beforeEach(() => {
  entered = []
})

describe('opening a file', () => {
  test('asks nothing where the system keeps the key', async () => {
    answering({ open_shop: () => shop })
    await begin().open(shop.path)
    expect(entered).toEqual([[shop.path, null]])
  })

  test('asks for the passphrase where it does not, and says so when it is wrong', async () => {
    const calls = answering({
      open_shop: ({ passphrase }) => {
        if (passphrase === null) throw refusal('passphrase_needed')
        if (passphrase !== 'juste') throw refusal('passphrase_wrong')
        return shop
      },
    })
    const start = begin()
    await start.open(shop.path)
    expect(start.panel).toBe('unlock')
    expect(start.refused).toBeNull()
    await start.unlock('fausse', true)
    expect(start.refused?.code).toBe('passphrase_wrong')
    expect(start.panel).toBe('unlock')
    await start.unlock('juste', true)
    expect(entered).toHaveLength(1)
    expect(calls.at(-1)?.request).toEqual({ path: shop.path, passphrase: 'juste', remember: true })
  })

  test('shows a damaged file where one stands', async () => {
    answering({
      open_shop: () => {
        throw refusal('file_corrupt')
      },
    })
    const start = begin()
    start.show('open')
    await start.open('/c/abime.ecrin')
    expect(start.panel).toBe('open')
    expect(start.refused?.code).toBe('file_corrupt')
    expect(entered).toEqual([])
  })

  test('happens once, however often it is asked for', async () => {
    const calls = answering({ open_shop: () => shop })
    const start = begin()
    await Promise.all([start.open(shop.path), start.open('/c/autre.ecrin')])
    expect(calls).toHaveLength(1)
    expect(start.path).toBe(shop.path)
  })
})

describe('a file that arrives while another is opened', () => {
  const other: Launch = { kind: 'shop', path: '/c/autre.ecrin' }

  test('comes after it', async () => {
    answering({ open_shop: () => shop })
    const start = begin()
    await Promise.all([start.open(shop.path), start.receive(other)])
    expect(entered).toEqual([[shop.path, other]])
  })

  test('is opened in its place where it does not open', async () => {
    answering({
      open_shop: ({ path }) => {
        if (path === shop.path) throw refusal('file_corrupt')
        return { ...shop, path }
      },
    })
    const start = begin()
    await Promise.all([start.open(shop.path), start.receive(other)])
    await vi.waitFor(() => expect(entered).toEqual([[other.path, null]]))
    expect(start.refused).toBeNull()
  })
})

describe('a table that was chosen first', () => {
  test('goes with the file that is created', async () => {
    answering({ create_shop: () => shop })
    const start = begin()
    await start.receive(table)
    expect(start.panel).toBe('table')
    start.show('create')
    await start.create({ shop_name: 'Maison Vaurelle', path: shop.path, passphrase: 'p', remember: false })
    expect(entered).toEqual([[shop.path, table]])
  })

  test('goes with the file that is unlocked', async () => {
    answering({
      open_shop: ({ passphrase }) => {
        if (passphrase === null) throw refusal('passphrase_needed')
        return shop
      },
    })
    const start = begin()
    await start.receive(table)
    await start.receive({ path: shop.path, kind: 'shop' })
    await start.unlock('p', false)
    expect(entered).toEqual([[shop.path, table]])
  })

  test('is one step back, and forgotten at the choices', async () => {
    answering({})
    const start = begin()
    await start.receive(table)
    start.show('create')
    start.back()
    expect([start.panel, start.table]).toEqual(['table', table.path])
    start.back()
    expect([start.panel, start.table]).toEqual(['choose', null])
  })
})

test('a demonstration that cannot be made goes back to the choices and says why', async () => {
  answering({
    open_demonstration: () => {
      throw refusal('disk_full')
    },
  })
  const start = begin()
  await start.demonstrate()
  expect([start.panel, start.refused?.code]).toEqual(['choose', 'disk_full'])
})
