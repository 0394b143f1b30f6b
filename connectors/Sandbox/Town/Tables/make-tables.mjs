// Makes communes.csv, town.csv and foreign-surnames.txt from two packages of facts, both MIT:
//   npm install @etalab/decoupage-administratif@6.0.0 @faker-js/faker@10.6.0 && node make-tables.mjs
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { allFakers } from '@faker-js/faker';

const require = createRequire(import.meta.url);
const communes = require('@etalab/decoupage-administratif/data/communes.json');
const groups = require('@etalab/decoupage-administratif/data/epci.json');
const split = new Set(['75056', '69123', '13055']); // their births are registered by arrondissement
const home = groups.find(g => g.nom === 'CU Angers Loire Métropole').membres.map(m => m.code);

const row = c => [c.code, c.nom, (c.codesPostaux ?? [''])[0], c.population ?? 0].join(';');
const places = communes.filter(c => !split.has(c.code) && ['commune-actuelle', 'arrondissement-municipal'].includes(c.type));
// People are born where maternities are or were: larger communes, and every commune of the town's own department over 1 000.
const births = places.filter(c => c.population >= 3500 || (c.departement === '49' && c.population >= 1000));
// Communes merged since keep their code on old birth certificates.
const merged = communes.filter(c => c.type === 'commune-deleguee' && c.departement === '49').map(c => ({ ...c, population: 300 }));

const licence = '# From npm @etalab/decoupage-administratif 6.0.0 (MIT; INSEE and La Poste data, Licence Ouverte). Made by make-tables.mjs.\n';
writeFileSync('communes.csv', licence + '# code;name;postcode;population\n' + [...births, ...merged].map(row).join('\n') + '\n');
writeFileSync('town.csv', licence + '# code;name;postcode;population\n'
  + places.filter(c => home.includes(c.code)).sort((a, b) => b.population - a.population).map(row).join('\n') + '\n');

const lists = { portugal: 'pt_PT', espagne: 'es', italie: 'it', pologne: 'pl', vietnam: 'vi', afrique: 'fr_SN' };
const latin = /^[\p{Script=Latin}' -]+$/u;
writeFileSync('foreign-surnames.txt',
  '# From npm @faker-js/faker 10.6.0 (MIT). Made by make-tables.mjs. No frequencies: a name\'s weight is 1 / (its place + 9).\n'
  + Object.entries(lists).map(([origin, locale]) => origin + ': '
    + [...new Set(allFakers[locale].rawDefinitions.person.last_name.generic)].filter(n => latin.test(n)).slice(0, 400).join(',')).join('\n') + '\n');
