import { describe, expect, test } from 'vitest';
import { flatten, findValues } from '../../pipeline/values/values.ts';
import type { Language, Value } from '../../pipeline/values/value.ts';
import { valueKey } from '../../pipeline/values/compare.ts';
import { writeValue } from '../../pipeline/values/write.ts';

/** A row: the text, the values found (by key, `;` between), what is written in the other language. */
type Row = readonly [text: string, keys: string, written: string];

const INDONESIAN: readonly Row[] = [
  // Numbers
  ['Ada 8.000 orang.', 'number 8000', '8,000'],
  ['Ada 1.250.000 akun.', 'number 1250000', '1,250,000'],
  ['Nilainya 3,14.', 'number 3.14', '3.14'],
  ['Rata-rata 0,125 saja', 'number 0.125', '0.125'],
  ['Ada 1.250,75 poin', 'number 1250.75', '1,250.75'],
  ['Sekitar 1,5 juta pengguna', 'number 1500000', '1.5 million'],
  ['Sekitar 1,5 miliar pengguna', 'number 1500000000', '1.5 billion'],
  ['Sekitar 2 milyar pesan', 'number 2000000000', '2 billion'],
  ['Sekitar 3 triliun data', 'number 3000000000000', '3 trillion'],
  ['Ada 25 ribu penonton', 'number 25000', '25,000'],
  ['Ada 50rb pengikut', 'number 50000', '50,000'],
  ['Ada 2,5 jt pengikut', 'number 2500000', '2.5 million'],
  ['Ada 2,3 T berkas', 'number 2300000000000', '2.3 trillion'],
  ['Hanya dua puluh lima kursi', 'number 25', '25'],
  ['Hanya tiga kursi', 'number 3', 'three'],
  ['Ada seratus lima kursi', 'number 105', '105'],
  ['Ada seribu kursi', 'number 1000', '1,000'],
  ['Ada seribu dua ratus kursi', 'number 1200', '1,200'],
  ['Ada sejuta kursi', 'number 1000000', '1 million'],
  ['Ada sepuluh kursi', 'number 10', '10'],
  ['Ada sebelas kursi', 'number 11', '11'],
  ['Ada tujuh belas kursi', 'number 17', '17'],
  ['Ada duapuluh kursi', 'number 20', '20'],
  ['Ada dua setengah juta kursi', 'number 2500000', '2.5 million'],
  ['Ada setengah juta kursi', 'number 500000', 'half a million'],
  ['Indeks dua koma lima', 'number 2.5', '2.5'],
  ['Ada tiga ratus dua puluh satu ribu kursi', 'number 321000', '321,000'],
  ['Ada 1½ halaman', 'number 1.5', '1.5'],
  ['Suhu minus 5', 'number -5', '-5'],
  ['Skala 8,000', 'number 8000', '8,000'],
  // Fractions and magnitudes
  ['Dua pertiga anggota', 'fraction 2/3', 'two thirds'],
  ['Tiga perempat anggota', 'number 0.75', 'three quarters'],
  ['Sepertiga anggota', 'fraction 1/3', 'a third'],
  ['Setengah anggota', 'number 0.5', 'half'],
  ['Sebanyak 1/3 anggota', 'fraction 1/3', '1/3'],
  ['Ratusan orang', 'vague 2  ', 'hundreds of'],
  ['Belasan orang', 'vague teens  ', 'more than a dozen'],
  ['Puluhan ribu orang', 'vague 4  ', 'tens of thousands of'],
  ['Ratusan juta rupiah', 'vague 8 IDR ', 'hundreds of millions of rupiah'],
  ['Jumlahnya jutaan.', 'vague 6  ', 'millions'],
  ['Ribuan ton', 'vague 3  t', 'thousands of tons'],
  // Percentages
  ['Naik 12,5 persen', 'percent 12.5', '12.5 percent'],
  ['Naik 12,5%', 'percent 12.5', '12.5 percent'],
  ['Naik 12.5 persen', 'percent 12.5', '12.5 percent'],
  ['Naik lima persen', 'percent 5', '5 percent'],
  ['Naik 2 persen poin', 'points 2', '2 percentage points'],
  ['Naik 1 persen poin', 'points 1', '1 percentage point'],
  ['Turun -0,7 persen', 'percent -0.7', '-0.7 percent'],
  ['Sekitar 10-15 persen', 'percent 10;percent 15', '10 to 15 percent'],
  ['Sekitar 10 sampai 15 persen', 'percent 10;percent 15', '10 to 15 percent'],
  ['Antara 10 dan 15 persen', 'percent 10;percent 15', 'between 10 and 15 percent'],
  ['Dari 10 persen menjadi 15 persen', 'percent 10;percent 15', '10 percent;15 percent'],
  // Money
  ['Senilai Rp1,5 triliun', 'money IDR 1500000000000', 'Rp1.5 trillion'],
  ['Senilai Rp 2.500.000', 'money IDR 2500000', 'Rp2,500,000'],
  ['Senilai Rp2.500.000,00 tunai', 'money IDR 2500000', 'Rp2,500,000'],
  ['Senilai Rp. 2.500.000,- tunai', 'money IDR 2500000', 'Rp2,500,000'],
  ['Senilai Rp 2,3 T', 'money IDR 2300000000000', 'Rp2.3 trillion'],
  ['Senilai Rp 2,5 M', 'money IDR 2500000000', 'Rp2.5 billion'],
  ['Senilai 50 ribu rupiah', 'money IDR 50000', 'Rp50,000'],
  ['Senilai Rp50rb', 'money IDR 50000', 'Rp50,000'],
  ['Senilai US$ 3 juta', 'money USD 3000000', '$3 million'],
  ['Senilai USD 3 juta', 'money USD 3000000', '$3 million'],
  ['Senilai 3 juta dolar AS', 'money USD 3000000', '$3 million'],
  ['Senilai 3 juta dolar Singapura', 'money SGD 3000000', 'S$3 million'],
  ['Senilai S$20', 'money SGD 20', 'S$20'],
  ['Senilai A$20', 'money AUD 20', 'A$20'],
  ['Senilai RM 45', 'money MYR 45', 'RM45'],
  ['Senilai 45 ringgit', 'money MYR 45', 'RM45'],
  ['Senilai €1.200', 'money EUR 1200', '€1,200'],
  ['Senilai 7 juta euro', 'money EUR 7000000', '€7 million'],
  ['Senilai 900 yen', 'money JPY 900', '900 yen'],
  ['Senilai 900 yuan', 'money CNY 900', '900 yuan'],
  ['Senilai 12 pound sterling', 'money GBP 12', '£12'],
  ['Senilai lima juta rupiah', 'money IDR 5000000', 'Rp5 million'],
  ['Senilai Rp10-15 juta', 'money IDR 10000000;money IDR 15000000', 'Rp10 million to Rp15 million'],
  ['Senilai Rp10 juta hingga Rp15 juta', 'money IDR 10000000;money IDR 15000000', 'Rp10 million to Rp15 million'],
  ['Senilai Rp10 juta-Rp15 juta', 'money IDR 10000000;money IDR 15000000', 'Rp10 million to Rp15 million'],
  // Dates
  ['Jumat (8/7/2022)', 'date 2022-7-8 ', 'Friday (July 8, 2022)'],
  ['Jumat pagi (8/7)', 'date -7-8 ', 'Friday morning (July 8)'],
  ['pada 8 Juli 2022', 'date 2022-7-8 ', 'July 8, 2022'],
  ['pada 8-7-2022', 'date 2022-7-8 ', 'July 8, 2022'],
  ['pada 2022-07-08', 'date 2022-7-8 ', 'July 8, 2022'],
  ['pada 08.07.2022', 'date 2022-7-8 ', 'July 8, 2022'],
  ['pada 8/7/22', 'date 2022-7-8 ', 'July 8, 2022'],
  ['pada 1 Jan. 2024', 'date 2024-1-1 ', 'January 1, 2024'],
  ['pada 5 Pebruari 1999', 'date 1999-2-5 ', 'February 5, 1999'],
  ['pada 5 Nopember 1999', 'date 1999-11-5 ', 'November 5, 1999'],
  ['pada 17 Agt 2023', 'date 2023-8-17 ', 'August 17, 2023'],
  ['pada Juni 2022', 'date 2022-6- ', 'June 2022'],
  ['pada tahun 2022', 'number 2022', '2022'],
  ['sejak 2019', 'number 2019', '2019'],
  ['pada 8 Juli', 'date -7-8 ', 'July 8'],
  ['hari Senin', 'date -- weekday 1 ', 'Monday'],
  ['Senin hingga Jumat', 'date -- weekday 1 ;date -- weekday 5 ', 'Monday to Friday'],
  ['8-10 Juli 2022', 'date 2022-7-8 ;date 2022-7-10 ', 'July 8-10, 2022'],
  ['8 sampai 10 Juli 2022', 'date 2022-7-8 ;date 2022-7-10 ', 'July 8-10, 2022'],
  ['8 dan 9 Juli 2022', 'date 2022-7-8 ;date 2022-7-9 ', 'July 8 and 9, 2022'],
  ['30 Juni-2 Juli 2022', 'date 2022-6-30 ;date 2022-7-2 ', 'June 30, 2022 to July 2, 2022'],
  ['era 1990-an', 'decade 1990', '1990s'],
  ['tahun 90-an', 'decade 1990', '1990s'],
  ['usia 20-an', 'decade 20', '20s'],
  ['Jum\'at (8/7/2022)', 'date 2022-7-8 ', 'Friday (July 8, 2022)'],
  ['pada 31/12/2021', 'date 2021-12-31 ', 'December 31, 2021'],
  ['periode 2019-2024', 'number 2019;number 2024', '2019-2024'],
  // Times
  ['pukul 14.30 WIB', 'time 14:30:0 WIB', '14:30 WIB'],
  ['pukul 9 pagi', 'time 9:0:0 ', '09:00'],
  ['jam 7 malam', 'time 19:0:0 ', '19:00'],
  ['jam 2 siang', 'time 14:0:0 ', '14:00'],
  ['jam 2 dini hari', 'time 2:0:0 ', '02:00'],
  ['jam 12 malam', 'time 0:0:0 ', '00:00'],
  ['Mulai 14:30', 'time 14:30:0 ', '14:30'],
  ['Mulai 14.30 WITA', 'time 14:30:0 WITA', '14:30 WITA'],
  ['Mulai 09.00', 'time 9:0:0 ', '09:00'],
  ['pukul 14.30.15 WIT', 'time 14:30:15 WIT', '14:30:15 WIT'],
  ['pukul 09.00-11.00 WIB', 'time 9:0:0 WIB;time 11:0:0 WIB', '09:00 to 11:00 WIB'],
  // Ordinals
  ['putaran ke-3', 'ordinal 3', '3rd'],
  ['yang ketiga', 'ordinal 3', 'third'],
  ['peserta kedua belas', 'ordinal 12', '12th'],
  ['abad ke-19', 'century 19', '19th century'],
  ['abad XIX', 'century 19', '19th century'],
  ['kuartal III', 'ordinal 3', '3rd'],
  ['ke-XXI', 'ordinal 21', '21st'],
  // Units, ages, scores
  ['sejauh 5 km', 'unit km 5', '5 kilometers'],
  ['seberat 10kg', 'unit kg 10', '10 kilograms'],
  ['seluas 1 hektare', 'unit ha 1', '1 hectare'],
  ['seluas 2,5 meter persegi', 'unit m2 2.5', '2.5 square meters'],
  ['suhu 30 derajat Celsius', 'unit C 30', '30 degrees Celsius'],
  ['suhu 30°C', 'unit C 30', '30 degrees Celsius'],
  ['sebanyak 10 juta barel per hari', 'unit bpd 10000000', '10 million barrels per day'],
  ['selama dua jam', 'unit hour 2', 'two hours'],
  ['selama setengah jam', 'unit hour 0.5', 'half an hour'],
  ['selama tiga pekan', 'unit week 3', 'three weeks'],
  ['melaju 40 km/jam', 'unit kmh 40', '40 kilometers per hour'],
  ['5-10 menit', 'unit minute 5;unit minute 10', '5 to 10 minutes'],
  ['berusia 23 tahun', 'unit year 23', 'aged 23'],
  ['Siti (23) datang', 'unit year 23', '23'],
  ['menang 3-1', 'range number 3 number 1', '3-1'],
  ['kalah 1-3', 'range number 1 number 3', '1-3'],
];

