/** Command-line options -> settings. */

import { z } from 'zod';
import { loadSettings, type Settings } from '../settings.ts';

const text = z.string().optional();
const named = z.object({ config: text, input: text, output: text, glossary: text, provider: text, jobs: text, publish: text, budget: text });

/** @throws SettingsError as loadSettings does. */
export function settingsFrom(raw: Readonly<Record<string, unknown>>): Settings {
  const { config, ...flags } = named.parse(raw);
  return loadSettings({ cwd: process.cwd(), env: process.env, config, flags });
}
