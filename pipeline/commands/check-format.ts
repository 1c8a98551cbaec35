/** What `padan check` found, as people and as other programs read it. */

import { createHash } from 'node:crypto';
import { RULES, type Severity } from '../checks/rules.ts';
import { version } from '../version.ts';

/** One thing that is left for a person. */
export interface Open {
  /** Relative to the current folder where it is inside it. */
  readonly file: string;
  /** Line in the sheet, from 1; undefined where the whole file is meant. */
  readonly line: number | undefined;
  readonly row: string | undefined;
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
}

export const FORMATS = ['text', 'json', 'sarif', 'junit'] as const;
export type Format = (typeof FORMATS)[number];

/** One line, for `text` and `json`, which are told as they are found. */
export function writeLine(open: Open, format: 'text' | 'json'): string {
  if (format === 'json') return `${JSON.stringify(open)}\n`;
  const { file, line, row, rule, severity, message } = open;
  return `${file}${line === undefined ? '' : `:${line}`}: ${severity}: ${row === undefined ? '' : `row ${row}: `}${rule}: ${message}\n`;
}

/** SARIF 2.1.0 (OASIS), as GitHub's code scanning reads it. */
export function writeSarif(found: readonly Open[]): string {
  const ids = [...new Set([...Object.keys(RULES), ...found.map(({ rule }) => rule)])];
  const facts: ReadonlyMap<string, { readonly severity: Severity; readonly about: string }> = new Map(Object.entries(RULES));
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: 'padan',
          version: version(),
          rules: ids.map((id) => ({
            id,
            shortDescription: { text: facts.get(id)?.about ?? OTHER[id] ?? id },
            defaultConfiguration: { level: facts.get(id)?.severity ?? 'error' },
          })),
        },
      },
      columnKind: 'utf16CodeUnits',
      results: found.map((open) => ({
        ruleId: open.rule,
        ruleIndex: ids.indexOf(open.rule),
        level: open.severity,
        message: { text: `${open.row === undefined ? '' : `Row ${open.row}: `}${open.message}` },
        locations: [{
          physicalLocation: {
            artifactLocation: { uri: uriOf(open.file) },
            region: { startLine: open.line ?? 1 },
          },
        }],
        // The line moves when rows are added above; what is said of the row does not.
        partialFingerprints: { 'padan/v1': createHash('sha256').update([open.file, open.row ?? '', open.rule, open.message].join('\0')).digest('hex').slice(0, 32) },
      })),
    }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

/** What is told besides the checks. */
const OTHER: Readonly<Record<string, string>> = {
  file: 'The file cannot be read',
  sheet: 'The article has a sheet',
  untranslated: 'Every row has its English',
  changed: 'What was approved has not changed since',
};

/** JUnit XML: a suite an article, a test case a finding; errors fail, the rest is told and passes. */
export function writeJunit(found: readonly Open[], files: readonly string[]): string {
  const suites = [...new Set([...files, ...found.map(({ file }) => file)])].map((file) => ({ file, own: found.filter((open) => open.file === file) }));
  const failures = (list: readonly Open[]): number => list.filter(({ severity }) => severity === 'error').length;
  const tests = suites.reduce((sum, { own }) => sum + Math.max(1, own.length), 0);
  const lines = suites.flatMap(({ file, own }) => [
    `  <testsuite name="${xml(file)}" tests="${Math.max(1, own.length)}" failures="${failures(own)}" errors="0" skipped="0">`,
    ...(own.length === 0 ? [`    <testcase classname="${xml(file)}" name="all checks"/>`] : own.map(junitCase)),
    '  </testsuite>',
  ]);
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="padan check" tests="${tests}" failures="${failures(found)}" errors="0">\n${lines.map((line) => `${line}\n`).join('')}</testsuites>\n`;
}

function junitCase({ file, line, row, rule, severity, message }: Open): string {
  const name = `${row === undefined ? '' : `row ${row}: `}${rule}`;
  const place = `${file}${line === undefined ? '' : `:${line}`}: ${message}`;
  const body = severity === 'error'
    ? `<failure type="${xml(rule)}" message="${xml(message)}">${xml(place)}</failure>`
    : `<system-out>${xml(`${severity}: ${place}`)}</system-out>`;
  return `    <testcase classname="${xml(file)}" name="${xml(name)}" file="${xml(file)}"${line === undefined ? '' : ` line="${line}"`}>${body}</testcase>`;
}

/** Text for XML 1.0, in an attribute as well; characters that XML cannot hold become U+FFFD. */
function xml(text: string): string {
  return text
    // Control characters, lone surrogates and noncharacters, as XML 1.0 has it.
    .replace(/(?![\t\n\r])\p{Cc}|\p{Cs}|[\uFFFE\uFFFF]/gu, '\uFFFD')
    .replace(/[&<>"'\n\r\t]/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

function uriOf(file: string): string {
  return file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
}
