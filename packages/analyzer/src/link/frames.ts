import type { Linker } from './linker.js';
import { functionFact } from './linker.js';
import { hole } from './text.js';
import type { Argument, Frame, FunctionValue, HoleValue, Value } from './value.js';

/** Deeper chains of helpers than this are not followed. */
export const depthLimit = 40;

const tooDeep = 'too deep: the chain of helpers has no end in sight';

/** What stands for a value whose working out was given up. */
export function deepHole(name: string): HoleValue {
  return hole(name, tooDeep);
}

export function isTooDeep(value: HoleValue): boolean {
  return value.reason === tooDeep;
}

const topFrames = new WeakMap<Linker, Map<string, Frame>>();

/** The top of a file: there is one per file, so what it holds is worked out once. */
export function topFrame(linker: Linker, file: string): Frame {
  return remember(linker, file, () =>
    newFrame({ file, function: null, parent: null, args: null, self: null }),
  );
}

/** A function whose callers are not known: its parameters stay open. One per function. */
export function openFrame(linker: Linker, file: string, index: number | null): Frame {
  if (index === null) return topFrame(linker, file);
  return remember(linker, `${file}#${String(index)}`, () => {
    const fact = functionFact(linker, file, index);
    const parent = openFrame(linker, file, fact.parent);
    return newFrame({
      file,
      function: index,
      parent,
      args: null,
      self: openSelf(linker, file, index, parent),
    });
  });
}

/** A function called with arguments. */
export function callFrame(callee: FunctionValue, args: readonly Argument[] | null, depth: number): Frame {
  const parent = callee.frame;
  return {
    ...newFrame({
      file: callee.file,
      function: callee.function,
      parent,
      args: args === null ? null : [...(callee.bound ?? []), ...args],
      self: callee.self ?? parent.self,
    }),
    depth,
  };
}

/** The frame of an enclosing function; an open one where the chain does not reach it. */
export function frameOf(linker: Linker, frame: Frame, index: number | null): Frame {
  for (let at: Frame | null = frame; at !== null; at = at.parent) {
    if (at.file === frame.file && at.function === index) return at;
  }
  return openFrame(linker, frame.file, index);
}

let made = 0;

function newFrame(of: Pick<Frame, 'file' | 'function' | 'parent' | 'args' | 'self'>): Frame {
  made += 1;
  return { ...of, depth: 0, id: String(made), memo: new Map() };
}

function remember(linker: Linker, key: string, make: () => Frame): Frame {
  const frames = topFrames.get(linker) ?? new Map<string, Frame>();
  topFrames.set(linker, frames);
  const known = frames.get(key);
  if (known !== undefined) return known;
  const frame = make();
  frames.set(key, frame);
  return frame;
}

/** `this` when the caller is unknown: some instance of the class, whose making was not seen. */
function openSelf(linker: Linker, file: string, index: number, parent: Frame): Value | null {
  const fact = functionFact(linker, file, index);
  if (fact.isArrow) return parent.self;
  if (fact.class === null) return null;
  const of = { kind: 'class', file, class: fact.class, frame: parent } as const;
  if (fact.isStatic) return of;
  return { kind: 'instance', of, args: null, id: `${file}:${String(fact.class)}` };
}
