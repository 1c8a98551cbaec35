import { describe, expect, it } from 'vitest';
import { ProviderError } from '../../pipeline/errors.ts';
import type { Fault } from '../../pipeline/ports.ts';
import { type Circuit, createCircuit } from '../../pipeline/queue/circuit.ts';

const error = (fault: Fault): ProviderError => new ProviderError('p', `said ${fault}`, { fault });

function make(patience = 60_000): { readonly circuit: Circuit; readonly opened: ProviderError[] } {
  const opened: ProviderError[] = [];
  return { circuit: createCircuit({ pause: 1000, patience, opened: (told) => opened.push(told) }), opened };
}

describe('a circuit', () => {
  it.each(['key', 'quota'] as const)('opens at once and for good where the fault is %s', (fault) => {
    const { circuit, opened } = make();
    circuit.failed({}, error(fault), 0, 0);
    circuit.passed();
    expect(() => { circuit.check(1e12); }).toThrow(`p is not asked any more. said ${fault}`);
    expect(opened).toMatchObject([{ fault, down: true }]);
  });

  it('is untroubled by one request that fails again and again', () => {
    const { circuit, opened } = make();
    const request = {};
    for (let n = 0; n < 50; n += 1) expect(circuit.failed(request, error('transient'), n * 10_000, n * 10_000)).toBe(0);
    expect(opened).toEqual([]);
  });

  it('is untroubled by failures between answers', () => {
    const { circuit, opened } = make();
    for (let n = 0; n < 50; n += 1) {
      circuit.failed({}, error('transient'), n, n);
      if (n % 4 === 3) circuit.passed();
    }
    expect(circuit.trouble).toBe(false);
    expect(opened).toEqual([]);
  });

  it('has one asked after longer and longer pauses where different requests fail, then opens, then tries again', () => {
    const { circuit, opened } = make();
    for (let n = 0; n < 4; n += 1) expect(circuit.failed({}, error('transient'), 0, 0)).toBe(0);
    let now = 0;
    const pauses: number[] = [];
    while (opened.length === 0) {
      const pause = circuit.failed({}, error('transient'), now, now);
      pauses.push(pause);
      now += pause;
    }
    expect(pauses).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000]);
    const since = now - 30_000;
    expect(() => { circuit.check(since + 29_999); }).toThrow('p is not asked any more for 30 seconds: one request after the other fails. said transient');
    expect(() => { circuit.check(since + 30_000); }).not.toThrow();
    expect(circuit.failed({}, error('transient'), since + 30_001, since + 30_001)).toBe(60_000);
    expect(opened).toHaveLength(2);
    circuit.passed();
    expect(() => { circuit.check(since + 30_002); }).not.toThrow();
    expect(circuit.trouble).toBe(false);
  });

  it('learns nothing from those that were under way when it opened', () => {
    const { circuit, opened } = make(0);
    for (let n = 0; n < 30; n += 1) circuit.failed({}, error('transient'), 0, 0);
    expect(opened).toHaveLength(1);
  });

  it('opens after ten minutes in which everything was too early', () => {
    const { circuit, opened } = make();
    circuit.failed({}, error('rate'), 0, 0);
    circuit.passed();
    circuit.failed({}, error('rate'), 100_000, 100_000);
    circuit.failed({}, error('rate'), 699_999, 699_999);
    expect(opened).toEqual([]);
    circuit.failed({}, error('rate'), 700_000, 700_000);
    expect(opened).toMatchObject([{ fault: 'rate', down: true, retry: true }]);
  });
});
