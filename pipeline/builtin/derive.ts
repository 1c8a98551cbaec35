/** English for forms that no list has: shaped from the root's rendering, or guessed from aligned counts. */

import { adverb, quality } from './english-nouns.ts';
import { agent, gerund, participle } from './english-verbs.ts';
import type { Reading, Rendering } from './kinds.ts';
import { parseEvidence } from './lexicon.ts';

/** `base` in an English pattern: `%` is its rendering, `%:ing` and so on a form of it, a last `~` makes it uncountable. */
export function shaped(base: Reading, pattern: string, pos: 'n' | 'v' | 'a' | 'adv' | 'pron'): Reading {
  const mass = pattern.endsWith('~');
  const shape = mass ? pattern.slice(0, -1) : pattern;
  const renderings = base.renderings
    .filter((rendering) => rendering.text !== '')
    .slice(0, 3)
    .map((rendering): Rendering => ({
      ...rendering,
      text: fill(shape, rendering.text.replace(/ (?:for|to|at|on|of|with|about|into|from)$/, shape.includes('%:') ? '' : '$&')),
      count: mass ? 'mass' : shape === '%' ? rendering.count : 'count',
    }));
  return { ...base, pos, voice: pos === 'v' ? 'bare' : 'none', renderings };
}

function fill(pattern: string, text: string): string {
  return pattern.replace(/%(?::(\w+))?/, (_, form: string | undefined) => {
    switch (form) {
      case 'ing':
        return gerund(text);
      case 'er':
        return agent(text);
      case 'pp':
        return participle(text);
      case 'ness':
        return quality(text);
      case 'adv':
        return adverb(text);
      default:
        return text;
    }
  });
}

/** The verb of an `-ing` form that was counted: `radiating` = radiate. */
function ungerund(text: string): string {
  if (!/^\w{3,}ing$/.test(text)) return text;
  const stem = text.slice(0, -3);
  return /(?:at|iz|ys|uc|ur|as|os|us|iv|ov|av|c|v|dg|rg|ng)$/.test(stem) && !/(?:ring|sing|bring|ling)$/.test(stem) ? `${stem}e` : stem.replace(/([bdgmnprt])\1$/, '$1');
}

/** The counts hold some pasts whose base form was never seen: `assigned`. */
function unpast(text: string): string {
  if (!/[a-z]{3}ed$/.test(text) || /eed$/.test(text)) return text;
  if (/ied$/.test(text)) return text.slice(0, -3) + 'y';
  return /(?:nd|gn|ct|st|nt|rn|ll|rm|sh|ch|ck|in|er|ow|ay|ss|ed|ain|ail|eal|lt|pt|ft)ed$/.test(text) ? text.slice(0, -2) : text.slice(0, -1);
}

const ADJECTIVE = /(?:al|ous|ive|ful|ic|able|ible|less|ary|ish|ent|ant)$/;
const NOT_ADJECTIVE =
  /(?:festival|hospital|animal|capital|goal|official|proposal|arrival|survival|approval|deal|journal|terminal|criminal|parent|student|president|agent|accident|incident|department|government|ment|event|music|public|traffic|clinic|topic|fabric|table|vegetable|library|salary|summary|secretary|diary|rival|trial|arsenal|canal|metal|manual|signal|festival|restaurant|plant|giant|servant|merchant|participant|immigrant|assistant|tenant|infant|motive|detective|olive|native|fish|talent|cent|percent|client|patient|rent|tent|content|continent|moment)$/;

/** Words of grammar that were aligned for want of better: no sense of a form. */
const GRAMMAR = /^(?:an|the|of|to|in|on|at|by|for|and|or|but|it|its|he|she|they|them|their|his|her|we|us|our|you|your|my|me|this|that|these|those|there|is|be|was|were|are|been|being|have|has|had|do|does|did|will|would|can|could|may|might|must|should|shall|not|no|so|as|up|out|over|off|from|with|than|then|who|which|what|when|where|how|if|all|one|more|most|very|also|just|get|got|going)$/;

/** Readings from the counts of aligned English alone, for forms that are in no list; part of speech by affix. */
export function guessed(form: string, evidence: string, listed: (form: string) => readonly Reading[]): readonly Reading[] {
  const counts = [...parseEvidence(evidence)].filter(([text]) => text.length > 1 && !/^'/.test(text) && !GRAMMAR.test(text));
  if (counts.length === 0) return [];
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  const renderings = counts.slice(0, 4).map(([text, count]): Rendering => ({
    // An English word in the source stays as it is: `streaming` was counted as `stream`.
    text: form.endsWith('ing') && form.startsWith(text.slice(0, 4)) ? form : text,
    cost: -Math.log(count / total) * 0.7,
    count: form.endsWith('ing') && form.startsWith(text.slice(0, 4)) ? 'mass' : /[^aeious]s$/.test(text) && text.length > 5 && !/(?:ics|ness|less)$/.test(text) ? 'plural' : 'count',
    many: undefined,
    intransitive: false,
    hint: '',
  }));
  const top = renderings[0]?.text ?? '';
  const verbal = renderings.map((rendering) => ({ ...rendering, text: ungerund(unpast(rendering.text)) }));
  const noun: Reading = { form, pos: 'n', voice: 'none', renderings, cost: 1.2, how: 'guessed', plural: false, clitic: '', agent: '', degree: '', known: true };
  const loan = top === form || top.slice(0, 5) === form.slice(0, 5);
  if (/^(?:me[lrmnwy]|mem|men|meng)/.test(form) && form.length > 5 && !loan && !/^(?:minister|week|battle|star)$/.test(top)) return [{ ...noun, pos: 'v', voice: 'active', renderings: verbal }];
  if (/^di[a-z]{4,}/.test(form) && !loan) return [{ ...noun, pos: 'v', voice: 'passive', renderings: verbal }];
  if (/^ber[a-z]{4,}/.test(form)) return [{ ...noun, pos: 'v', voice: 'bare' }];
  if (/^ter[a-z]{4,}/.test(form) && !ADJECTIVE.test(top)) return [{ ...noun, pos: 'v', voice: listed(form.slice(3)).some((found) => found.pos === 'v') ? 'passive' : 'bare' }];
  if (/ly$/.test(top) && !/^(?:family|supply|ally|reply|fly|italy|assembly|july)$/.test(top)) return [{ ...noun, pos: 'adv' }];
  if (ADJECTIVE.test(top) && !NOT_ADJECTIVE.test(top)) return [{ ...noun, pos: 'a' }];
  return [noun];
}
