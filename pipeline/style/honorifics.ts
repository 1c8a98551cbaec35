/** Honorifics before Indonesian names. */

/** With the English that stands for them; empty where English says nothing. */
export const HONORIFICS: Readonly<Record<string, string>> = { bapak: 'Mr.', pak: 'Mr.', ibu: 'Ms.', bu: 'Ms.', tuan: 'Mr.', nyonya: 'Mrs.', nona: 'Miss', sdr: '', sdri: '' };

/** Those that have no English and stay where the house does not drop them. */
export const FAMILIAR: readonly string[] = ['mas', 'mbak', 'bang', 'kang', 'cak', 'teh'];
