import picomatch from 'picomatch';
import type { Declaration, DeclaredPurpose } from '../model/declaration.js';
import type { Directive } from '../model/directives.js';
import { oncePer } from '../util/once-per.js';
import { groupBy } from '../util/group-by.js';

/**
 * The purposes that own a line of code: by their globs (none means the whole app), by a directive of the file, by a
 * directive of the statement. All of them own it; a call is covered when any one allows it.
 */
export function purposesOf(
  file: string,
  line: number,
  declaration: Declaration,
  directives: readonly Directive[],
): readonly DeclaredPurpose[] {
  const claimed = new Set(claimsAt(file, line, directives));
  return declaration.purposes.filter(
    (purpose) => claimed.has(purpose.id) || ownsFile(purpose, file, declaration),
  );
}

/**
 * Whether a purpose's globs own a file. Globs are relative to the declaration's folder. What lies outside of that is run by the
 * app's own code, so any purpose may own it, unless one names it.
 */
export function ownsFile(purpose: DeclaredPurpose, file: string, declaration: Declaration): boolean {
  if (purpose.code.length === 0) return true;
  const path = fromFolderOf(declaration.file, file);
  if (matcherOf(purpose)(path)) return true;
  return path.startsWith('../') && !declaration.purposes.some((one) => matcherOf(one)(path));
}

function claimsAt(file: string, line: number, directives: readonly Directive[]): readonly string[] {
  return (claimsByFile(directives).get(file) ?? [])
    .filter((directive) => directive.appliesTo === 'file' || directive.appliesTo === line)
    .map((directive) => directive.text);
}

const claimsByFile = oncePer((directives: readonly Directive[]) =>
  groupBy(
    directives.filter(({ kind }) => kind === 'purpose'),
    ({ place }) => place.file,
  ),
);

/** Compiling globs costs more than matching them, and one declaration judges many calls. */
const matcherOf = oncePer(({ code }: DeclaredPurpose) => picomatch(code.flatMap(globsOf), { dot: true }));

/** `src/shipping` and `src/shipping/` mean everything below. */
function globsOf(glob: string): readonly string[] {
  const plain = glob.replace(/^\.\//, '').replace(/\/+$/, '');
  return [plain, `${plain}/**`];
}

function fromFolderOf(declarationFile: string, file: string): string {
  const folder = declarationFile.split('/').slice(0, -1);
  const path = file.split('/');
  const shared = folder.findIndex((part, index) => part !== path[index]);
  if (shared === -1) return path.slice(folder.length).join('/');
  return [...folder.slice(shared).map(() => '..'), ...path.slice(shared)].join('/');
}
