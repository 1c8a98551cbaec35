// Articles for measuring: as long and as built as those of a news site, from a fixed pseudo-random sequence.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const SUBJECTS = ['Pemerintah kota', 'Menteri Perdagangan', 'Sejumlah warga', 'Perusahaan itu', 'Kemkominfo', 'Para petani', 'Polisi', 'Bank Indonesia', 'Ketua asosiasi', 'Juru bicara PSE lingkup privat'];
const VERBS = ['mengumumkan', 'menunda', 'memperbaiki', 'menjelaskan', 'membahas', 'menolak', 'menyiapkan', 'memeriksa', 'mendukung', 'mengawasi'];
const OBJECTS = ['rencana pembangunan pasar baru', 'kenaikan harga beras', 'aturan pendaftaran platform digital', 'anggaran sebesar Rp2,5 miliar', 'jadwal kereta api', 'laporan keuangan tahun 2021', 'bantuan untuk 1.200 keluarga', 'layanan kesehatan di desa', 'perbaikan jalan sepanjang 12 kilometer', 'data pribadi pengguna'];
const ENDS = ['pada Jumat (8/7/2022)', 'di Jakarta', 'sejak awal tahun', 'setelah rapat dengan DPR', 'karena hujan deras', 'hingga akhir bulan', 'di tengah protes warga', 'pukul 14.30 WIB', 'untuk kedua kalinya', 'tanpa penjelasan lebih lanjut'];

/** A generator of whole numbers below `n`: the same numbers at every run. */
export function sequence(seed) {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}

/** One article of about 6 KB: 16 paragraphs of three sentences, subheadings, a promo, a page marker. */
export function article(n) {
  const next = sequence(n + 1);
  const pick = (list) => list[next(list.length)];
  const sentence = () => `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)} ${pick(ENDS)} nomor ${next(9000) + 1000}.`;
  const title = `${pick(SUBJECTS)} ${pick(VERBS)} ${pick(OBJECTS)}`;
  const blocks = [`# ${title}`, `WartaKita.id, Jakarta - ${sentence()} ${sentence()}`];
  for (let p = 0; p < 15; p += 1) {
    if (p === 5) blocks.push('Baca juga: Berita lain hari ini', '2 dari 2 halaman', `## ${pick(OBJECTS)}`);
    const words = [sentence(), p % 4 === 1 ? `"${sentence().slice(0, -1)}," kata ${pick(SUBJECTS)}.` : sentence(), p % 3 === 0 ? sentence().replace(/(?<= )di (?=\p{L})/u, '**di** ') : sentence()];
    blocks.push(words.join(' '));
  }
  blocks.push('(rin/dhs)');
  return `${blocks.join('\n\n')}\n`;
}

/** Writes `count` articles into `folder/input`. */
export function layDown(folder, count) {
  mkdirSync(join(folder, 'input'), { recursive: true });
  for (let n = 0; n < count; n += 1) writeFileSync(join(folder, 'input', `artikel-${String(n).padStart(6, '0')}.md`), article(n));
}
