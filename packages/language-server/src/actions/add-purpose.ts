import type { Finding, RuleId } from '@leastscope/analyzer';
import type { Authoring, Proposer, Stretch } from '../model/authoring.js';
import type { View } from '../model/view.js';
import { touches } from '../text/places.js';
import { insertEntry } from './insert-entry.js';

/** Findings that a purpose of the file would answer. */
const answered: ReadonlySet<RuleId> = new Set([
  'exceeds-purpose',
  'field-not-allowed',
  'surplus-data',
  'whole-record-kept',
]);

/** The purposes that `init` would propose for this file, of kinds that nothing is declared of yet. */
export function addPurpose({ proposePurposes }: Authoring): Proposer {
  return (view, stretch) => {
    const { declaration } = view.analysis;
    const text = declaration === null ? null : view.textOf(declaration.file);
    if (declaration === null || text === null || stretch.file === declaration.file) return [];
    const finding = stretch.findings.find(({ rule }) => answered.has(rule)) ?? null;
    if (finding === null && !hasUncovered(view, stretch)) return [];
    const declared = new Set(declaration.purposes.map(({ kind }) => kind));
    return proposePurposes(view.analysis, stretch.file)
      .filter(({ kind }) => !declared.has(kind))
      .flatMap(({ kind, lines }) => toProposal(declaration.file, text, finding, kind, lines));
  };
}

function toProposal(
  file: string,
  text: string,
  finding: Finding | null,
  kind: string,
  lines: readonly string[],
) {
  const edited = insertEntry(text, 'purposes', lines);
  if (edited === null) return [];
  const title = `Declare the purpose \`${kind}\` for this file, as a proposal with TODOs`;
  return [{ title, finding, texts: new Map([[file, edited]]) }];
}

/** A call that no purpose of the file covers. */
function hasUncovered({ analysis, engine }: View, { file, range }: Stretch): boolean {
  const { declaration, directives, needs } = analysis;
  if (declaration === null) return false;
  return needs.uses
    .filter(({ place }) => touches(place, file, range))
    .some((use) => engine.purposeOfUse(use, declaration, engine.catalog, directives) === null);
}
