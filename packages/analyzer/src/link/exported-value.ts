import { only } from './alternatives.js';
import { topFrame } from './frames.js';
import type { Linker } from './linker.js';
import { hole } from './text.js';
import type { Alternative } from './value.js';

/** Re-exports that lead further than this go in a circle. */
const hopLimit = 24;

/** What a file of the project exports under a name, followed through barrels. */
export function exportedValue(linker: Linker, file: string, name: string, hops = 0): readonly Alternative[] {
  return find(linker, file, name, hops) ?? only(hole(name, `\`${name}\` is not found in ${file}`, { settledBy: 'elsewhere' }));
}

function find(linker: Linker, file: string, name: string, hops: number): readonly Alternative[] | null {
  const facts = hops > hopLimit ? null : linker.modules.facts(file);
  if (facts === null) return null;
  const own = facts.exports[name];
  if (own !== undefined) return linker.evaluate(own, topFrame(linker, file));
  const whole = facts.exports['='];
  if (whole !== undefined) return ofWhole(linker, linker.evaluate(whole, topFrame(linker, file)), name);
  for (const reExport of facts.reExports) {
    if (reExport.as !== null && reExport.as !== name) continue;
    if (reExport.as === null && name === 'default') continue;
    const target = linker.modules.resolve(file, reExport.module);
    const wanted = reExport.as === null ? name : reExport.name;
    if (target.kind === 'external') {
      if (reExport.as === null) continue;
      return only({ kind: 'external', package: target.package, path: [...target.subpath, ...(wanted === '*' ? [] : [wanted])] });
    }
    if (wanted === '*') return only({ kind: 'module', file: target.file });
    const found = find(linker, target.file, wanted, hops + 1);
    if (found !== null) return found;
  }
  // `import x from './legacy.cjs'`: a file that only assigns `exports.a` gives its whole to a default import.
  if ((name === 'default' || name === '=') && Object.keys(facts.exports).length > 0) return only({ kind: 'module', file });
  return null;
}

/** `module.exports = { a }` gives `a` by name, and itself as the default. */
function ofWhole(linker: Linker, whole: readonly Alternative[], name: string): readonly Alternative[] {
  if (name === 'default' || name === '=') return whole;
  return whole.flatMap(({ value }) => linker.member(value, name));
}
