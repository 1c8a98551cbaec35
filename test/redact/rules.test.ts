import { expect, it } from 'vitest';
import { patternFault } from '../../pipeline/redact/pattern-guard.ts';
import { KINDS, rulesOf } from '../../pipeline/redact/rules.ts';
import { matchesIn } from '../../pipeline/redact/spans.ts';

const all = rulesOf({ kinds: KINDS, patterns: [] });

it.each([
  ['phone', 'Hubungi 0812-3456-7890.', '0812-3456-7890'],
  ['phone', 'Hubungi 081234567890, siang.', '081234567890'],
  ['phone', 'WA:0812 3456 789', '0812 3456 789'],
  ['phone', 'hp.0812.3456.7890', '0812.3456.7890'],
  ['phone', 'Telepon +62 812-3456-7890 ya', '+62 812-3456-7890'],
  ['phone', 'Telepon +6281234567890', '+6281234567890'],
  ['phone', '(+62) 21 3456789', '(+62) 21 3456789'],
  ['phone', '+62 (21) 345 6789', '+62 (21) 345 6789'],
  ['phone', 'wa.me/6281234567890', '6281234567890'],
  ['phone', 'Kantor (021) 345 6789 buka', '(021) 345 6789'],
  ['phone', 'Kantor 021-3456789/90 buka', '021-3456789/90'],
  ['phone', 'Kantor 0274 512345 buka', '0274 512345'],
  ['phone', 'Singapura +6591234567.', '+6591234567'],
  ['phone', '0812-<g1>3456</g1>-7890', '0812-3456-7890'],
  ['phone', '0812-3456-7890 orang tua', '0812-3456-7890'],
  ['email', 'Kirim ke info.pers@kominfo.go.id.', 'info.pers@kominfo.go.id'],
  ['email', 'redaksi(at)media.co.id', 'redaksi(at)media.co.id'],
  ['nik', 'NIK 3171012345678901 milik', '3171012345678901'],
  ['nik', '3171 0123 4567 8901', '3171 0123 4567 8901'],
  ['nik', '317101-234567-8901', '317101-234567-8901'],
  ['account', 'rekening BCA 1234567890 a.n. Siti', '1234567890'],
  ['account', 'No. Rek. 123-00-1234567-8', '123-00-1234567-8'],
  ['account', 'transfer ke 123.456.7890 (rekening Mandiri)', '123.456.7890'],
  ['account', '123456789012 a.n. Yayasan', '123456789012'],
] as const)('a %s leaves as a placeholder: %s', (kind, text, match) => {
  expect(matchesIn(text, rulesOf({ kinds: [kind], patterns: [] }))).toContain(match);
});

it.each([
  'Harga Rp1.234.567.890 per unit',
  'Rp 1234567890123456',
  'sebanyak 1234567890123456 rupiah',
  'rekening berisi Rp1.500.000.000',
  'rekening berisi 1.500.000.000 rupiah',
  'saldo rekening 1500000000 rupiah',
  'tahun 2019-2024 dan 2020/2021',
  'rekening pada 2019 2020 2021',
  'rekening dibuka 24-11-2024 10.30',
  'rekening dibuka 2024-11-24 10',
  'pada 08-12-2024 atau 08/12/2024',
  'pukul 08.30-10.00 WIB',
  'pukul 07.00 sampai 09.00',
  'naik 0,8123456789 persen',
  'indeks 0.8123456789',
  'US$12,345,678.90',
  'UU No. 11 Tahun 2008, Pasal 27 ayat (3)',
  'PP 71/2019 dan Permenkominfo 5/2020',
  'penduduk 281.603.800 jiwa',
  'akun @kominfo di Instagram',
  'skor 3-1, 021 poin',
  'jumlah 6281234567 orang',
  'kode pos 10110',
  'hotline 1500-123 dan 112',
])('stays as it is: %s', (text) => {
  expect(matchesIn(text, all)).toEqual([]);
});

it.each([
  ['[A-', 'expected a regular expression: '],
  ['x*', 'does not match nothing at all'],
  ['', 'does not match nothing at all'],
  ['(a+)+b', 'no repeat of a group'],
  ['(?:a|b)+c', 'no repeat of a group'],
  ['(x(?:ab?)c)*y', 'no repeat of a group'],
  ['(?:a?){9}b', 'no repeat of a group'],
  [String.raw`a+b+c+d+`, 'at most 3 of + and *'],
])('the pattern %s is refused', (text, fault) => {
  expect(patternFault(text)).toContain(fault);
});

it.each([
  String.raw`KTP-\d{6}`,
  String.raw`(?:\d{3}[ -]?){3,5}\d`,
  String.raw`(?:abc)+`,
  String.raw`\[[+*]+\]`,
  String.raw`(?<!\d)\d{4}\-\d{4}`,
  String.raw`(?<name>Pak|Bu) \p{Lu}\w+`,
  'nama: .+',
  'a{x}',
])('the pattern %s is taken', (text) => {
  expect(patternFault(text)).toBeUndefined();
});

it('says which pattern cannot be used', () => {
  expect(() => rulesOf({ kinds: [], patterns: ['(a+)+'] })).toThrow(/redact\.patterns: unexpected "\(a\+\)\+"/);
});

it('ends soon on a hostile sentence', () => {
  for (const text of ['0812 '.repeat(4000), 'rekening '.repeat(2000) + '1 '.repeat(3000), 'a.'.repeat(10_000), '+62'.repeat(5000), '1-'.repeat(10_000)]) {
    expect(matchesIn(text, all).join('').length).toBeLessThanOrEqual(text.length * 4);
  }
});
