import type { Frame } from '../dataflow/deletion/frames.js';
import { namesSubject } from '../lookups/names-subject.js';
import type { CallFact, Expression } from '../model/facts.js';
import type { Program } from '../model/program.js';

/** Longer ways from a value to where it comes from are not followed. */
const depthLimit = 16;
/** Calls that give back the same in another form. */
const sameAsArgument = /^(?:String|Number|BigInt|parseInt|encodeURIComponent|decodeURIComponent)$/;
const sameAsReceiver = /^(?:toString|trim|toLowerCase|toUpperCase|valueOf)$/;
const ids = /^(?:_?id|uuid|uid|pk|key)$/i;

/**
 * Whether a value is the shop, the seller or the creator that a webhook is about: by its name in what came in, by a row that
 * was looked up by it, through parameters and variables. A constant, and another field of the message, are not.
 */
export function isSubject(program: Program, frame: Frame, value: Expression, depth = 0): boolean {
  if (depth > depthLimit) return false;
  const inner = (one: Expression, at = frame): boolean => isSubject(program, at, one, depth + 1);
  switch (value.kind) {
    case 'parameter':
      return ofParameter(program, frame, value, inner);
    case 'name': {
      const bound = valueOfName(program, frame, value);
      return bound !== null && inner(bound);
    }
    case 'member':
      return ofMember(program, frame, value, depth);
    case 'fallback':
      return inner(value.value) && (isNothing(value.otherwise) || inner(value.otherwise));
    case 'choice':
      return value.options.every((option) => inner(option));
    case 'concat':
      return value.parts.length === 1 && value.parts.every((part) => inner(part));
    case 'call':
      return ofCall(program, frame, callOf(program, frame, value.call), inner);
    default:
      return false;
  }
}

type Inner = (value: Expression, at?: Frame) => boolean;

function isNothing(value: Expression): boolean {
  return value.kind === 'absent' || (value.kind === 'text' && value.text === '');
}

/** The run around a place that a parameter belongs to. */
function frameOfParameter(frame: Frame, wanted: number): Frame | null {
  for (let at: Frame | null = frame; at !== null; at = at.outer)
    if (at.file === frame.file && at.function === wanted) return at;
  return null;
}

function ofParameter(
  program: Program,
  frame: Frame,
  { function: of, index }: Extract<Expression, { kind: 'parameter' }>,
  inner: Inner,
): boolean {
  const own = frameOfParameter(frame, of);
  // Somebody outside hands it over, by this name: `@Body('shop_id') shopId`.
  if (own?.via == null) return namesSubject(program.catalog, nameOfParameter(program, frame, of, index));
  const handed = argumentOf(program, own, index);
  return handed !== null && own.outer !== null && inner(handed, own.outer);
}

function nameOfParameter(program: Program, { file }: Frame, of: number, index: number): string {
  return program.facts(file)?.functions[of]?.params[index]?.name ?? '';
}

function argumentOf(program: Program, { via }: Frame, index: number): Expression | null {
  const args = via === null ? [] : (program.facts(via.file)?.calls[via.call]?.args ?? []);
  return args.slice(0, index + 1).some(({ spread }) => spread) ? null : (args[index]?.value ?? null);
}

/** What a variable stands for that is given one value, once. */
function valueOfName(
  program: Program,
  { file }: Frame,
  { binding }: Extract<Expression, { kind: 'name' }>,
): Expression | null {
  const bound = program.facts(file)?.bindings[binding];
  const [write, ...others] = bound?.writes ?? [];
  if (bound === undefined || others.length > 0) return null;
  if (write === undefined) return bound.value;
  const isEmpty = bound.value === null || isNothing(bound.value);
  return isEmpty && write.operator === 'set' && write.path.length === 0 ? write.value : null;
}

/** `message.shop_id`, `shop.id` of a shop that was looked up, and an entry of an object that was handed over. */
function ofMember(
  program: Program,
  frame: Frame,
  { object, name }: Extract<Expression, { kind: 'member' }>,
  depth: number,
): boolean {
  const owner = ownerOf(program, frame, object, depth);
  if (owner.value.kind === 'object') {
    const entries = owner.value.entries.filter(({ key }) => key?.kind === 'text' && key.text === name);
    return (
      entries.length === 1 && entries.every((one) => isSubject(program, owner.frame, one.value, depth + 1))
    );
  }
  if (namesSubject(program.catalog, name))
    return comesFromOutside(program, owner.frame, owner.value, depth + 1);
  if (!ids.test(name) || owner.value.kind !== 'call') return false;
  const call = callOf(program, owner.frame, owner.value.call);
  return call?.args.some((arg) => mentionsSubject(program, owner.frame, arg.value, depth + 1)) === true;
}

