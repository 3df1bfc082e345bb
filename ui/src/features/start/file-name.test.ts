import { describe, expect, test } from 'vitest'
import { fileName } from '$lib/paths'
import { fileSlug, shopPath, suggestedPath } from './file-name'

describe('a file name made from the shop’s name', () => {
  test.each([
    ['Maison Vaurelle', 'maison-vaurelle'],
    ['Bijouterie Cœur d’Or & Fils', 'bijouterie-coeur-d-or-fils'],
    ['  L’Écrin — Été ', 'l-ecrin-ete'],
    ['Straße Łódź', 'strasse-lodz'],
    ['../..\\x', 'x'],
    ['', 'boutique'],
    ['★★★', 'boutique'],
    ['珠宝', 'boutique'],
  ])('%j becomes %s', (name, slug) => expect(fileSlug(name)).toBe(slug))

  test.each(['con', 'NUL', 'Com1', 'lpt9'])('%s is a device of Windows, so it gets a prefix', (name) => {
    expect(fileSlug(name)).toBe(`boutique-${name.toLowerCase()}`)
  })

  test('it is cut at 60 characters and does not end in a hyphen', () => {
    const slug = fileSlug('a'.repeat(59) + ' bijoux')
    expect(slug).toBe('a'.repeat(59))
  })
})

describe('the proposed path', () => {
  test.each([
    ['/home/marie/Documents/Écrin', '/home/marie/Documents/Écrin/or.ecrin'],
    ['C:\\Users\\Marie\\Documents', 'C:\\Users\\Marie\\Documents\\or.ecrin'],
    ['\\\\serveur\\partage', '\\\\serveur\\partage\\or.ecrin'],
    ['/tmp/', '/tmp/or.ecrin'],
  ])('in %s is %s', (folder, path) => expect(suggestedPath(folder, 'Or')).toBe(path))
})

test('a typed path gets its extension once, and loses pasted quotes', () => {
  expect(shopPath(' "C:\\Boutique\\or" ')).toBe('C:\\Boutique\\or.ecrin')
  expect(shopPath('/home/or.ECRIN')).toBe('/home/or.ECRIN')
  expect(shopPath('   ')).toBe('')
})

test('a file name is the last part of a path of any system', () => {
  expect(fileName('C:\\a\\b.csv')).toBe('b.csv')
  expect(fileName('/a/b.csv')).toBe('b.csv')
})
