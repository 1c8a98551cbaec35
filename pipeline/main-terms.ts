/** The command line of `padan terms`: the glossary checked, its hold counted, candidates for it, in and out of other formats. */

import type { Command } from 'commander';

type Options = Readonly<Record<string, unknown>>;

/** Adds the commands to `program`; `where` adds the options of every command, `end` takes the exit code. */
export function termsCommands(program: Command, where: (command: Command) => Command, end: (code: number) => void): void {
  const terms = program.command('terms').description('the glossary: check it, report on it, find candidates for it, bring it in and out');

  where(terms.command('check'))
    .description('faults, duplicates, rows that never match, date gaps: of the glossary, or of the files named')
    .argument('[file...]', 'glossary files; a later one goes before an earlier one')
    .option('--json', 'a JSON line a remark, on standard output')
    .option('--quiet', 'say only how many there are')
    .action(async (paths: string[], options: Options) => {
      const { termsCheckCommand } = await import('./commands/terms/check.ts');
      end(termsCheckCommand(paths, options));
    });

  where(terms.command('report'))
    .description('per term and article: in how many rows it is required, met, repaired, waived, violated')
    .argument('[path...]', 'articles or folders')
    .option('--json', 'as JSON, on standard output')
    .option('--csv', 'as CSV, on standard output')
    .action(async (paths: string[], options: Options) => {
      const { termsReportCommand } = await import('./commands/terms/report.ts');
      end(await termsReportCommand(paths, options));
    });

  where(terms.command('export'))
    .description('write the glossary as .tbx, .csv or .tsv')
    .argument('<file>', 'a file that is not there yet')
    .option('--tbx <version>', '2, 3 or 3-dct (TBX-Basic)', '2')
    .action(async (file: string, options: Options) => {
      const { termsExportCommand } = await import('./commands/terms/exchange.ts');
      end(termsExportCommand(file, options));
    });
  where(terms.command('import'))
    .description('TBX, CSV or TSV of other programs as rows of a glossary, on standard output')
    .argument('<file>', 'the file to read')
    .option('--indonesian <code>', 'the code under which a TBX file has Indonesian')
    .option('--english <code>', 'the code under which it has English')
    .option('--out <file>', 'write them into this new file')
    .action(async (file: string, options: Options) => {
      const { termsImportCommand } = await import('./commands/terms/exchange.ts');
      end(termsImportCommand(file, options));
    });

  where(terms.command('suggest'))
    .description('candidates from the articles as rows without English, for a person to fill in')
    .argument('[path...]', 'articles or folders')
    .option('--least <number>', 'sentences that a name must stand in', '2')
    .option('--out <file>', 'write them into this new file')
    .action(async (paths: string[], options: Options) => {
      const { termsSuggestCommand } = await import('./commands/terms/suggest.ts');
      end(await termsSuggestCommand(paths, options));
    });
}
