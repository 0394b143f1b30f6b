// Makes former-communes.txt: a line for each commune of today that took others over, its code first, then theirs. Run it again after a new edition:
//   npm install --no-save @etalab/decoupage-administratif@6.0.0 && node build.mjs node_modules/@etalab/decoupage-administratif
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const communes = JSON.parse(readFileSync(join(process.argv[2], 'data', 'communes.json'), 'utf8'))
const today = new Set(communes.filter(c => c.type === 'commune-actuelle').map(c => c.code))
const into = new Map()
for (const c of communes) {
  const home = c.type === 'commune-actuelle' ? c.code : c.chefLieu
  for (const code of [c.code, ...(c.anciensCodes ?? [])]) {
    if (home && !today.has(code) && !into.has(code)) into.set(code, home)
  }
}

const lines = new Map()
for (const [code, home] of [...into].sort()) lines.set(home, [...(lines.get(home) ?? [home]), code])
writeFileSync('former-communes.txt', '# npm @etalab/decoupage-administratif 6.0.0 (MIT; INSEE COG, Licence Ouverte 2.0). Made by build.mjs.\n'
  + [...lines.values()].map(line => line.join(' ') + '\n').sort().join(''))