const ENGLISH: readonly Row[] = [
  ['8,000 people', 'number 8000', '8.000'],
  ['1,250,000.5 units', 'number 1250000.5', '1.250.000,5'],
  ['1.5 million users', 'number 1500000', '1,5 juta'],
  ['twenty-five seats', 'number 25', '25'],
  ['one hundred and five seats', 'number 105', '105'],
  ['a hundred seats', 'number 100', '100'],
  ['two and a half million seats', 'number 2500000', '2,5 juta'],
  ['half a million seats', 'number 500000', 'setengah juta'],
  ['two dozen seats', 'number 24', '24'],
  ['three seats', 'number 3', 'tiga'],
  ['two thirds of them', 'fraction 2/3', 'dua pertiga'],
  ['two-thirds of them', 'fraction 2/3', 'dua pertiga'],
  ['three quarters of them', 'number 0.75', 'tiga perempat'],
  ['hundreds of people', 'vague 2  ', 'ratusan'],
  ['tens of thousands of people', 'vague 4  ', 'puluhan ribu'],
  ['hundreds of millions of rupiah', 'vague 8 IDR ', 'ratusan juta rupiah'],
  ['more than a dozen people', 'vague teens  ', 'belasan'],
  ['12.5 percent', 'percent 12.5', '12,5 persen'],
  ['12.5 per cent', 'percent 12.5', '12,5 persen'],
  ['12.5%', 'percent 12.5', '12,5 persen'],
  ['2 percentage points', 'points 2', '2 persen poin'],
  ['10-15 percent', 'percent 10;percent 15', '10 sampai 15 persen'],
  ['between 10 and 15 percent', 'percent 10;percent 15', 'antara 10 dan 15 persen'],
  ['Rp1.5 trillion', 'money IDR 1500000000000', 'Rp1,5 triliun'],
  ['IDR 1.5 trillion', 'money IDR 1500000000000', 'Rp1,5 triliun'],
  ['1.5 trillion rupiah', 'money IDR 1500000000000', 'Rp1,5 triliun'],
  ['$3 million', 'money USD 3000000', 'US$3 juta'],
  ['$3-million', 'money USD 3000000', 'US$3 juta'],
  ['US$3bn', 'money USD 3000000000', 'US$3 miliar'],
  ['$1.5M', 'money USD 1500000', 'US$1,5 juta'],
  ['5 U.S. dollars', 'money USD 5', 'US$5'],
  ['€1,200', 'money EUR 1200', '€1.200'],
  ['$10-15 million', 'money USD 10000000;money USD 15000000', 'US$10 juta sampai US$15 juta'],
  ['on July 8, 2022,', 'date 2022-7-8 ', '8 Juli 2022'],
  ['on 8 July 2022', 'date 2022-7-8 ', '8 Juli 2022'],
  ['on the 8th of July 2022', 'date 2022-7-8 ', '8 Juli 2022'],
  ['on Jul. 8', 'date -7-8 ', '8 Juli'],
  ['on Friday (July 8, 2022)', 'date 2022-7-8 ', 'Jumat (8/7/2022)'],
  ['on Friday, July 8, 2022', 'date 2022-7-8 ', 'Jumat, 8 Juli 2022'],
  ['on 2022-07-08', 'date 2022-7-8 ', '8 Juli 2022'],
  ['July 8-10, 2022', 'date 2022-7-8 ;date 2022-7-10 ', '8-10 Juli 2022'],
  ['July 8 and 9, 2022', 'date 2022-7-8 ;date 2022-7-9 ', '8 dan 9 Juli 2022'],
  ['in May', 'date -5- ', 'Mei'],
  ['in the 1990s', 'decade 1990', '1990-an'],
  ['since 2019', 'number 2019', '2019'],
  ['at 2:30 p.m. WIB', 'time 14:30:0 WIB', 'pukul 14.30 WIB'],
  ['at 2pm', 'time 14:0:0 ', 'pukul 14.00'],
  ['at 12 a.m.', 'time 0:0:0 ', 'pukul 00.00'],
  ['at 14:30 Western Indonesia Time', 'time 14:30:0 WIB', 'pukul 14.30 WIB'],
  ['at 1430 GMT', 'time 14:30:0 GMT', 'pukul 14.30 GMT'],
  ['the 3rd round', 'ordinal 3', 'ke-3'],
  ['the third round', 'ordinal 3', 'ke-3'],
  ['the twenty-first round', 'ordinal 21', 'ke-21'],
  ['the 19th century', 'century 19', 'abad ke-19'],
  ['the nineteenth century', 'century 19', 'abad ke-19'],
  ['a 23-year-old man', 'unit year 23', 'berusia 23 tahun'],
  ['Siti, aged 23, came', 'unit year 23', 'berusia 23 tahun'],
  ['a three-month ban', 'unit month 3', 'tiga bulan'],
  ['a 5-kilometer run', 'unit km 5', '5 kilometer'],
  ['half an hour', 'unit hour 0.5', 'setengah jam'],
  ['2.5 square meters', 'unit m2 2.5', '2,5 meter persegi'],
  ['won 3-1', 'range number 3 number 1', '3-1'],
];

