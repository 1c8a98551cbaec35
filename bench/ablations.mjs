// The engine with one stage off: how much each brings. The stand-ins do the least that a stage must do.

/** The units of `path` as they are, each a piece of its own: words in the order of the source. */
const inSourceOrder = (order) => (units, headline) =>
  units.flatMap((unit, index) => order([unit], headline).map((slot) => ({ ...slot, unit: slot.unit === 0 ? index : slot.unit })));

/** Edges that pass, and where none does, the first as an unknown word. */
const onlyEdges = (lattice, passes) => (tokens, titled) =>
  lattice(tokens, titled).map((edges, at) => {
    const kept = edges.filter(passes(at));
    const [first] = edges;
    if (kept.length > 0 || first === undefined) return kept;
    return [{ to: at + 1, reading: { ...first.reading, renderings: [{ text: tokens[at].text, cost: 0, count: 'mass', intransitive: false, hint: '' }], pos: 'n', voice: 'none', known: false, how: 'unknown' } }];
  });

/** At each place the edge that costs least, whatever stands beside it. */
const greedy = (path) => (tokens, lattice) => path(tokens, lattice.map((edges) => [edges.reduce((least, edge) => (edge.reading.cost < least.reading.cost ? edge : least))]));

const first = (slots) => {
  const chosen = slots.map(({ options }) => options.reduce((least, option) => (option.cost < least.cost ? option : least)));
  return { texts: chosen.map(({ text }) => text), cost: chosen.reduce((sum, { cost }) => sum + cost, 0), words: slots.length };
};

const derived = /^(?:listed|mark|name|listed name|value|term|keep|sealed|expression|unknown|honorific|guessed)$/;

export const ABLATIONS = {
  'expressions': (stages) => ({ ...stages, lattice: onlyEdges(stages.lattice, (at) => ({ to, reading }) => to === at + 1 && reading.how !== 'expression') }),
  'derived forms': (stages) => ({ ...stages, lattice: onlyEdges(stages.lattice, () => ({ reading }) => derived.test(reading.how)) }),
  'guesses from counts': (stages) => ({ ...stages, lattice: onlyEdges(stages.lattice, () => ({ reading }) => !reading.how.startsWith('guessed')) }),
  'costs of the path': (stages) => ({ ...stages, path: greedy(stages.path) }),
  'hints': (stages) => ({ ...stages, hints: (units) => units }),
  'order': (stages) => ({ ...stages, order: inSourceOrder(stages.order) }),
  'the model of English': (stages) => ({ ...stages, choice: first }),
};
