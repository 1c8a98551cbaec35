// Writes right.tsv and wrong.tsv: pairs from seeds.txt (by hand) and from the frames below (by rule). Same output every time.
import { readFileSync, writeFileSync } from 'node:fs';

const here = (name) => new URL(name, import.meta.url);
const right = [];
const wrong = [];

/** `<a~b>` and `{right~!wrong}` -> pieces, each with its ways to say it right and to say it wrong. */
function piecesOf(text) {
  const pieces = [];
  for (const [whole, place, choice] of text.matchAll(/\{((?:<[^<>]*>|[^{}])*)\}|<([^<>]*)>|[^{}<]+/g)) {
    if (place !== undefined) {
      const closing = place.startsWith('<') ? place.indexOf('>') + 1 : 0;
      const [rest, ...faults] = place.slice(closing).split('~!');
      pieces.push({ ways: closing > 0 ? place.slice(1, closing - 1).split('~').map((way) => way + rest) : [rest], faults });
    } else if (choice !== undefined) pieces.push({ ways: choice.split('~'), faults: [] });
    else pieces.push({ ways: [whole], faults: [] });
  }
  return pieces;
}

for (const line of readFileSync(here('seeds.txt'), 'utf8').split('\n')) {
  if (line === '' || line.startsWith('#')) continue;
  const [rule, phenomenon, id, ...english] = line.split(' | ');
  const pieces = piecesOf(english.join(' | '));
  const say = (n, words) => pieces.map(({ ways }, at) => (at === n ? words : ways[0])).join('');
  right.push([rule, phenomenon, id, say(-1, '')]);
  pieces.forEach(({ ways, faults }, n) => {
    for (const way of ways.slice(1)) right.push([rule, phenomenon, id, say(n, way)]);
    for (const fault of faults) wrong.push([rule, phenomenon, id, say(n, fault)]);
  });
}

let seed = 20261124;
const next = (most) => {
  seed = (seed * 1103515245 + 12345) % 2147483648;
  return Math.floor((seed / 2147483648) * most);
};
const pick = (list) => list[next(list.length)];
const dots = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, '.');
const commas = (n) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');
/** Another number with as many digits: one digit is changed, or two are exchanged. */
const bent = (n) => {
  const digits = [...String(n)];
  const at = next(digits.length);
  digits[at] = String(((Number(digits[at]) + 1 + next(8)) % 9) + (at === 0 ? 1 : 0)).slice(-1);
  const other = Number(digits.join(''));
  return other === n || String(other).length !== String(n).length ? n + 1 : other;
};
const MONTHS = [['Januari', 'January'], ['Februari', 'February'], ['Maret', 'March'], ['April', 'April'], ['Mei', 'May'], ['Juni', 'June'], ['Juli', 'July'], ['Agustus', 'August'], ['September', 'September'], ['Oktober', 'October'], ['November', 'November'], ['Desember', 'December']];
const DAYS = [['Senin', 'Monday'], ['Selasa', 'Tuesday'], ['Rabu', 'Wednesday'], ['Kamis', 'Thursday'], ['Jumat', 'Friday'], ['Sabtu', 'Saturday'], ['Minggu', 'Sunday']];
const UNITS = [['kilometer', 'kilometers', 'miles'], ['hektare', 'hectares', 'acres'], ['ton', 'tons', 'kilograms'], ['meter', 'meters', 'feet'], ['liter', 'liters', 'gallons'], ['jam', 'hours', 'days'], ['hari', 'days', 'weeks'], ['bulan', 'months', 'years']];
const NOUNS = [['rumah', 'houses'], ['warga', 'residents'], ['siswa', 'students'], ['kendaraan', 'vehicles'], ['desa', 'villages']];
const SCALES = [['ribu', ' thousand'], ['juta', ' million'], ['miliar', ' billion'], ['triliun', ' trillion']];
const both = (rule, phenomenon, id, ways, fault) => {
  for (const way of ways) right.push([rule, phenomenon, id, way]);
  wrong.push([rule, phenomenon, id, fault]);
};

