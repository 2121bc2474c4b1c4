import type { FieldRead, Needs, OpenCall, Outflow, Place, Use } from '@leastscope/analyzer';
import type { Catalog } from '@leastscope/scope-catalog';
import { codeFrame, type Mark } from '../text/code-frame.js';
import type { Layout } from '../text/layout.js';
import { at } from '../text/at.js';
import { visible } from '../text/visible.js';
import { padTo } from '../text/words.js';
import { wrap } from '../text/wrap.js';
import { stepsOfOpenCall, stepsOfUse, type Step } from './place-steps.js';
import { describeUse } from './uses-list.js';

/** A place somebody asks about: `src/a.ts` or `src/a.ts:12`. */
export interface AskedPlace {
  readonly file: string;
  readonly line: number | null;
}

export interface StoryOptions extends Layout {
  readonly sourceOf: (file: string) => string | null;
}

type Call = Use | OpenCall;

/** What was seen at a place: calls, the text of their paths, helpers on their way. */
export function callsAt(asked: AskedPlace, needs: Needs): Needs {
  return {
    ...needs,
    uses: needs.uses.filter((use) => isAt(asked, use)),
    open: needs.open.filter((call) => isAt(asked, call)),
    unreached: needs.unreached.filter((call) => isAt(asked, call)),
    reads: needs.reads.filter((read) => isDataAt(asked, read)),
    outflows: needs.outflows.filter((outflow) => isDataAt(asked, outflow)),
  };
}

/** Step by step, how the calls at a place were understood, or where they were lost. */
export function tellPlace(asked: AskedPlace, needs: Needs, catalog: Catalog, options: StoryOptions): string {
  const stories = tellAll(callsAt(asked, needs), catalog, options);
  if (stories.length > 0) return stories.join('\n');
  const nearest = nearestLine(asked, needs);
  if (nearest === null) return `${nothingAt(asked, needs)}\n`;
  const instead = { file: asked.file, line: nearest };
  const told = tellAll(callsAt(instead, needs), catalog, options);
  return [`${nothingAt(asked, needs)}; the nearest is at line ${nearest}:\n`, ...told].join('\n');
}

function tellAll(
  { uses, open, unreached }: Needs,
  catalog: Catalog,
  options: StoryOptions,
): readonly string[] {
  return [
    ...uses.map((use) =>
      tell(
        use,
        describeUse(use),
        stepsOfUse(use, catalog, (place) => textAt(place, options)),
        options,
      ),
    ),
    ...[...open, ...unreached].map((call) => {
      const state = open.includes(call) ? 'open' : 'in a helper that nobody calls';
      const steps = stepsOfOpenCall(call, (place) => textAt(place, options));
      return tell(call, `${state}: ${knownPart(call)}`, steps, options);
    }),
  ];
}

function knownPart({ method, knownPath }: OpenCall): string {
  return [method ?? 'method unknown', knownPath ?? 'path unknown'].map(visible).join(' ');
}

function tell(call: Call, title: string, steps: readonly Step[], options: StoryOptions): string {
  const { painter, width: columns, sourceOf } = options;
  const source = sourceOf(call.place.file);
  const mark: Mark = { place: call.place, sign: '^', note: '', paint: painter.severity.note };
  const width = Math.max(...steps.map(({ label }) => label.length));
  return [
    painter.strong(`${at(call.place)}  ${title}`),
    ...(source === null ? [] : codeFrame(source, [mark], options)),
    '',
    ...steps.map(({ label, says }, index) => {
      const number = String(index + 1).padStart(2);
      const start = width + 8;
      const told = wrap(says, { width: columns, start, indent: start });
      return `  ${painter.gutter(`${number}.`)} ${painter.strong(padTo(label, width))}  ${told}`;
    }),
    '',
  ].join('\n');
}

/** What stands at a place, on one line and not too much of it. */
function textAt({ file, start, end }: Place, { sourceOf }: StoryOptions): string | null {
  const line = sourceOf(file)?.split(/\r\n|[\n\r\u2028\u2029]/)[start.line - 1];
  if (line === undefined) return null;
  const text = line.slice(start.column - 1, end.line === start.line ? end.column - 1 : undefined).trim();
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

const longest = 70;

function nothingAt({ file, line }: AskedPlace, { unread }: Needs): string {
  const shown = visible(line === null ? file : `${file}:${line}`);
  const reason = unread.find((other) => other.file === file)?.reason;
  return `no TikTok Shop API call was seen at ${shown}${reason === undefined ? '' : `: the file was not read (${visible(reason)})`}`;
}

/** The line of the call in the same file that is nearest, the upper one of two. */
function nearestLine({ file, line }: AskedPlace, needs: Needs): number | null {
  if (line === null) return null;
  const lines = [...needs.uses, ...needs.open, ...needs.unreached]
    .flatMap(placesOf)
    .filter((place) => place.file === file)
    .map(({ start }) => start.line)
    .sort((a, b) => Math.abs(a - line) - Math.abs(b - line) || a - b);
  return lines[0] ?? null;
}

/** The call itself, the text of its path, or a helper on its way. */
function isAt(asked: AskedPlace, call: Call): boolean {
  return placesOf(call).some((place) => holds(place, asked));
}

/** What is done with a response at a place, or with the response of a call there. */
function isDataAt(asked: AskedPlace, { place, use }: FieldRead | Outflow): boolean {
  return holds(place, asked) || holds(use, asked);
}

function holds({ file, start, end }: Place, asked: AskedPlace): boolean {
  return file === asked.file && (asked.line === null || (start.line <= asked.line && asked.line <= end.line));
}

function placesOf(call: Call): readonly Place[] {
  const pathPlace = 'pathPlace' in call && call.pathPlace !== null ? [call.pathPlace] : [];
  return [call.place, ...pathPlace, ...call.via.map(({ place }) => place)];
}
