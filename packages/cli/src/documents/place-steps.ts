import type { OpenCall, Place, RelatedPlace, Use } from '@leastscope/analyzer';
import type { Catalog, Endpoint } from '@leastscope/scope-catalog';
import { at } from '../text/at.js';
import { visible } from '../text/visible.js';

/** One step of how a call was understood. */
export interface Step {
  readonly label: string;
  readonly says: string;
}

type TextAt = (place: Place) => string | null;

/** From the call down to the request, then what was made of it. */
export function stepsOfUse(use: Use, catalog: Catalog, textAt: TextAt): readonly Step[] {
  const endpoint = use.endpoint === null ? undefined : catalog.endpointById.get(use.endpoint);
  return [
    placed('call', use.place, '', textAt),
    ...(use.pathPlace === null ? [] : [placed('path', use.pathPlace, 'stands here', textAt)]),
    ...use.via.map((step) => viaStep(step, textAt)),
    { label: 'read as', says: `${use.method} ${visible(use.path)}, ${evidenceOf(use, endpoint)}` },
    { label: 'matches', says: matchOf(use) },
    { label: 'needs', says: scopesOf(use, catalog, endpoint) },
    { label: 'counts', says: countsOf(use) },
  ];
}

/** From the call to where its endpoint was lost, and who can find it again. */
export function stepsOfOpenCall(call: OpenCall, textAt: TextAt): readonly Step[] {
  const known = [
    ...(call.method === null ? [] : [`the method is ${call.method}`]),
    ...(call.knownPath === null ? [] : [`the path has the form ${visible(call.knownPath)}`]),
  ];
  return [
    placed('call', call.place, '', textAt),
    ...call.via.map((step) => viaStep(step, textAt)),
    {
      label: 'known',
      says: known.length === 0 ? 'that it goes to the platform, and no more' : known.join(', '),
    },
    { label: 'lost', says: visible(call.reason) },
    { label: 'who knows', says: settlers[call.settledBy] },
    { label: 'to settle it', says: directiveFor(call) },
  ];
}

const settlers = {
  caller: 'whoever calls this function: a call of it with a constant path would be followed',
  elsewhere: 'code outside this file that was not found, or could not be followed',
  nobody: 'nobody before run time: no code says the value',
} as const;

function directiveFor({ method, knownPath, place }: OpenCall): string {
  const path = knownPath === null ? '/…' : visible(knownPath);
  const line = `// leastscope-endpoint ${method ?? 'METHOD'} ${path}`;
  return `write \`${line}\` above line ${place.start.line}, with the real method and path`;
}

function viaStep({ place, note }: RelatedPlace, textAt: TextAt): Step {
  const label = note.includes('request') ? 'request' : note.includes('path') ? 'path' : 'helper';
  return placed(label, place, note, textAt);
}

function placed(label: string, place: Place, note: string, textAt: TextAt): Step {
  const text = textAt(place);
  const code = text === null || text === '' ? '' : `  \`${visible(text)}\``;
  return { label, says: `${at(place)}${code}${note === '' ? '' : `  ${visible(note)}`}` };
}

function evidenceOf({ evidence }: Use, endpoint: Endpoint | undefined): string {
  if (evidence === 'directive') return 'as a leastscope-endpoint comment states';
  if (evidence === 'path') return 'by the text of its path';
  const name = endpoint?.sdk ?? null;
  if (name === null) return 'by the class and method of the SDK, whose names follow a rule';
  return `by the SDK’s ${name.className}.${name.method}`;
}

function matchOf({ endpoint, fit, path }: Use): string {
  if (endpoint === null) return `nothing in the catalog; it knows no ${visible(path)}`;
  if (fit === 'family')
    return `${endpoint}: this very version is not in the catalog, and all versions of an operation share its scope`;
  if (fit === 'legacy') return `${endpoint}: a path of the first API generation, judged by what replaces it`;
  return `${endpoint}, exactly`;
}

function scopesOf(use: Use, catalog: Catalog, endpoint: Endpoint | undefined): string {
  const replacement = use.fit === 'legacy' ? replacementOf(use, catalog) : undefined;
  const known = endpoint ?? replacement;
  if (known === undefined) return 'a scope that this catalog does not know';
  if (known.scopeConfidence === 'not-needed') return 'no scope';
  if (known.scopes.length === 0) return 'a scope that this catalog does not know';
  const list = known.scopes.length === 1 ? known.scopes.join('') : `any one of ${known.scopes.join(', ')}`;
  return known.scopeConfidence === 'inferred' ? `${list} (the catalog infers this)` : list;
}

function replacementOf({ endpoint }: Use, catalog: Catalog): Endpoint | undefined {
  const replacement = catalog.legacyById.get(endpoint ?? '')?.replacement ?? '';
  return catalog.endpointById.get(replacement);
}

function countsOf({ state, fileKind }: Use): string {
  if (fileKind === 'test') return 'in a test: only with --include-tests';
  return state === 'needed' ? 'as needed' : 'as possibly needed: the method or part of the path stayed open';
}
