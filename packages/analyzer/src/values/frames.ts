import { contextOf } from '../walk/context.js';
import type { Interpreter } from './interpreter.js';
import { functionFact } from './interpreter.js';
import type { Argument, Frame, FunctionValue, Value } from './value.js';

/** Deeper chains of helpers than this are not followed. */
export const depthLimit = 40;

/** By file and function; null for the top of the file. */
const topFrames = new WeakMap<Interpreter, Map<string, Map<number | null, Frame>>>();

/** Lets go of all that was worked out in a file for whoever calls. */
export function forgetFrames(interpreter: Interpreter, file: string): void {
  topFrames.get(interpreter)?.delete(file);
}

/** The top of a file: there is one per file, so what it holds is worked out once. */
export function moduleFrame(interpreter: Interpreter, file: string): Frame {
  return remember(interpreter, file, null, () =>
    newFrame({ file, function: null, parent: null, args: null, self: null }),
  );
}

/** A function whose callers are not known: its parameters stay open. One per function. */
export function anyCallerFrame(interpreter: Interpreter, file: string, index: number | null): Frame {
  if (index === null) return moduleFrame(interpreter, file);
  return remember(interpreter, file, index, () => {
    const fact = functionFact(interpreter, file, index);
    const parent = anyCallerFrame(interpreter, file, fact.parent);
    return newFrame({
      file,
      function: index,
      parent,
      args: null,
      self: openSelf(interpreter, file, index, parent),
    });
  });
}

/** A function called with arguments. */
export function callFrame(callee: FunctionValue, args: readonly Argument[] | null, depth: number): Frame {
  const parent = callee.frame;
  return newFrame(
    {
      file: callee.file,
      function: callee.function,
      parent,
      args: args === null || callee.bound === undefined ? args : [...callee.bound, ...args],
      self: callee.self ?? parent.self,
    },
    depth,
  );
}

/** The frame of an enclosing function; an open one where the chain does not lead to it. */
export function frameOf(interpreter: Interpreter, frame: Frame, index: number | null): Frame {
  return contextOf(frame, index) ?? anyCallerFrame(interpreter, frame.file, index);
}

const nestedFrames = new WeakMap<Frame, Map<number, Frame>>();

/**
 * The frame of a function nested in the one that a frame is of: what is around it is known, its own parameters stay
 * open. The frame itself, or one around it, where the function is no nested one.
 */
export function nestedFrame(interpreter: Interpreter, outer: Frame, index: number | null): Frame {
  const chain: number[] = [];
  let at = index;
  while (at !== null && contextOf(outer, at) === null) {
    chain.unshift(at);
    at = functionFact(interpreter, outer.file, at).parent;
  }
  return chain.reduce(
    (parent, inner) => nestedIn(interpreter, parent, inner),
    frameOf(interpreter, outer, at),
  );
}

function nestedIn(interpreter: Interpreter, parent: Frame, index: number): Frame {
  const known = nestedFrames.get(parent)?.get(index);
  if (known !== undefined) return known;
  const self = functionFact(interpreter, parent.file, index).isArrow ? parent.self : null;
  const callee: FunctionValue = { kind: 'function', file: parent.file, function: index, frame: parent, self };
  const frame = { ...callFrame(callee, null, parent.depth), self };
  nestedFrames.set(parent, (nestedFrames.get(parent) ?? new Map<number, Frame>()).set(index, frame));
  return frame;
}

let made = 0;

function newFrame(
  {
    file,
    function: index,
    parent,
    args,
    self,
  }: Pick<Frame, 'file' | 'function' | 'parent' | 'args' | 'self'>,
  depth = 0,
): Frame {
  made += 1;
  return { file, function: index, parent, args, self, depth, id: String(made), memo: new Map() };
}

function remember(interpreter: Interpreter, file: string, index: number | null, make: () => Frame): Frame {
  const files = topFrames.get(interpreter) ?? new Map<string, Map<number | null, Frame>>();
  if (files.size === 0) topFrames.set(interpreter, files);
  const frames = files.get(file) ?? new Map<number | null, Frame>();
  const known = frames.get(index);
  if (known !== undefined) return known;
  if (frames.size === 0) files.set(file, frames);
  const frame = make();
  frames.set(index, frame);
  return frame;
}

/** `this` when the caller is unknown: some instance of the class, whose making was not seen. */
function openSelf(interpreter: Interpreter, file: string, index: number, parent: Frame): Value | null {
  const fact = functionFact(interpreter, file, index);
  if (fact.class === null) return fact.isArrow ? parent.self : null;
  const of = { kind: 'class', file, class: fact.class, frame: parent } as const;
  if (fact.isStatic) return of;
  return { kind: 'instance', of, args: null, id: `${file}:${String(fact.class)}` };
}
