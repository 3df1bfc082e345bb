// Makes postcodes.txt and demonstration/towns.txt from the npm package @etalab/decoupage-administratif.
// Run it once a year, after INSEE's new list of communes: `node assets/postcodes.mjs [VERSION]`, then update ATTRIBUTION.md.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const version = process.argv[2] ?? '6.0.0'
const here = dirname(fileURLToPath(import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'postcodes-'))
const shell = process.platform === 'win32'
execFileSync('npm', ['pack', '--silent', `@etalab/decoupage-administratif@${version}`], { cwd: folder, shell })
execFileSync('tar', ['-xzf', `etalab-decoupage-administratif-${version}.tgz`], { cwd: folder })
const places = JSON.parse(readFileSync(join(folder, 'package', 'data', 'communes.json'), 'utf8'))
rmSync(folder, { recursive: true })

const byBytes = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
const communes = places.filter((place) => place.type === 'commune-actuelle' && place.codesPostaux?.length)
// La Poste serves Monaco under a French postcode; it is not in a list of French communes.
communes.push({ nom: 'Monaco', codesPostaux: ['98000'], population: 38000 })

// One line a postcode, sorted: "19200 Ussel|Saint-Angel|…", the most populous first.
const towns = new Map()
for (const { nom, codesPostaux, population = 0 } of communes)
  for (const postcode of codesPostaux) {
    if (!/^\d{5}$/.test(postcode) || /[|\n]/.test(nom)) throw new Error(`unexpected: ${postcode} ${nom}`)
    if (!towns.has(postcode)) towns.set(postcode, [])
    towns.get(postcode).push({ nom, population })
  }
const lines = [...towns.keys()].sort(byBytes).map((postcode) => {
  const sorted = towns.get(postcode).sort((a, b) => b.population - a.population || byBytes(a.nom, b.nom))
  return `${postcode} ${[...new Set(sorted.map(({ nom }) => nom))].join('|')}\n`
})
writeFileSync(join(here, 'postcodes.txt'), lines.join(''))

// Where many people live: "INHABITANTS POSTCODE TOWN". Paris, Lyon and Marseille are counted by arrondissement.
const arrondissements = places.filter((place) => place.type === 'arrondissement-municipal')
const divided = new Set(arrondissements.map(({ commune }) => commune))
const names = new Map(communes.map(({ code, nom }) => [code, nom]))
const weighed = [
  ...arrondissements.map(({ commune, codesPostaux, population }) => ({ nom: names.get(commune), codesPostaux, population })),
  ...communes.filter(({ code, population }) => !divided.has(code) && population >= 5000)
].flatMap(({ nom, codesPostaux, population }) => codesPostaux.map((postcode) => [Math.ceil(population / codesPostaux.length), postcode, nom]))
weighed.sort((a, b) => byBytes(a[1], b[1]) || byBytes(a[2], b[2]))
writeFileSync(join(here, 'demonstration', 'towns.txt'), weighed.map((town) => `${town.join(' ')}\n`).join(''))
console.log(`${towns.size} postcodes, ${communes.length} communes, ${weighed.length} towns for the demonstration`)
