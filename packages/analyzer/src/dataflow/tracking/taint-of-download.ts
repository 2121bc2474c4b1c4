import type { CallFact } from '../../model/facts.js';
import type { Callees } from '../../model/program.js';
import type { Tracker } from '../domain/tracker.js';
import type { Activation } from '../domain/taint-value-types.js';
import { ofEntries, ofPaths, untainted, type TaintValue } from '../domain/taint-value.js';

/**
 * What is fetched from an address that a response gave is what the field is read for: of `fetch(data.doc_url)` the label
 * itself. Clients wrap it, so that it lies under the names that they give a body.
 */
export function taintOfDownload(
  tracker: Tracker,
  call: CallFact,
  index: number,
  activation: Activation,
): TaintValue {
  const [address] = call.args;
  if (
    address === undefined ||
    tracker.program.callees({ file: activation.file, call: index }).request === null
  )
    return untainted;
  const held = tracker.evaluate(address.value, activation);
  // An id that is put into an address names what is fetched; it is not what comes back.
  const whole = [...held.paths.values()].filter(({ form, fields }) => form === 'value' && fields.length > 0);
  return ofEntries(['data', 'body'].map((name) => [name, ofPaths(whole)]));
}

/** Methods by which the bytes of a body are taken. */
const byteMethods: ReadonlySet<string> = new Set(['arrayBuffer', 'blob', 'buffer', 'bytes']);

export function takesBytes({ callee }: CallFact): boolean {
  return callee.kind === 'member' && byteMethods.has(callee.name);
}

const bytesOfGlobals: ReadonlySet<string> = new Set([
  'Buffer.from',
  'Buffer.concat',
  'Uint8Array',
  'Blob',
  'File',
]);

/** Functions of the runtime that put bytes into another form: `Buffer.from`, `Readable.fromWeb`. */
export function wrapsBytes({ externals }: Pick<Callees, 'externals'>): boolean {
  return externals.some(({ package: origin, path }) => {
    if (origin === 'global') return bytesOfGlobals.has(path.join('.'));
    const isStream = /^(?:node:)?stream(?:\/promises)?$/.test(origin);
    return isStream
      ? /^from(?:Web)?$/.test(path.at(-1) ?? '')
      : origin.endsWith('buffer') && path.at(-1) === 'from';
  });
}

/** The bytes that a call hands on. */
export function taintOfBytes(
  tracker: Tracker,
  call: CallFact,
  index: number,
  activation: Activation,
): TaintValue {
  if (takesBytes(call) && call.callee.kind === 'member')
    return tracker.evaluate(call.callee.object, activation);
  const [first] = call.args;
  if (first === undefined || !mayWrapBytes(call)) return untainted;
  if (!wrapsBytes(tracker.program.callees({ file: activation.file, call: index }))) return untainted;
  return tracker.evaluate(first.value, activation);
}

/** Asking what a call calls costs more. */
function mayWrapBytes({ callee }: CallFact): boolean {
  if (callee.kind === 'member') return /^(?:from|fromWeb|concat)$/.test(callee.name);
  return callee.kind === 'global' || callee.kind === 'import';
}
