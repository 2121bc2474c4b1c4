import { placeOf } from '../lookups/place-of.js';
import type { Directive } from '../model/directives.js';
import type { FileFacts } from '../model/facts.js';
import type { ScopeMention } from '../model/needs.js';

/** Comments that speak to leastscope, in the order of the files. */
export function directivesIn(files: readonly FileFacts[]): readonly Directive[] {
  return files.flatMap(({ directives }) => directives);
}

/** Scope keys written as text, in the order of the files. */
export function scopeMentionsIn(files: readonly FileFacts[]): readonly ScopeMention[] {
  return files.flatMap(({ file, lineStarts, scopeStrings }) =>
    scopeStrings.map(({ scope, span }) => ({ scope, place: placeOf(file, lineStarts, span) })),
  );
}
