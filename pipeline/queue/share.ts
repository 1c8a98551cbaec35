/** How much of the most that a request may weigh it is likely to weigh. */

/** So many requests back. */
const BACK = 20;
/** What the next may weigh more than any of those. */
const MORE = 1.1;

export interface Share {
  /** A part of one; one until something is known. */
  likely(): number;
  heard(most: number, weighed: number): void;
}

/**
 * The largest share of late, and a tenth more. To reserve the most itself would keep a model at a third of
 * its minute, since answers are seldom as long as they may be; a request that weighs more after all
 * counts in full from its answer on.
 */
export function createShare(): Share {
  let late: readonly number[] = [];
  return {
    likely: () => (late.length === 0 ? 1 : Math.min(1, MORE * Math.max(...late))),
    heard(most, weighed) {
      if (most > 0) late = [...late.slice(1 - BACK), weighed / most];
    },
  };
}
