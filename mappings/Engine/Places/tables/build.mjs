// Makes communes.txt.gz, departements.csv and countries.csv. Run it again after a new edition of the tables:
//   npm install --no-save @etalab/decoupage-administratif@6.0.0 && node build.mjs node_modules/@etalab/decoupage-administratif
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { join } from 'node:path'

const data = join(process.argv[2], 'data')
const read = name => JSON.parse(readFileSync(join(data, name), 'utf8'))

// code|name|postal codes|former codes|parent: a municipal district's city, or the commune that took a former one over.
const lines = read('communes.json').map(c =>
  [c.code, c.nom, (c.codesPostaux ?? []).join(' '), (c.anciensCodes ?? []).join(' '), c.commune ?? c.chefLieu ?? ''].join('|'))
writeFileSync('communes.txt.gz', gzipSync(lines.join('\n') + '\n', { level: 9 }))

writeFileSync('departements.csv', read('departements.json').map(d => `${d.code};${d.nom}\n`).join(''))

// COG country codes by ISO 3166-1 alpha-2: facts of INSEE's code officiel géographique; the names are CLDR's.
const cog = `
100FR 101DK 102IS 103NO 104SE 105FI 106EE 107LV 108LT 109DE 110AT 111BG 112HU 113LI 114RO 116CZ 117SK 118BA 119HR 120ME 121RS 122PL 123RU
125AL 126GR 127IT 128SM 129VA 130AD 131BE 132GB 133GI 134ES 135NL 136IE 137LU 138MC 139PT 140CH 144MT 145SI 148BY 151MD 155UA 156MK 157XK
201SA 203IQ 204IR 205LB 206SY 207IL 208TR 212AF 213PK 214BT 215NP 216CN 217JP 219TH 220PH 222JO 223IN 224MM 225BN 226SG 227MY 229MV 230HK
231ID 232MO 234KH 235LK 236TW 238KP 239KR 240KW 241LA 242MN 243VN 246BD 247AE 248QA 249BH 250OM 251YE 252AM 253AZ 254CY 255GE 256KZ 257KG
258UZ 259TJ 260TM 261PS 262TL 301EG 302LR 303ZA 304GM 309TZ 310ZW 311NA 312CD 314GQ 315ET 316LY 317ER 318SO 321BI 322CM 323CF 324CG 326CI
327BJ 328GA 329GH 330GN 331BF 332KE 333MG 334MW 335ML 336MR 337NE 338NG 339UG 340RW 341SN 342SL 343SD 344TD 345TG 346ZM 347BW 348LS 349SS
350MA 351TN 352DZ 389EH 390MU 391SZ 392GW 393MZ 394ST 395AO 396CV 397KM 398SC 399DJ 401CA 404US 405MX 406CR 407CU 408DO 409GT 410HT 411HN
412NI 413PA 414SV 415AR 416BR 417CL 418BO 419CO 420EC 421PY 422PE 423UY 424VE 426JM 428GY 429BZ 430GL 433TT 434BB 435GD 436BS 437SR 438DM
439LC 440VC 441AG 442KN 431AW 443BQ 444CW 445SX 158FO 501AU 502NZ 506WS 507NR 508FJ 509TO 510PG 511TV 512SB 513KI 514VU 515MH 516FM 517PW`
const [fr, en] = ['fr', 'en'].map(l => new Intl.DisplayNames(l, { type: 'region' }))
writeFileSync('countries.csv', cog.trim().split(/\s+/).map(x => `99${x.slice(0, 3)};${x.slice(3)};${fr.of(x.slice(3))};${en.of(x.slice(3))}\n`).join(''))