interface Owner {
  readonly frame: Frame;
  readonly value: Expression;
}

/** The object that an expression stands for, through names and parameters. */
function ownerOf(program: Program, frame: Frame, value: Expression, depth: number): Owner {
  if (depth > depthLimit) return { frame, value };
  if (value.kind === 'name') {
    const bound = valueOfName(program, frame, value);
    return bound === null ? { frame, value } : ownerOf(program, frame, bound, depth + 1);
  }
  if (value.kind !== 'parameter') return { frame, value };
  const own = frameOfParameter(frame, value.function);
  if (own?.outer == null) return { frame, value };
  const handed = argumentOf(program, own, value.index) ?? { kind: 'absent' };
  return ownerOf(program, own.outer, handed, depth + 1);
}

/** Whether a value is made of what somebody outside hands the first function of the way. */
function comesFromOutside(program: Program, frame: Frame, value: Expression, depth: number): boolean {
  if (depth > depthLimit) return false;
  const owner = ownerOf(program, frame, value, depth);
  const inner = (one: Expression): boolean => comesFromOutside(program, owner.frame, one, depth + 1);
  switch (owner.value.kind) {
    case 'parameter':
      return true;
    case 'name': {
      const bound = program.facts(owner.frame.file)?.bindings[owner.value.binding];
      return (bound?.writes ?? []).some((write) => write.path.length === 0 && inner(write.value));
    }
    case 'member':
    case 'item':
    case 'rest':
      return inner(owner.value.object);
    case 'fallback':
      return inner(owner.value.value);
    case 'choice':
      return owner.value.options.every(inner);
    case 'object':
      return owner.value.entries.some((entry) => inner(entry.value));
    case 'array':
      return owner.value.items.some((item) => inner(item.value));
    case 'call': {
      const call = callOf(program, owner.frame, owner.value.call);
      if (call === undefined) return false;
      return (
        (call.callee.kind === 'member' && inner(call.callee.object)) ||
        call.args.some((arg) => inner(arg.value))
      );
    }
    default:
      return false;
  }
}

/** `{ where: { shopId } }`, or the shop itself. */
function mentionsSubject(program: Program, frame: Frame, value: Expression, depth: number): boolean {
  if (depth > depthLimit) return false;
  if (value.kind !== 'object') return isSubject(program, frame, value, depth + 1);
  return value.entries.some((entry) => mentionsSubject(program, frame, entry.value, depth + 1));
}

function callOf(program: Program, { file }: Frame, index: number): CallFact | undefined {
  return program.facts(file)?.calls[index];
}

function ofCall(program: Program, frame: Frame, call: CallFact | undefined, inner: Inner): boolean {
  if (call === undefined) return false;
  const [first] = call.args;
  if (sameAsArgument.test(call.calleeText)) return first !== undefined && inner(first.value);
  if (call.callee.kind === 'member' && sameAsReceiver.test(call.callee.name))
    return inner(call.callee.object);
  return ofReturns(program, frame, call, inner);
}

/** `shopOf(message)`, a function of the project. */
function ofReturns(program: Program, frame: Frame, call: CallFact, inner: Inner): boolean {
  const via = { file: frame.file, call: program.facts(frame.file)?.calls.indexOf(call) ?? -1 };
  const [callee, ...others] = program.callees(via).functions;
  if (callee === undefined || others.length > 0) return false;
  const returns = program.facts(callee.file)?.functions[callee.function]?.returns ?? [];
  return returns.length > 0 && returns.every((value) => inner(value, { ...callee, via, outer: frame }));
}

/** Whether a value is a text that the code itself says, handed on as it may be. */
export function isConstant(program: Program, frame: Frame, value: Expression): boolean {
  const owner = ownerOf(program, frame, value, 0);
  return owner.value.kind === 'text';
}
