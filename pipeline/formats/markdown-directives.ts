/**
 * Shortcodes and directives as syntax of their own, so that no part of them is ever read as words
 * or as emphasis: `{{< x >}}`, `{{ x }}`, `{% x %}`, `:name[…]{…}`, `::name{…}` in text, and lines
 * that begin with `:::`.
 */

import type { Literal } from 'mdast';
import type { Extension as FromMarkdown } from 'mdast-util-from-markdown';
import type { Code, Construct, Effects, Extension, State } from 'micromark-util-types';

/** A shortcode or directive inside a paragraph. */
export interface Shortcode extends Literal {
  type: 'shortcode';
}
/** A line that is a directive, or opens or closes one. */
export interface DirectiveLine extends Literal {
  type: 'directiveLine';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    shortcode: Shortcode;
  }
  interface RootContentMap {
    shortcode: Shortcode;
    directiveLine: DirectiveLine;
  }
  interface BlockContentMap {
    directiveLine: DirectiveLine;
  }
}
declare module 'micromark-util-types' {
  interface TokenTypeMap {
    shortcode: 'shortcode';
    directiveLine: 'directiveLine';
  }
}

const BRACE = 123;
const BRACE_END = 125;
const PERCENT = 37;
const COLON = 58;
const BRACKET = 91;
const BRACKET_END = 93;
/** A piece longer than this is no shortcode: keeps an unclosed one from being looked for over and over. */
const MOST = 2_000;

const braces: Construct = {
  name: 'shortcode',
  tokenize(effects, ok, nok) {
    let closer = BRACE_END;
    let before: Code = null;
    let size = 0;
    return start;
    function start(code: Code): State | undefined {
      effects.enter('shortcode');
      effects.consume(code);
      return second;
    }
    function second(code: Code): State | undefined {
      if (code !== BRACE && code !== PERCENT) return nok(code);
      closer = code === BRACE ? BRACE_END : PERCENT;
      effects.consume(code);
      return inside;
    }
    function inside(code: Code): State | undefined {
      if (isEnd(code) || size > MOST) return nok(code);
      // Another opening before the end: the first was none.
      if (before === BRACE && (code === BRACE || code === PERCENT)) return nok(code);
      if (code === BRACE && size === 0) return nok(code);
      if (before === closer && code === BRACE_END && size > 1) {
        effects.consume(code);
        effects.exit('shortcode');
        return ok;
      }
      size += 1;
      before = code;
      effects.consume(code);
      return inside;
    }
  },
};

const colons: Construct = {
  name: 'textDirective',
  previous: (code) => code !== COLON && !isNameCode(code),
  tokenize(effects, ok, nok) {
    const named = nameThen(effects, nok, (code, hasBraces, hasBrackets) =>
      hasBraces || (hasBrackets && double) ? (effects.exit('shortcode'), ok(code)) : nok(code),
    );
    let double = false;
    return (code) => {
      effects.enter('shortcode');
      effects.consume(code);
      return (next) => {
        if (next !== COLON) return named(next);
        double = true;
        effects.consume(next);
        return named;
      };
    };
  },
};

/** A name, then `[…]` and `{…}`, each once at most, in this order. */
function nameThen(
  effects: Effects,
  nok: State,
  done: (code: Code, hasBraces: boolean, hasBrackets: boolean) => State | undefined,
): State {
  let size = 0;
  let hasBrackets = false;
  return first;
  function first(code: Code): State | undefined {
    return isLetter(code) ? name(code) : nok(code);
  }
  function name(code: Code): State | undefined {
    size += 1;
    if (isNameCode(code) && size < 64) {
      effects.consume(code);
      return name;
    }
    if (code === BRACKET) return enclosed(BRACKET, BRACKET_END, afterBrackets)(code);
    return afterName(code);
  }
  function afterBrackets(code: Code): State | undefined {
    hasBrackets = true;
    return afterName(code);
  }
  function afterName(code: Code): State | undefined {
    if (code === BRACE) return enclosed(BRACE, BRACE_END, (next) => done(next, true, hasBrackets))(code);
    return done(code, false, hasBrackets);
  }
  function enclosed(open: number, close: number, then: State): State {
    return (code) => {
      effects.consume(code);
      return inside;
    };
    function inside(code: Code): State | undefined {
      size += 1;
      if (isEnd(code) || code === open || size > MOST) return nok(code);
      effects.consume(code);
      return code === close ? then : inside;
    }
  }
}

const line: Construct = {
  name: 'directiveLine',
  tokenize(effects, ok, nok) {
    let colonCount = 0;
    return (code) => {
      effects.enter('directiveLine');
      return fence(code);
    };
    function fence(code: Code): State | undefined {
      if (code === COLON) {
        colonCount += 1;
        effects.consume(code);
        return fence;
      }
      if (colonCount === 2) return isLetter(code) ? leaf(code) : nok(code);
      if (colonCount < 3) return nok(code);
      return blank(code);
    }
    function blank(code: Code): State | undefined {
      if (code === 32) {
        effects.consume(code);
        return blank;
      }
      return isEnd(code) || isLetter(code) || code === BRACE ? rest(code) : nok(code);
    }
    function leaf(code: Code): State | undefined {
      return nameThen(effects, nok, (next, hasBraces, hasBrackets) =>
        (hasBraces || hasBrackets) && isEnd(next) ? rest(next) : nok(next),
      )(code);
    }
    function rest(code: Code): State | undefined {
      if (isEnd(code)) {
        effects.exit('directiveLine');
        return ok(code);
      }
      effects.consume(code);
      return rest;
    }
  },
};

/** The syntax, for micromark. */
export const directives: Extension = {
  text: { [BRACE]: braces, [COLON]: colons },
  flow: { [COLON]: line },
};

/** Its nodes, for the tree. */
export const directivesFromMarkdown: FromMarkdown = {
  enter: {
    shortcode(token) {
      this.enter({ type: 'shortcode', value: this.sliceSerialize(token) }, token);
    },
    directiveLine(token) {
      this.enter({ type: 'directiveLine', value: this.sliceSerialize(token) }, token);
    },
  },
  exit: {
    shortcode(token) {
      this.exit(token);
    },
    directiveLine(token) {
      this.exit(token);
    },
  },
};

/** Line ends are negative codes in micromark; null is the end of the input. */
function isEnd(code: Code): boolean {
  return code === null || code < -2;
}

function isLetter(code: Code): boolean {
  return code !== null && ((code >= 65 && code <= 90) || (code >= 97 && code <= 122));
}

function isNameCode(code: Code): boolean {
  return isLetter(code) || code === 45 || code === 95 || (code !== null && code >= 48 && code <= 57);
}
