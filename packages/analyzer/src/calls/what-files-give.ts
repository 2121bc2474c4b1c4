import type { Catalog } from '@leastscope/scope-catalog';
import { createMarkers } from '../project/markers.js';
import { mayIssueRequest } from '../requests/may-issue-request.js';
import type { Session } from '../project/session.js';
import type { ProgramResolver } from './create-resolver.js';
import { exportsMarker } from './exports-marker.js';

/** By what importers of a file may come to name an endpoint. */
export interface GivenByFile {
  /** It gives them paths, or helpers that need their caller. */
  readonly isSource: boolean;
  /** Else it does where one of these modules is a file that does. */
  readonly modules: ReadonlySet<string>;
}

/** What files give to those that import them, kept for as long as what was settled in a file holds. */
export function createGivenByFile(
  catalog: Catalog,
  { modules }: Session,
  resolver: ProgramResolver,
): (file: string) => GivenByFile {
  const isTellTale = createMarkers(catalog).mayMatter;
  return resolver.memory.byFile((file) => {
    const passed = new Set<string>();
    const facts = modules.facts(file);
    if (facts === null) return { isSource: false, modules: passed };
    const isSource =
      facts.signs.signing ||
      facts.signs.tokenHeader ||
      facts.reExports.length > 0 ||
      facts.functions.some((_, index) => isOpenHelper(file, index)) ||
      exportsMarker(facts, {
        isTellTale,
        isFromSource: (module) => {
          passed.add(module);
          return false;
        },
        isHelper: (index) => resolver.deferredCalls(file, index).length > 0,
      });
    return { isSource, modules: passed };
  });

  /** Not so one that only calls its callback. */
  function isOpenHelper(file: string, index: number): boolean {
    const outcomes = resolver.deferredCalls(file, index).flatMap(resolver.outcomes);
    return outcomes.some(
      (one) =>
        one.kind === 'caller' &&
        one.function === index &&
        mayIssueRequest({ catalog, isTellTale }, one.candidate),
    );
  }
}