const keys = (text: string, language: Language): string => flatten(findValues(text, language)).map(valueKey).join(';');
const written = (values: readonly Value[], language: Language): string => values.map((value) => writeValue(value, language)).join(';');

describe('an Indonesian text gives its values, and English spellings of them', () => {
  test.each(INDONESIAN)('%s', (text, expected, english) => {
    expect(keys(text, 'id')).toBe(expected);
    expect(written(findValues(text, 'id'), 'en')).toBe(english);
  });
});

describe('an English text gives its values, and Indonesian spellings of them', () => {
  test.each(ENGLISH)('%s', (text, expected, indonesian) => {
    expect(keys(text, 'en')).toBe(expected);
    expect(written(findValues(text, 'en'), 'id')).toBe(indonesian);
  });
});

describe('a name, an address or a doubled word holds no value', () => {
  const none = ['COVID-19', 'KTT G20', 'timnas U-23', 'jaringan 4G', 'J&T', 'situs Liputan6.com', 'situs 21cineplex.com', 'lihat https://a.example/2022/07/08/x?y=5', 'surel budi99@contoh.id', '@budi99 #2019', 'satu-satunya', 'dua-duanya', 'MH370', 'pertama-tama', 'MP3', 'kejuta', 'Jutawan'];
  test.each(none)('%s', (text) => {
    expect(findValues(text, 'id')).toEqual([]);
  });
});

