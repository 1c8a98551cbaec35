/**
 * Learns from refusals how fast a server may be asked, where it allows less than the settings say or the
 * settings say nothing.
 *
 * A server that counts refuses when it has let its limit through: what it let through in the second
 * before is therefore the limit, and a little below it is the new pace. From there it is felt for: a
 * pause without change, a slow rise past the place of the last refusal, and from there on a doubling
 * every second, up to what the settings allow. One refusal is one step, however many requests were on
 * their way when it came.
 */

/** Of what a server let through, the part that is asked for afterwards. */
const BELOW = 0.95;
/** Of the pace that was, the least that is left after one refusal. */
const LEAST = 0.4;
/** Of what the settings allow, the part that is as good as all. */
const ALL = 0.97;
/** The slow rise, a second; past RISEN of the old limit it doubles every second. */
const RISE = 0.15;
const RISEN = 1.1;
/** Milliseconds of the pause after a refusal at a pace that the server all but allows. */
const BRIEF = 50;
/** The slowest pace, requests a second. */
const SLOWEST = 0.1;
/** The longest pause that is ours and not the server's, milliseconds. */
const LONGEST_PAUSE = 30_000;
/** After so many refusals at the same pace, it is felt for more and more seldom. */
const PATIENCE = 8;
const LONGEST_HOLD = 60_000;

export interface Sent {
  readonly at: number;
  refused: boolean;
}

export interface Learner {
  /** Requests a second; undefined as long as nothing was refused, and once the settings' own pace is reached. */
  rate(now: number): number | undefined;
  /** Nothing may be sent before. */
  readonly until: number;
  /** One request at a time, until the first is let through. */
  readonly single: boolean;
  sent(at: number): Sent;
  passed(sent: Sent): void;
  /**
   * `wait`: what the server asked for. An accident: the server lets through what the settings say, but two
   * requests met in one of its windows that were apart in ours.
   */
  refused(sent: Sent, now: number, wait: number | undefined): 'accident' | 'limit';
}

/**
 * @param most requests a second that the settings allow
 * @param pause milliseconds of the first pause where the server names none
 */
export function createLearner(most: number | undefined, pause: number): Learner {
  let recent: Sent[] = [];
  let rate: number | undefined;
  /** The pace at which the server refused last, and how often it did so thereabouts. */
  let ceiling = 0;
  let again = 0;
  let cutAt = -Infinity;
  let accidentAt = -Infinity;
  let until = -Infinity;
  let single = false;
  /** Let through since the last refusal, and refused in a row. */
  let passed = 0;
  let inRow = 0;
  /** Since when the pace is as it is, and when the rise began. */
  let begun = -Infinity;
  let counted = -Infinity;

  function measured(sent: Sent): number {
    const second = recent.slice(0, recent.indexOf(sent)).filter(({ at, refused }) => !refused && at > sent.at - 1000).length;
    // Where pauses are long, the limit is that of a longer time than a second.
    const whole = (sent.at - cutAt) / 1000;
    return until - cutAt >= 2000 && passed > 0 ? Math.min(second, passed / whole) : second;
  }

  return {
    get until() { return until; },
    get single() { return single; },
    rate(now) {
      if (rate === undefined || now <= begun) return rate;
      const seconds = (now - Math.max(begun, counted)) / 1000;
      counted = now;
      rate *= rate < ceiling * RISEN ? 1 + RISE * seconds : 2 ** seconds;
      if (most !== undefined && rate >= most) rate = undefined;
      else if (most === undefined && rate > 2 * ceiling) {
        // Nobody knows what would be too much; a pace that is not made use of is not raised.
        rate = Math.min(rate, 2 * Math.max(ceiling, recent.filter(({ at }) => at > now - 1000).length));
      }
      return rate;
    },
    sent(at) {
      if (recent.length > 0 && (recent[0]?.at ?? at) < at - 4000) recent = recent.filter((one) => one.at > at - 2000);
      const sent = { at, refused: false };
      recent.push(sent);
      return sent;
    },
    passed(sent) {
      if (sent.at <= cutAt) return;
      passed += 1;
      single = false;
    },
    refused(sent, now, wait) {
      sent.refused = true;
      // It was on its way already when the last refusal came: nothing new.
      if (sent.at <= cutAt || sent.at <= accidentAt) {
        if (wait !== undefined) until = Math.max(until, now + wait);
        return 'limit';
      }
      const limit = measured(sent);
      // Refused before anything was let through: that says nothing of the pace, only that it is too early.
      const told = limit > 0 && (cutAt === -Infinity || passed > 0);
      inRow = told ? 0 : inRow + 1;
      // It let through what the settings say it would: an accident on the way, and no lower limit.
      const accident = told && wait === undefined && rate === undefined && most !== undefined && limit >= most * ALL && now - accidentAt > 2000;
      const old = told ? rate : undefined;
      if (told && !accident) {
        again = Math.abs(limit - ceiling) <= ceiling * 0.15 ? again + 1 : 0;
        ceiling = limit;
        const known = rate ?? most;
        // Refused though little was asked for: it is busy with others, and no second of its own was full.
        rate = Math.max(SLOWEST, (known ?? 0) * LEAST, BELOW * Math.min(limit, known ?? Infinity));
      }
      if (accident) {
        accidentAt = now;
        until = Math.max(until, now + BRIEF);
        return 'accident';
      }
      // A refusal near the pace that was known is what feeling for more costs: it needs no pause to speak of.
      const felt = old !== undefined && limit >= 0.8 * old;
      const own = felt ? BRIEF : Math.min(LONGEST_PAUSE, pause * 2 ** inRow);
      const stop = wait === undefined ? own : inRow > 0 ? Math.max(wait, own) : wait;
      cutAt = now;
      passed = 0;
      single = !felt;
      until = Math.max(until, now + stop);
      // And it is never more than one request in twenty, nor a twentieth of the time.
      const hold = old === undefined ? 2000 : Math.max(2000, 20_000 / (rate ?? 10), 20 * (wait ?? 0));
      begun = until + Math.min(Math.max(hold, LONGEST_HOLD), hold * 2 ** Math.max(0, again - PATIENCE));
      counted = begun;
      return 'limit';
    },
  };
}
