import type { Needs, OpenCall, RelatedPlace, Use } from '@leastscope/analyzer';
import type { Catalog } from '@leastscope/scope-catalog';
import { codeFrame, type Mark } from '../text/code-frame.js';
import type { Painter } from '../text/painter.js';
import { visible } from '../text/visible.js';
import { at, describeUse } from './uses-list.js';

/** A place somebody asks about: `src/a.ts` or `src/a.ts:12`. */
export interface AskedPlace {
  readonly file: string;
  readonly line: number | null;
}

export interface StoryOptions {
  readonly painter: Painter;
  readonly sourceOf: (file: string) => string | null;
}

/** What was seen at a place: calls, the text of their paths, helpers on their way. */
export function callsAt(asked: AskedPlace, needs: Needs): Needs {
  return {
    ...needs,
    uses: needs.uses.filter((use) => isAt(asked, use)),
    open: needs.open.filter((call) => isAt(asked, call)),
    unreached: needs.unreached.filter((call) => isAt(asked, call)),
  };
}

/** Step by step, how the calls at a place were understood. */
export function tellPlace(asked: AskedPlace, needs: Needs, catalog: Catalog, options: StoryOptions): string {
  const { uses, open, unreached } = callsAt(asked, needs);
  const stories = [
    ...uses.map((use) => tellUse(use, catalog, options)),
    ...open.map((call) => tellOpen(call, 'open', options)),
    ...unreached.map((call) => tellOpen(call, 'in a helper that nobody calls', options)),
  ];
  return stories.length > 0 ? stories.join('\n') : `${nothingAt(asked, needs)}\n`;
}

function nothingAt({ file, line }: AskedPlace, { unread }: Needs): string {
  const shown = visible(line === null ? file : `${file}:${line}`);
  const reason = unread.find((other) => other.file === file)?.reason;
  return `no TikTok Shop API call was seen at ${shown}${reason === undefined ? '' : `: the file was not read (${visible(reason)})`}`;
}

/** The call itself, the text of its path, or a helper on its way. */
function isAt(asked: AskedPlace, call: Use | OpenCall): boolean {
  const pathPlace = 'pathPlace' in call && call.pathPlace !== null ? [call.pathPlace] : [];
  return [call.place, ...pathPlace, ...call.via.map(({ place }) => place)].some(
    ({ file, start, end }) =>
      file === asked.file && (asked.line === null || (start.line <= asked.line && asked.line <= end.line)),
  );
}

function tellUse(use: Use, catalog: Catalog, options: StoryOptions): string {
  const pathMark =
    use.pathPlace === null ? [] : [mark({ place: use.pathPlace, note: 'the path stands here' }, '~')];
  return [
    options.painter.strong(`${at(use.place)}  ${describeUse(use)}`),
    ...frame(use.place.file, [mark({ place: use.place, note: '' }, '^'), ...pathMark], options),
    ...use.via.map(step),
    `  found by: ${evidenceWords[use.evidence]}`,
    `  endpoint: ${endpointLine(use)}`,
    `  scope:    ${scopeLine(use, catalog)}`,
    `  counts:   ${countsLine(use)}`,
    '',
  ].join('\n');
}

function tellOpen(call: OpenCall, state: string, options: StoryOptions): string {
  const known = [call.method ?? 'method unknown', call.knownPath ?? 'path unknown'].map(visible).join(' ');
  return [
    options.painter.strong(`${at(call.place)}  ${state}: ${known}`),
    ...frame(call.place.file, [mark({ place: call.place, note: '' }, '^')], options),
    ...call.via.map(step),
    `  because:  ${visible(call.reason)}`,
    `  settled by: ${settlers[call.settledBy]}`,
    '',
  ].join('\n');
}

const evidenceWords = {
  path: 'the path in the call',
  sdk: 'the SDK’s class and method',
  directive: 'a leastscope-endpoint comment',
} as const;

const settlers = {
  caller: 'whoever calls this function',
  elsewhere: 'code outside this file',
  nobody: 'nobody: the value comes from run time; a leastscope-endpoint comment can state it',
} as const;

function endpointLine({ endpoint, fit, path }: Use): string {
  if (endpoint === null) return `the catalog has none for ${visible(path)}`;
  if (fit === 'family') return `${endpoint} (the catalog knows this operation at other versions only)`;
  return fit === 'legacy' ? `${endpoint} (first API generation)` : endpoint;
}

function scopeLine({ endpoint }: Use, catalog: Catalog): string {
  const known = endpoint === null ? undefined : catalog.endpointById.get(endpoint);
  if (known === undefined) return 'unknown';
  if (known.scopeConfidence === 'not-needed') return 'none needed';
  if (known.scopes.length === 0) return 'unknown to this catalog';
  const list = known.scopes.length === 1 ? known.scopes.join('') : `any one of ${known.scopes.join(', ')}`;
  return known.scopeConfidence === 'inferred' ? `${list} (inferred)` : list;
}

function countsLine({ state, fileKind }: Use): string {
  if (fileKind === 'test') return 'in a test: only with --include-tests';
  return state === 'needed' ? 'needed' : 'possibly needed: the method or part of the path stayed open';
}

function step({ place, note }: RelatedPlace, index: number): string {
  return `  ${index + 1}. ${at(place)}  ${visible(note)}`;
}

function mark({ place, note }: RelatedPlace, sign: Mark['sign']): Mark {
  return { place, sign, note, paint: (text) => text };
}

function frame(file: string, marks: readonly Mark[], { sourceOf, painter }: StoryOptions): readonly string[] {
  const source = sourceOf(file);
  return source === null ? [] : codeFrame(source, marks, painter);
}
