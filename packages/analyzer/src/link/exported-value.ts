import { own } from '../model/own.js';
import type { ReExport } from '../model/facts.js';
import { only } from './alternatives.js';
import { topFrame } from './frames.js';
import type { Linker } from './linker.js';
import { hole } from './text.js';
import type { Alternative } from './value.js';

/** What a file of the project exports under a name, followed through barrels. */
export function exportedValue(linker: Linker, file: string, name: string): readonly Alternative[] {
  return (
    find(linker, file, name, new Set()) ??
    only(hole(name, `\`${name}\` is not found in ${file}`, { settledBy: 'elsewhere' }))
  );
}

function find(linker: Linker, file: string, name: string, seen: Set<string>): readonly Alternative[] | null {
  // Barrels may re-export each other: each is asked once for a name.
  const key = `${file}\0${name}`;
  if (seen.has(key)) return null;
  seen.add(key);
  const facts = linker.modules.facts(file);
  if (facts === null) return null;
  const named = own(facts.exports, name);
  if (named !== undefined) return linker.evaluate(named, topFrame(linker, file));
  const whole = facts.exports['='];
  if (whole !== undefined) return ofWhole(linker, linker.evaluate(whole, topFrame(linker, file)), name);
  for (const reExport of facts.reExports) {
    const found = reExported(linker, file, reExport, name, seen);
    if (found !== null) return found;
  }
  // `import x from './legacy.cjs'`: a file that only assigns `exports.a` gives its whole to a default import.
  const isWhole = name === 'default' || name === '=';
  return isWhole && Object.keys(facts.exports).length > 0 ? only({ kind: 'module', file }) : null;
}

/** What `export … from` passes on under a name; null when it is not this one. */
function reExported(
  linker: Linker,
  file: string,
  reExport: ReExport,
  name: string,
  seen: Set<string>,
): readonly Alternative[] | null {
  const isAll = reExport.as === null;
  if (isAll ? name === 'default' : reExport.as !== name) return null;
  const target = linker.modules.resolve(file, reExport.module);
  const wanted = isAll ? name : reExport.name;
  if (target.kind === 'file')
    return wanted === '*'
      ? only({ kind: 'module', file: target.file })
      : find(linker, target.file, wanted, seen);
  // Whether a package has the name is not known: `export *` of one is the last resort of nobody.
  if (isAll) return null;
  return only({
    kind: 'external',
    package: target.package,
    path: [...target.subpath, ...(wanted === '*' ? [] : [wanted])],
  });
}

/** `module.exports = { a }` gives `a` by name, and itself as the default. */
function ofWhole(linker: Linker, whole: readonly Alternative[], name: string): readonly Alternative[] {
  if (name === 'default' || name === '=') return whole;
  return whole.flatMap(({ value }) => linker.member(value, name));
}
