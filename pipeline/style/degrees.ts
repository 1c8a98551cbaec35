/** Academic degrees as Indonesian names carry them: `Ir. Budi Santoso, S.H., M.Si.` */

/** S1 to S3 degrees of Indonesia (sarjana, magister, doktor) and some from abroad, behind a name and a comma. */
const BEHIND = /,\s*(?:(?:S|M)\.\s?(?:Ag|Ak|Ars|E|Farm|Gz|H|Hum|Hut|Ikom|I\.Kom|IP|I\.P|Ked|Kep|Keb|Kes|KM|K\.M|Kom|Li|M|P|Pd|Pd\.I|Pi|Psi|Pt|Sc|Si|Sn|Sos|ST|Stat|T|TP|Th|Tr)\.?|(?:A\.Md(?:\.\s?[A-Z][a-z]*)?|SE|SH|ST|MM|MH|MT|MBA|M\.B\.A|Ph\.?D|Sp\.\s?[A-Z]{1,3}|Lc|LL\.?M|M\.A|Dipl\.-Ing)\.?)(?![\p{L}\p{N}])/gu;
/** Before a name; `Dr.` and `Prof.` are English as well. */
const BEFORE = /(?<![\p{L}\p{N}.])(?:Ir|Drs|Dra|Drg|drg)\.\s+(?=\p{Lu})/gu;

/** All degrees of one name, and the comma behind them. */
const RUN = new RegExp(`(?:${BEHIND.source})+,?`, 'gu');

/** `text` without the degrees round its names. */
export function withoutDegrees(text: string): string {
  const bare = text.replace(BEFORE, '');
  let first = true;
  return bare.replace(RUN, (run: string, at: number) => {
    const alone = first && run.endsWith(',') && !bare.slice(0, at).includes(',');
    first = false;
    // `Budi, S.H., datang`: the last comma closed what the first one opened. An apposition keeps its own.
    return run.endsWith(',') && !alone ? ',' : '';
  });
}

/** The first degree in `text`; undefined where there is none. */
export function degreeIn(text: string): { readonly text: string; readonly start: number } | undefined {
  for (const pattern of [BEHIND, BEFORE]) {
    const [found] = text.matchAll(pattern);
    if (found !== undefined) {
      const lead = /^[,\s]*/.exec(found[0])?.[0].length ?? 0;
      return { text: found[0].trim().slice(found[0].startsWith(',') ? lead : 0), start: found.index + lead };
    }
  }
  return undefined;
}
