/** The glossary files that the settings name, as texts. */

import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { SettingsError } from './errors.ts';
import { shown } from './files.ts';
import type { Settings } from './settings.ts';

export interface GlossaryFile {
  readonly path: string;
  /** As messages name it. */
  readonly name: string;
  readonly text: string;
}

/**
 * In order, the file that goes before all others last. Without a glossary in the settings, and none at
 * the usual place, there is none.
 *
 * @throws SettingsError where one that was named is not there.
 */
export function glossaryFiles({ glossary, root }: Pick<Settings, 'glossary' | 'root'>): readonly GlossaryFile[] {
  const usual = resolve(root, 'glossary/terms.csv');
  return glossary.filter((path) => path !== usual || glossary.length > 1 || existsSync(path)).map((path) => {
    if (!existsSync(path)) throw new SettingsError(`${shown(path)}: no such file. Expected the glossary that the settings name`);
    return { path, name: shown(path), text: readFileSync(path, 'utf8') };
  });
}
