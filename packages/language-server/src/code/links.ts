import { resolveEndpoint, type Place, type Use } from '@leastscope/analyzer';
import type { Location, Position } from 'vscode-languageserver';
import type { View } from '../model/view.js';
import { locationOf } from '../text/locations.js';
import { holds } from '../text/places.js';
import { subjectAt, type Subject } from './at.js';

/**
 * The lines of the declaration that a path or a scope in code rests on. On a text only: of a name, the editor's own language
 * knows better where it comes from.
 */
export function declaredFor(view: View, file: string, position: Position): readonly Location[] {
  const subject = subjectAt(view, file, position);
  if (subject === null || !isText(subject, file, position)) return [];
  return toLocations(view, linesOf(view, subject));
}

/** The calls of the same endpoints, and the lines of the declaration that they rest on. */
export function callsLike(view: View, file: string, position: Position): readonly Location[] {
  const subject = subjectAt(view, file, position);
  if (subject === null) return [];
  const endpoints = new Set(usesOf(subject).flatMap(({ endpoint }) => endpoint ?? []));
  const calls = view.analysis.needs.uses.filter(
    ({ endpoint }) => endpoint !== null && endpoints.has(endpoint),
  );
  return toLocations(view, [...calls.map(({ place }) => place), ...linesOf(view, subject)]);
}

function isText(subject: Subject, file: string, position: Position): boolean {
  if (subject.kind === 'scope') return true;
  return usesOf(subject).some(({ pathPlace }) => pathPlace !== null && holds(pathPlace, file, position));
}

/** Its scopes and its purpose. */
function linesOf({ analysis, engine }: View, subject: Subject): readonly Place[] {
  const { declaration, directives } = analysis;
  if (declaration === null) return [];
  const { catalog } = engine;
  const uses = usesOf(subject);
  const keys =
    subject.kind === 'scope'
      ? [subject.mention.scope]
      : uses.flatMap((use) => resolveEndpoint(catalog, use).endpoint?.scopes ?? []);
  const scopes = declaration.requestedScopes.filter(({ value }) => keys.includes(value));
  const ids = uses.map((use) => engine.purposeOfUse(use, declaration, catalog, directives));
  const purposes = declaration.purposes.filter(({ id }) => ids.includes(id));
  return [...scopes.map(({ place }) => place), ...purposes.map(({ places }) => places.id)];
}

function usesOf(subject: Subject): readonly Use[] {
  return subject.kind === 'uses' || subject.kind === 'helper' ? subject.uses : [];
}

function toLocations({ root }: View, places: readonly Place[]): readonly Location[] {
  return places.map((place) => locationOf(root, place));
}