describe('a number that labels is a code, kept as it is', () => {
  const rows = [
    ['Pasal 27', '27'],
    ['Pasal 27A', '27A'],
    ['ayat (2)', '2'],
    ['No. 5', '5'],
    ['PP 71/2019', '71/2019'],
    ['iOS 17.2', '17.2'],
    ['versi 2.10.1.', '2.10.1'],
    ['telepon 0811 9787 670', '0811 9787 670'],
    ['telepon +62 811-9787-670', '+62 811-9787-670'],
    ['kode 1234567890123', '1234567890123'],
    ['agen 007', '007'],
    ['buka 24/7', '24/7'],
    ['formasi 4-4-2', '4-4-2'],
    ['alamat 192.168.1.10', '192.168.1.10'],
  ] as const;
  test.each(rows)('%s', (text, digits) => {
    const values = findValues(text, 'id');
    expect(values.map(({ kind }) => kind)).toEqual(['code']);
    expect(written(values, 'en')).toBe(digits);
  });

  test('a page marker is two plain numbers', () => {
    expect(keys('2 dari 4 halaman', 'id')).toBe('number 2;number 4');
  });
  test('a law and its year are a code and a year', () => {
    expect(keys('Undang-Undang Nomor 11 Tahun 2008', 'id')).toBe('number 11;number 2008');
  });
});
