/** Says what is wrong with a regular expression that a person wrote, before it meets an article. */

/** A group that holds a choice or a repeat may itself be repeated so often at most: each time doubles the ways to fail. */
const MOST_REPEATS = 8;
/** Open repeats (`+`, `*`, `{2,}`) in one pattern: each may multiply the time by the length of the text. */
const MOST_OPEN = 3;

/** @returns what is expected of it, as half a sentence; undefined where nothing is wrong. */
export function patternFault(text: string): string | undefined {
  const pattern = compilePattern(text);
  if (pattern === undefined) return `expected a regular expression: ${reasonOf(text)}`;
  if (pattern.test('')) return 'expected a regular expression that does not match nothing at all';
  const { open, nested } = repeatsIn(text);
  if (nested) return `expected no repeat of a group that holds a repeat or a choice itself, for it may take forever. Give the outer one a bound of at most ${MOST_REPEATS}, as in (?:\\d{3} ?){1,6}`;
  if (open > MOST_OPEN) return `expected at most ${MOST_OPEN} of + and *, found ${open}. Give the others bounds, as in \\d{1,20}`;
  return undefined;
}

/** The pattern, for finding all matches; undefined where it is no regular expression. */
export function compilePattern(text: string): RegExp | undefined {
  // Unicode rules are stricter: `\-` is no escape there, though people write it.
  for (const flags of ['gu', 'g']) {
    try {
      return new RegExp(text, flags);
    } catch {
      continue;
    }
  }
  return undefined;
}

function reasonOf(text: string): string {
  try {
    return String(new RegExp(text, 'g'));
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^Invalid regular expression: /, '') : String(error);
  }
}

/** Counts open repeats, and looks for repeated groups that may match the same text in many ways. */
function repeatsIn(text: string): { readonly open: number; readonly nested: boolean } {
  /** Of each group that is not closed yet: whether it may match in more than one way. */
  const groups: boolean[] = [false];
  let open = 0;
  let nested = false;
  /** Whether what stands before may match in more than one way. */
  let before = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    const last = groups.length - 1;
    if (sign === '\\') {
      at += 1;
      before = false;
    } else if (sign === '[') {
      at = classEnd(text, at);
      before = false;
    } else if (sign === '(') {
      groups.push(false);
      // `(?:`, `(?=`, `(?<name>` are no repeats.
      const head = /^\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?/.exec(text.slice(at));
      at += (head?.[0].length ?? 1) - 1;
    } else if (sign === ')') {
      before = groups.pop() ?? false;
      const outer = groups.length - 1;
      groups[outer] = (groups[outer] ?? false) || before;
    } else if (sign === '|') {
      groups[last] = true;
      before = false;
    } else {
      const [least, most] = quantifierAt(text, at) ?? [undefined, undefined];
      if (most === undefined) {
        before = false;
        continue;
      }
      if (most === Number.POSITIVE_INFINITY) open += 1;
      if (before && most > MOST_REPEATS) nested = true;
      if (least !== most) groups[last] = true;
      at = text[at] === '{' ? text.indexOf('}', at) : at;
      if (text[at + 1] === '?') at += 1;
      before = false;
    }
  }
  return { open, nested };
}

function classEnd(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === ']') return at;
  }
  return text.length;
}

function quantifierAt(text: string, at: number): readonly [least: number, most: number] | undefined {
  switch (text[at]) {
    case '*':
      return [0, Number.POSITIVE_INFINITY];
    case '+':
      return [1, Number.POSITIVE_INFINITY];
    case '?':
      return [0, 1];
    case '{': {
      const match = /^\{(\d+)(,(\d*))?\}/.exec(text.slice(at));
      if (match === null) return undefined;
      const least = Number(match[1]);
      return [least, match[2] === undefined ? least : match[3] === '' ? Number.POSITIVE_INFINITY : Number(match[3])];
    }
    default:
      return undefined;
  }
}
