/** What is known of head nouns for word order: `data/order.tsv`. */

import { readData, rowsOf } from './tables.ts';

export type HeadKind = 'title' | 'of' | 'after' | 'keep' | 'time' | 'one';

let table: ReadonlyMap<string, ReadonlySet<string>> | undefined;

export function isHead(form: string, kind: HeadKind): boolean {
  if (table === undefined) {
    const made = new Map<string, Set<string>>();
    for (const { cells } of rowsOf(readData('order.tsv'))) {
      const [word = '', what = ''] = cells;
      made.set(word, (made.get(word) ?? new Set()).add(what));
    }
    table = made;
  }
  if (table.get(form)?.has(kind) === true) return true;
  // `mantan gubernur` is what a governor is.
  const former = kind === 'title' ? /^(?:mantan|bekas|calon|eks) (.+)$/.exec(form)?.[1] : undefined;
  if (former !== undefined) return isHead(former, kind);
  // `ketua umum`, `tahun lalu` as one expression are what their first word is.
  const space = kind === 'title' || kind === 'time' ? form.indexOf(' ') : -1;
  return space > 0 && table.get(form.slice(0, space))?.has(kind) === true;
}

const OF_ENDING = /(?:tion|sion|ment|ance|ence|ing|ure|al|ity|ness|ship|cy)$/;
const NO_OF =
  /(?:government|department|organi[sz]ation|station|investment|election|corporation|institution|meeting|building|commission|hospital|festival|apartment|parliament|university|city|company|agency|policy|animal|capital|television|pension|document|instrument|ceiling|clothing|housing|university|facility|community|security|activity|currency|conference|ambulance|insurance|finance|intelligence|science|audience|residence|agriculture|furniture|infrastructure|temperature|culture|adventure|picture|lecture|championship|cement|equipment|treatment|tournament|agreement|television|population|operation|training|shopping|wedding|painting|bombing|shooting|fishing|mining|banking|evening|morning|journal|terminal|proposal|festival|criminal|deal|signal|rival|trial|arsenal|canal|metal|regulation|competition|solution|television|station|section|location|vacation|nation|religion|region|million|pavement|settlement|employment|education|information|technology|application|transaction|transportation|communication|publication|vaccination|action|option|question|tradition|mission|session|discussion|tension|sanction|decision|condition|situation|transmission|division|television|version|profession|expression)$/;

/** Whether what follows a head is joined by `of`: by the table, else by the shape of its English. */
export function takesOf(form: string, english: string): boolean {
  if (isHead(form, 'of')) return true;
  return /^(?:pe|ke|per)\w+an$/.test(form) && OF_ENDING.test(english) && !NO_OF.test(english);
}

export function isPerson(form: string): boolean {
  return isHead(form, 'title') || /^(?:orang|warga|anak|bayi|remaja|pemuda|tentara|prajurit|pejabat|petugas|karyawan|pegawai|buruh|nelayan|petani|pedagang|pelanggan|penonton|penumpang|pengunjung|pemilih|pengungsi|teroris|penjahat|pencuri|pembunuh|pengguna|penggemar|pendukung|peserta|pasien|istri|suami|teman|kawan|tetangga|investor|konsumen|pemilik|pekerja|pembeli|penjual|anggota|penduduk|otoritas|pihak berwenang|pembaca|pendengar|pemirsa|pengemudi|pengendara|pejalan kaki|penyewa|pelaku|perampok|nasabah|peternak|perajin|pengrajin|pelajar|santri|jemaah|jamaah|penerima|pemohon|pedemo|pengunjukrasa|perenang|pelari|pesepak bola|murid|tahanan|sandera|militan|pemberontak|demonstran|pengunjuk rasa|seseorang|siapa|mereka|dia|ia|sosok|tokoh|figur)$/.test(form);
}
