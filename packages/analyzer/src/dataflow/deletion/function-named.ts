import type { Expression } from '../../model/facts.js';
import type { Program } from '../../model/program.js';
import { own } from '../../util/own.js';
import { exportedValue } from '../../walk/find-export.js';
import type { FunctionAt } from './reached-functions.js';

/** An exported function, or a method of an exported class or object: `Webhooks.onDeauthorized`. */
export function functionNamed(program: Program, file: string, name: string): FunctionAt | null {
  const [first = '', method] = name.split('.');
  const found = exportedValue(program.modules, file, first);
  const value = found === null ? localOf(program, file, first) : found.value;
  const at = found?.file ?? file;
  if (value === null) return null;
  const whole = valueOf(program, at, value);
  const inner = method === undefined ? whole : memberOf(program, at, whole, method);
  return inner?.kind === 'function' ? { file: at, function: inner.function } : null;
}

/** One that is not exported is named all the same: it is the function that deletes. */
function localOf(program: Program, file: string, name: string): Expression | null {
  const index =
    program.facts(file)?.functions.findIndex((one) => one.name === name && one.parent === null) ?? -1;
  return index < 0 ? null : { kind: 'function', function: index };
}

function valueOf(program: Program, file: string, value: Expression): Expression | null {
  if (value.kind !== 'name') return value;
  return program.facts(file)?.bindings[value.binding]?.value ?? null;
}

function memberOf(program: Program, file: string, whole: Expression | null, name: string): Expression | null {
  if (whole?.kind === 'class') {
    const fact = program.facts(file)?.classes[whole.class];
    const member = fact === undefined ? undefined : (own(fact.members, name) ?? own(fact.statics, name));
    return member?.values[0] ?? null;
  }
  if (whole?.kind !== 'object') return null;
  return whole.entries.find(({ key }) => key?.kind === 'text' && key.text === name)?.value ?? null;
}
