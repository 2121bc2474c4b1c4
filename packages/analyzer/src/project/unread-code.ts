import type { AnalyzeRequest } from '../model/analysis.js';
import type { FileFacts } from '../model/facts.js';
import { placeOf } from '../lookups/place-of.js';
import type { UnreadFile } from '../model/needs.js';
import type { Seeds } from './find-seeds.js';
import { linkedPackages } from './linked-packages.js';
import { sdkPackage } from './resolve-import.js';
import { eachSpecifier } from './scan-imports.js';
import type { Session } from './session.js';
import type { SharedCode } from './shared-code.js';

/**
 * Code that the project rests on and that could not be found: beyond the checkout, or built from what is not here. What it calls
 * is not known; nothing may be called unused then.
 */
export function unreadCode(
  { files, root, seeds }: AnalyzeRequest,
  session: Session,
  found: Seeds,
  shared: SharedCode,
): UnreadFile[] {
  const lost = seeds === null ? shared.lost : found.outside.filter((file) => loses(session, file));
  const importing = lost.map((file): UnreadFile => ({
    file,
    reason: 'imports code from outside the folder of the declaration, which is not read',
    place: null,
  }));
  if (shared.lostPackages.length === 0) return importing;
  const says = new Map(linkedPackages(files, root).map((one) => [one.name, one.says]));
  return [
    ...importing,
    ...shared.lostPackages.map((name): UnreadFile => ({
      file: 'package.json',
      reason: `depends on \`${name}\`, ${says.get(name) ?? 'a package of this workspace'}, which is not read`,
      place: null,
    })),
  ];
}

/** Files that run code which stands in a text, such as the modules of a bundle that was made for development. */
export function evaluatedCode(facts: readonly FileFacts[]): UnreadFile[] {
  return facts.flatMap(({ file, lineStarts, evaluated: [first] }): readonly UnreadFile[] =>
    first === undefined
      ? []
      : [
          {
            file,
            reason: 'runs code that stands in a text, which is not read',
            place: placeOf(file, lineStarts, first),
          },
        ],
  );
}

/** Whether a file imports from above what cannot be found. */
function loses(session: Session, file: string): boolean {
  let isLost = false;
  eachSpecifier(session.text(file) ?? '', (specifier) => {
    const climbs = specifier.split('/').filter((step) => step === '..').length;
    if (specifier.startsWith('..') && climbs >= file.split('/').length)
      isLost ||=
        session.modules.resolve(file, specifier).kind === 'external' && !isSdk(session, file, specifier);
  });
  return isLost;
}

/** A copy of the official SDK is known by its name. */
function isSdk(session: Session, file: string, specifier: string): boolean {
  const target = session.modules.resolve(file, specifier);
  return target.kind === 'external' && target.package === sdkPackage;
}
