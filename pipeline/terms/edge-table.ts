/**
 * Pairs of numbers to a number, in one block of memory: with a Map a node, a hundred thousand terms
 * lie scattered, and looking up waits for memory most of its time.
 */
export class EdgeTable {
  /** Four cells a slot: from, by, to + 1 (0 for a free slot), and one to fill the line of cache. */
  #cells = new Int32Array(4 * 1024);
  #size = 0;

  /** -1 where the pair is not there. */
  get(from: number, by: number): number {
    return (this.#cells[this.#slot(from, by) + 2] ?? 0) - 1;
  }

  set(from: number, by: number, to: number): void {
    if (this.#size * 8 >= this.#cells.length) this.#grow();
    const slot = this.#slot(from, by);
    if (this.#cells[slot + 2] === 0) this.#size += 1;
    this.#cells[slot] = from;
    this.#cells[slot + 1] = by;
    this.#cells[slot + 2] = to + 1;
  }

  /** Where the pair is, or the free slot where it would be. */
  #slot(from: number, by: number): number {
    const cells = this.#cells;
    const mask = cells.length / 4 - 1;
    let hash = Math.imul(from, 0x9e3779b1) ^ Math.imul(by, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    for (let at = (hash ^ (hash >>> 13)) & mask; ; at = (at + 1) & mask) {
      const slot = at * 4;
      if (cells[slot + 2] === 0 || (cells[slot] === from && cells[slot + 1] === by)) return slot;
    }
  }

  #grow(): void {
    const old = this.#cells;
    this.#cells = new Int32Array(old.length * 2);
    for (let slot = 0; slot < old.length; slot += 4) {
      const [from = 0, by = 0, to = 0] = old.subarray(slot, slot + 3);
      if (to === 0) continue;
      const place = this.#slot(from, by);
      this.#cells[place] = from;
      this.#cells[place + 1] = by;
      this.#cells[place + 2] = to;
    }
  }
}
