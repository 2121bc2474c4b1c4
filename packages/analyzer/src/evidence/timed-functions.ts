import { findCallers } from '../dataflow/hits/receiver-origins.js';
import type { FunctionAt } from '../dataflow/deletion/reached-functions.js';
import { isExportedEntry } from '../lookups/framework-entry-points.js';
import type { CallFact, FileFacts } from '../model/facts.js';
import type { CallSite, Program } from '../model/program.js';
import { perFile } from '../lookups/per-file.js';
import { once } from '../util/once.js';
import { own } from '../util/own.js';

/** Packages whose calls run what they are handed again and again, and the runtime's own. */
const timers: Readonly<Record<string, RegExp>> = {
  global: /^(?:setInterval|Deno\.cron|Bun\.cron)$/,
  'node-cron': /(?:^|\.)schedule$/,
  cron: /^(?:CronJob(?:\.from|\.\(\))?|job)$/,
  croner: /^(?:Cron|default)(?:\.\(\))?$/,
  'node-schedule': /(?:^|\.)scheduleJob$/,
  'firebase-functions/v2/scheduler': /^onSchedule$/,
  'firebase-functions/scheduler': /^onSchedule$/,
};

/** Folders of routes that a scheduler of the platform calls. */
const scheduledRoutes = /(?:^|\/)(?:cron|crons|scheduled)\//;

/** Functions that run by the clock, and that something in the code really starts. */
export function timedFunctions(program: Program, files: readonly string[]): readonly FunctionAt[] {
  // Who calls whom is a question to every call, and most apps have no timer.
  const callers = once(() => findCallers(program, files));
  const isStarted = ({ inside }: Timer, file: string): boolean =>
    inside === null || (callers().get(`${file}#${String(inside)}`)?.length ?? 0) > 0;
  return files.flatMap((file) => {
    const { timers: inFile, byFramework } = timedIn(program, file);
    return [...inFile.filter((timer) => isStarted(timer, file)).flatMap(({ runs }) => runs), ...byFramework];
  });
}

/** A call that has functions run by the clock, once it is come to. */
interface Timer {
  /** The function that it stands in; null for none. */
  readonly inside: number | null;
  readonly runs: readonly FunctionAt[];
}

interface TimedOfFile {
  readonly timers: readonly Timer[];
  /** What a framework runs by the clock, wherever it stands. */
  readonly byFramework: readonly FunctionAt[];
}

const timedIn = perFile((program, file): TimedOfFile => {
  const facts = program.facts(file);
  if (facts === null) return { timers: [], byFramework: [] };
  return {
    timers: facts.calls.flatMap((call, index): readonly Timer[] => {
      const site = { file, call: index };
      return isTimer(program, site, call)
        ? [{ inside: call.function, runs: handedTo(program, site, call) }]
        : [];
    }),
    byFramework: [...decorated(file, facts), ...routesIn(file, facts)],
  };
});

function isTimer(program: Program, site: CallSite, { isNew }: CallFact): boolean {
  return program
    .callees(site)
    .externals.some(
      ({ package: origin, path }) =>
        own(timers, origin)?.test([...path, ...(isNew ? ['()'] : [])].join('.')) === true,
    );
}

function handedTo(program: Program, site: CallSite, call: CallFact): readonly FunctionAt[] {
  return call.args.flatMap(({ value }) =>
    value.kind === 'function'
      ? [{ file: site.file, function: value.function }]
      : program.functionsIn(site.file, call.function, value).functions,
  );
}

/** `@Cron('0 3 * * *')` above a method. */
function decorated(file: string, { calls, functions }: FileFacts): readonly FunctionAt[] {
  return calls.flatMap(({ isDecorator, calleeText, span }) => {
    if (!isDecorator || !/^(?:Cron|Interval)$/.test(calleeText)) return [];
    const index = functions.findIndex(
      (one) => one.class !== null && one.span[0] <= span[0] && span[1] <= one.span[1],
    );
    return index < 0 ? [] : [{ file, function: index }];
  });
}

function routesIn(file: string, facts: FileFacts): readonly FunctionAt[] {
  if (!scheduledRoutes.test(file)) return [];
  return Object.entries(facts.exports).flatMap(([name, value]) => {
    const bound = value.kind === 'name' ? facts.bindings[value.binding]?.value : value;
    return bound?.kind === 'function' && isExportedEntry(file, name)
      ? [{ file, function: bound.function }]
      : [];
  });
}
