import type { Analysis, RuleInfo } from '@leastscope/analyzer';
import { isTable } from './store.js';

/** What a run came to, as plain data: all that a report is made from. */
export interface RunAnswer {
  readonly asOf: string;
  readonly catalog: { readonly version: string; readonly date: string; readonly listed: string };
  readonly rules: readonly RuleInfo[];
  readonly projects: readonly Analysis[];
}

/** Throws when the outside has not this shape. */
export function readRunAnswer(data: unknown): RunAnswer {
  if (!isTable(data)) throw new Error('a remembered run is no table');
  const { asOf, catalog, rules, projects } = data;
  if (typeof asOf !== 'string' || !isTable(catalog) || !Array.isArray(rules) || !Array.isArray(projects))
    throw new Error('a remembered run lacks a part');
  const analyses = projects.map((one: unknown) => {
    if (!isTable(one) || !isTable(one['needs']) || !Array.isArray(one['findings']))
      throw new Error('a remembered analysis lacks a part');
    return { ...one, stats: nothingDone } as unknown as Analysis;
  });
  return { ...data, projects: analyses } as unknown as RunAnswer;
}

/** The counters of a run that only recalls. */
const nothingDone: Analysis['stats'] = {
  filesListed: 0,
  filesSearched: 0,
  seeds: 0,
  filesLinked: 0,
  filesParsed: 0,
  factsReused: 0,
  compilerLoaded: false,
  steps: 0,
  flowSteps: 0,
};
