import type { WayIn } from '../../model/data-flow.js';
import type { CallSite, Program } from '../../model/program.js';
import type { FunctionAt } from './reached-functions.js';
import { standingOf } from './runs.js';

/** One run of a function on a way: by which call of which other one. */
export interface Frame {
  readonly file: string;
  /** Null: the top of the file. */
  readonly function: number | null;
  /** The call that leads here; null where somebody outside does. */
  readonly via: CallSite | null;
  readonly outer: Frame | null;
}

/** The run of a function at the end of a way. */
export function frameOf(program: Program, { sites }: WayIn, to: FunctionAt): Frame {
  const [first] = sites;
  if (first === undefined) return { ...to, via: null, outer: null };
  let frame: Frame = { file: first.file, function: ownerOf(program, first), via: null, outer: null };
  sites.forEach((via, index) => {
    const next = sites[index + 1];
    const called = next === undefined ? to : { file: next.file, function: ownerOf(program, next) };
    frame = { ...called, via, outer: frame };
  });
  return frame;
}

function ownerOf(program: Program, { file, call }: CallSite): number | null {
  const facts = program.facts(file);
  const fact = facts?.calls[call];
  return facts == null || fact === undefined ? null : standingOf(facts, fact).owner;
}
