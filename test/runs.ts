/** How often a property is tried: a fifth of `deep` in `make test`, which must end in two minutes; all of it with `DEEP=1 make test`. */
export function runs(deep: number): number {
  return process.env.DEEP === undefined ? Math.ceil(deep / 5) : deep;
}
