import { own } from '../../util/own.js';
import type { ReExport } from '../../model/facts.js';
import { certain } from '../guarded.js';
import { instanceOf } from './annotation.js';
import { moduleFrame } from '../frames.js';
import type { Interpreter } from '../interpreter.js';
import { unknownValue } from '../unknown.js';
import type { Guarded } from '../value.js';

/** What a file of the project exports under a name, followed through barrels. */
export function exportedValue(interpreter: Interpreter, file: string, name: string): readonly Guarded[] {
  return (
    find(interpreter, file, name, new Set()) ??
    certain(unknownValue(name, `\`${name}\` is not found in ${file}`, { settledBy: 'elsewhere' }))
  );
}

function find(
  interpreter: Interpreter,
  file: string,
  name: string,
  seen: Set<string>,
): readonly Guarded[] | null {
  // Barrels may re-export each other: each is asked once for a name.
  const key = `${file}\0${name}`;
  if (seen.has(key)) return null;
  seen.add(key);
  const facts = interpreter.modules.facts(file);
  if (facts === null) return null;
  const named = own(facts.exports, name);
  if (named !== undefined) return interpreter.evaluate(named, moduleFrame(interpreter, file));
  const whole = facts.exports['='];
  if (whole !== undefined)
    return ofWhole(interpreter, interpreter.evaluate(whole, moduleFrame(interpreter, file)), name);
  for (const reExport of facts.reExports) {
    const found = reExported(interpreter, file, reExport, name, seen);
    if (found !== null) return found;
  }
  const type = own(facts.namedTypes, name);
  if (type !== undefined) return instanceOf(interpreter, type, moduleFrame(interpreter, file));
  // `import x from './legacy.cjs'`: a file that only assigns `exports.a` gives its whole to a default import.
  const isWhole = name === 'default' || name === '=';
  return isWhole && Object.keys(facts.exports).length > 0 ? certain({ kind: 'module', file }) : null;
}

/** What `export … from` passes on under a name; null when it is not this one. */
function reExported(
  interpreter: Interpreter,
  file: string,
  reExport: ReExport,
  name: string,
  seen: Set<string>,
): readonly Guarded[] | null {
  const isAll = reExport.as === null;
  if (isAll ? name === 'default' : reExport.as !== name) return null;
  const target = interpreter.modules.resolve(file, reExport.module);
  const wanted = isAll ? name : reExport.name;
  if (target.kind === 'file')
    return wanted === '*'
      ? certain({ kind: 'module', file: target.file })
      : find(interpreter, target.file, wanted, seen);
  // Whether a package has the name is not known: `export *` of one is the last resort of nobody.
  if (isAll) return null;
  return certain({
    kind: 'external',
    package: target.package,
    path: [...target.subpath, ...(wanted === '*' ? [] : [wanted])],
  });
}

/** `module.exports = { a }` gives `a` by name, and itself as the default. */
function ofWhole(interpreter: Interpreter, whole: readonly Guarded[], name: string): readonly Guarded[] {
  if (name === 'default' || name === '=') return whole;
  return whole.flatMap(({ value }) => interpreter.member(value, name));
}
