import { describe, expect, it } from 'vitest';
import {
  createLedger,
  isCurrent,
  keptUnder,
  none,
  noteAsked,
  noteChanged,
  recorded,
  type Stamp,
} from './ledger.js';

type Store = Map<string, Stamp & { readonly value: number }>;

describe('a kept result', () => {
  it('is worked out once, and again when what it asked for has changed', () => {
    const [ledger, store]: [ReturnType<typeof createLedger>, Store] = [createLedger(), new Map()];
    let worked = 0;
    const ask = (): number =>
      keptUnder(ledger, store, 'sum', 0, () => {
        noteAsked(ledger, 'a');
        return (worked += 1);
      });
    expect([ask(), ask()]).toEqual([1, 1]);
    noteChanged(ledger, 'b');
    ledger.round += 1;
    expect(ask()).toBe(1);
    noteChanged(ledger, 'a');
    ledger.round += 1;
    expect([ask(), ask()]).toEqual([2, 2]);
  });

  it('rests on what the results rest on that it uses', () => {
    const [ledger, store]: [ReturnType<typeof createLedger>, Store] = [createLedger(), new Map()];
    const inner = (): number =>
      keptUnder(ledger, store, 'inner', 0, () => {
        noteAsked(ledger, 'a');
        return 1;
      });
    inner();
    const { stamp } = recorded(ledger, () => inner() + inner());
    expect(stamp.basis.keys).toEqual(['a']);
    noteChanged(ledger, 'a');
    ledger.round += 1;
    expect(isCurrent(ledger, stamp)).toBe(false);
  });

  it('that rests on nothing stays', () => {
    const ledger = createLedger();
    const { stamp } = recorded(ledger, () => 1);
    expect(stamp.basis).toBe(none);
    noteChanged(ledger, 'a');
    ledger.round += 1;
    expect(isCurrent(ledger, stamp)).toBe(true);
  });

  it('that rests on more than is told apart goes with any change', () => {
    const ledger = createLedger();
    const { stamp } = recorded(ledger, () => {
      for (let at = 0; at < 200; at += 1) noteAsked(ledger, `key ${at}`);
    });
    noteChanged(ledger, 'another');
    ledger.round += 1;
    expect(isCurrent(ledger, stamp)).toBe(false);
  });

  it('that asks for itself takes what stands for it meanwhile', () => {
    const [ledger, store]: [ReturnType<typeof createLedger>, Store] = [createLedger(), new Map()];
    const ask = (): number => keptUnder(ledger, store, 'self', 40, () => ask() + 2);
    expect(ask()).toBe(42);
  });
});