for (let n = 0; n < 25; n += 1) {
  const [count, noun, unit, month, scale] = [1001 + next(98_000), pick(NOUNS), pick(UNITS), next(12), 1 + next(3)];
  both('numbers', 'by rule', `Banjir merusak ${dots(count)} ${noun[0]} di daerah itu.`, [`The flood damaged ${commas(count)} ${noun[1]} in the area.`], `The flood damaged ${commas(bent(count))} ${noun[1]} in the area.`);
  const tenths = 11 + next(880);
  const decimal = [`${Math.floor(tenths / 10)},${tenths % 10}`, `${Math.floor(tenths / 10)}.${tenths % 10}`];
  both('numbers', 'by rule', `Angka itu naik ${decimal[0]} persen dari tahun lalu.`, [`The figure rose ${decimal[1]} percent from last year.`, `That figure is up ${decimal[1]}% from a year ago.`], `The figure rose ${String(tenths)} percent from last year.`);
  const small = 3 + next(90);
  both('units', 'by rule', `Mereka menempuh ${small} ${unit[0]} untuk sampai di sana.`, [`They covered ${small} ${unit[1]} to get there.`], `They covered ${small} ${unit[2]} to get there.`);
  const [one, two] = [SCALES[scale], SCALES[scale === 3 ? 1 : scale + 1]];
  both('money', 'by rule', `Pembangunan jalan itu menelan Rp${decimal[0]} ${one[0]}.`, [`Building the road cost Rp${decimal[1]}${one[1]}.`, `The road's construction cost ${decimal[1]}${one[1]} rupiah.`], `Building the road cost Rp${decimal[1]}${two[1]}.`);
  const [day, year] = [13 + next(15), 1990 + next(35)];
  const [bad, weekday] = [(month + 1 + next(10)) % 12, new Date(Date.UTC(year, month, day)).getUTCDay() || 7];
  both('dates', 'by rule', `Museum itu dibuka pada ${day} ${MONTHS[month][0]} ${year}.`, [`The museum opened on ${MONTHS[month][1]} ${day}, ${year}.`, `The museum opened on ${day} ${MONTHS[month][1]} ${year}.`], `The museum opened on ${MONTHS[bad][1]} ${day}, ${year}.`);
  both('dates', 'by rule', `Rapat itu digelar pada ${DAYS[weekday - 1][0]} (${day}/${month + 1}/${year}).`, [`The meeting was held on ${DAYS[weekday - 1][1]} (${MONTHS[month][1]} ${day}, ${year}).`], `The meeting was held on ${DAYS[weekday - 1][1]} (${MONTHS[month][1]} ${day - 7}, ${year}).`);
  const [hour, minute] = [1 + next(22), next(60)];
  const two2 = (part) => String(part).padStart(2, '0');
  const twelve = `${hour % 12 === 0 ? 12 : hour % 12}:${two2(minute)} ${hour < 12 ? 'a.m.' : 'p.m.'}`;
  both('times', 'by rule', `Kapal itu berangkat pukul ${two2(hour)}.${two2(minute)} WIB.`, [`The ship leaves at ${two2(hour)}:${two2(minute)} WIB.`, `The ship leaves at ${twelve} WIB.`], `The ship leaves at ${two2(hour + 1)}:${two2(minute)} WIB.`);
}

const unique = (rows) => [...new Map(rows.map((row) => [row.slice(2).join('\t'), row])).values()];
const write = (name, what, rows) => writeFileSync(here(name), `# ${what} Made by make.mjs; change seeds.txt instead. MIT, written for Padan.\nrule\tphenomenon\tindonesian\tenglish\n${unique(rows).map((row) => row.join('\t')).join('\n')}\n`);
write('right.tsv', 'Right translations: no check should say anything.', right);
write('wrong.tsv', 'Translations with one fault each: the check named first should find it.', wrong);
