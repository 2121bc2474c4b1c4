/** What one import declaration takes from a module: names, `*` for the whole. */
export type HeadImport = readonly [module: string, names: readonly string[]];

const blank = /(?:\s|;|\/\/[^\n]*|\/\*[^]*?\*\/)*/y;
const prologue = /(?:#!.*|(['"])use [\w ]+\1)/y;
const declaration =
  /import\s+(?:type\s+(?!from\b))?(?:([\w$]+)\s*,?\s*)?(?:\{([^{}]*)\}\s*|(\*)\s*as\s+[\w$]+\s*)?\bfrom\s*(['"])([^'"\\\n]+)\4/y;
const listedName = /^(?:type\s+)?([\w$]+)(?:\s+as\s+[\w$]+)?$/;

/**
 * The imports that a file begins with, as the parser would read them, without it: to see who takes a name, most files need not be
 * read. It ends at the first thing that is no plain import, so what it does not tell may be there all the same.
 */
export function importsAtHead(text: string): readonly HeadImport[] {
  const found: HeadImport[] = [];
  let at = 0;
  const taken = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at = pattern.lastIndex;
    return match;
  };
  do taken(blank);
  while (taken(prologue) !== null);
  for (let match = taken(declaration); match !== null; match = taken(declaration)) {
    const names = namesOf(match);
    if (names === null) return found;
    found.push([match[5] ?? '', names]);
    taken(blank);
  }
  return found;
}

/** Null where a list holds more than names. */
function namesOf([, local, list, whole]: RegExpExecArray): readonly string[] | null {
  const listed = (list ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => listedName.exec(part)?.[1] ?? null);
  const names = [local === undefined ? [] : ['default'], whole === undefined ? [] : ['*'], listed].flat();
  return names.every((name) => name !== null) ? names : null;
}
