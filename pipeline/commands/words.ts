/** The summary of a run in words. */

import { inDollars, rangeInDollars } from '../money/words.ts';
import type { Plan } from '../plan.ts';
import type { RunReport } from '../report.ts';

const MOST_WORDS = 10;

export function describeRun(run: RunReport, { quiet, output }: { readonly quiet: boolean; readonly output: string }): string {
  const trouble = [
    ...(quiet ? [] : run.notes),
    ...(run.failed.length === 0 ? [] : [`${run.failed.length} of ${run.articles} articles could not be done:`, ...run.failed.map(({ message }) => `  ${message.replaceAll('\n', '\n  ')}`)]),
    ...failureLines(run),
    ...(run.open === 0 ? [] : [`${plural(run.open, 'row')} without English that may be published: look for ⟦ in the English documents`]),
  ];
  if (quiet) return trouble.join('\n');
  const { states } = run;
  const rows = ['draft', 'memory', 'edited', 'ok', 'omit', 'failed', 'dropped', 'kept']
    .flatMap((state) => (states[state] === undefined ? [] : [`${states[state]} ${state}`]));
  const unchanged = run.unchanged === 0 ? '' : ` (${run.unchanged} unchanged)`;
  return [
    `${plural(run.articles, 'article')}${unchanged}, ${plural(run.segments, 'row')}: ${rows.join(', ')}`,
    ...(run.asked === 0 ? [] : [`${plural(run.asked, 'sentence')} translated in this run`]),
    ...termLines(run),
    ...findingLines(run),
    ...unknownLines(run),
    ...moneyLines(run),
    ...trouble,
    `Sheets and English documents are in ${output}/`,
  ].join('\n');
}

/** Reasons that are told; the sheets have all of them. */
const MOST_REASONS = 5;

function failureLines({ failures }: RunReport): readonly string[] {
  const reasons = Object.entries(failures).sort((a, b) => b[1] - a[1]);
  const more = reasons.length - MOST_REASONS;
  return [...reasons.slice(0, MOST_REASONS).map(([reason, count]) => `${plural(count, 'row')} failed: ${reason}`), ...(more > 0 ? [`… and ${plural(more, 'other reason')}: search for "failed:" in the sheets`] : [])];
}

function termLines(run: RunReport): readonly string[] {
  const terms = Object.entries(run.terms);
  if (terms.length === 0) return [];
  const required = terms.reduce((sum, [, tally]) => sum + tally.required, 0);
  const met = terms.reduce((sum, [, tally]) => sum + tally.met, 0);
  const broken = terms.filter(([, tally]) => tally.met < tally.required);
  return [
    `Terms hold in ${met} of ${required} places${broken.length === 0 ? '' : `; not everywhere: ${broken.map(([term, tally]) => `${term} (${tally.met} of ${tally.required})`).join(', ')}`}`,
  ];
}

function findingLines(run: RunReport): readonly string[] {
  const rules = Object.entries(run.findings).sort((a, b) => b[1] - a[1]);
  if (rules.length === 0) return [];
  return [`To look at: ${rules.map(([rule, count]) => `${count} ${rule}`).join(', ')} (search for "check:" in the sheets)`];
}

function unknownLines(run: RunReport): readonly string[] {
  const words = Object.entries(run.unknown).sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (words.length === 0) return [];
  const more = words.length > MOST_WORDS ? `, and ${words.length - MOST_WORDS} more` : '';
  return [`Words left as they are: ${words.slice(0, MOST_WORDS).map(([word]) => word).join(', ')}${more}`];
}

/** What was spent, where anything was, or where requests were counted that have no price. */
export function moneyLines({ money }: RunReport): readonly string[] {
  if (money === undefined) return [];
  const paid = money.models.filter(({ dollars, unit }) => (dollars ?? 0) > 0 || (dollars === undefined && unit === 'tokens'));
  if (paid.length === 0) return [];
  const models = paid.map(({ provider, model, unit, requests, input, cached, output, dollars }) =>
    `${[provider, model].filter((part) => part !== '').join(' ')}: ${plural(requests, 'request')}, ${number(input)} ${unit} in${cached === 0 ? '' : ` (${number(cached)} cached)`}${output === 0 ? '' : `, ${number(output)} out`}, ${dollars === undefined ? 'no price known' : inDollars(dollars)}`);
  const unanswered = money.unanswered === 0 ? '' : `, of which ${inDollars(money.unanswered)} for requests that got no answer`;
  if (money.dollars === 0) return models;
  return [...models, `Spent in this run: ${inDollars(money.dollars)}${unanswered}; this month: ${inDollars(money.month)} (see ledger.csv)`];
}

interface Cost {
  readonly least: number;
  readonly most: number;
}

/** Articles whose own cost is told; the rest are summed. */
const MOST_ARTICLES = 20;

/** `costs`: one for each article that would ask for something; undefined where no price is known. */
export function describePlan(plan: Plan, provider: string, costs: readonly Cost[] | undefined, cost: Cost | undefined): string {
  const free = cost?.most === 0;
  const articles = costs === undefined || free ? [] : plan.byArticle.slice(0, MOST_ARTICLES).map(({ article, asked }, n) => `  ${article}: ${plural(asked, 'sentence')}, ${rangeInDollars(costs[n] ?? { least: 0, most: 0 })}`);
  const more = plan.byArticle.length - articles.length;
  return [
    `${plural(plan.articles, 'article')}, ${plural(plan.segments, 'row')}`,
    `${plan.stands} stand as they are, ${plan.memory} come from memory, ${plan.journal} from the journal, ${plan.repeated} are repeated`,
    `${plural(plan.asked, 'sentence')} (${number(plan.characters)} characters) would be sent to ${provider} in ${plural(plan.requests, 'request')}`,
    ...articles,
    ...(articles.length > 0 && more > 0 ? [`  … and ${plural(more, 'article')} more: --json has them all`] : []),
    cost === undefined ? `Cost: no price of ${provider} is known. Add it to padan.yaml to see one: providers: { …: { price: { input: 0.50, output: 1.50 } } }` : `Cost: ${free ? 'nothing' : `${rangeInDollars(cost)} in all`}`,
    ...plan.failed.map(({ message }) => message),
  ].join('\n');
}

function number(count: number): string {
  return count.toLocaleString('en');
}

/** `1 row`, `2 rows`. */
export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
