/** Every check's name, how heavily its findings weigh where the settings say nothing, and what it is about. */

/** `error` makes `padan check` end with 1; `warning` and `note` are for a person to read. */
export const SEVERITIES = ['error', 'warning', 'note'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface RuleFacts {
  readonly severity: Severity;
  readonly about: string;
}

/** In the order in which a reader should see their findings. */
export const RULES = {
  empty: { severity: 'error', about: 'A sentence has an English with words in it' },
  same: { severity: 'error', about: 'The English is not the Indonesian over again' },
  terms: { severity: 'error', about: 'The terms of the glossary hold' },
  'left-over': { severity: 'error', about: 'No Indonesian word is left in the English' },
  numbers: { severity: 'error', about: 'Numbers, percentages, ages, scores and labels keep their value' },
  units: { severity: 'error', about: 'A figure keeps its unit' },
  money: { severity: 'error', about: 'Amounts of money keep currency and value' },
  dates: { severity: 'error', about: 'Dates stay the same day' },
  times: { severity: 'error', about: 'Clock times keep hour, minute and zone' },
  names: { severity: 'error', about: 'Names and initials stay as they are' },
  addresses: { severity: 'error', about: 'Links, e-mail addresses, hashtags and handles stay as they are' },
  negation: { severity: 'error', about: 'What is denied stays denied, and nothing else is' },
  markup: { severity: 'error', about: 'Every piece of markup stands in the English, once' },
  repetition: { severity: 'error', about: 'No words or sentences are said twice over' },
  consistency: { severity: 'warning', about: 'The same sentence has the same English in all articles (padan check)' },
  omission: { severity: 'warning', about: 'No clause, list item or sentence is lost or added' },
  pronouns: { severity: 'warning', about: 'He, she and you have something in the Indonesian to go by' },
  characters: { severity: 'warning', about: 'No look-alike letters and no invisible characters' },
  quotes: { severity: 'warning', about: 'What is quoted stays quoted' },
  brackets: { severity: 'warning', about: 'Brackets are closed, and as many as in the Indonesian' },
  forms: { severity: 'note', about: 'English spelling, spaces and capitals' },
  style: { severity: 'note', about: 'Dates, percentages, dollars, clock times, quotation marks, honorifics and degrees are written as the house writes them' },
  length: { severity: 'note', about: 'The English is about as long as the Indonesian' },
  ending: { severity: 'note', about: 'The English ends as the Indonesian does' },
} as const satisfies Readonly<Record<string, RuleFacts>>;

export type Rule = keyof typeof RULES;

/** What `checks:` in padan.yaml says. */
export type CheckSettings = { readonly [rule in Rule]?: Severity | 'off' | undefined };

export function isRule(name: string): name is Rule {
  return Object.hasOwn(RULES, name);
}

/** How a finding of `rule` weighs; `off` where it is not to be told. What is no check's name (`untranslated`, `file`) is an error. */
export function severityOf(rule: string, settings: CheckSettings): Severity | 'off' {
  return isRule(rule) ? (settings[rule] ?? RULES[rule].severity) : 'error';
}
