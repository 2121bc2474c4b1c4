import type { Analysis } from '@leastscope/analyzer';
import { createDiskFiles } from '@leastscope/analyzer/disk';
import type { Answer } from '../documents/why/answer.js';
import type { Asked } from '../documents/why/ask.js';
import { findSubject, type Subject } from '../documents/why/find-subject.js';
import { answerAsJson, answerAsText } from '../documents/why/print-answer.js';
import { whyCategory } from '../documents/why/why-category.js';
import { whyEndpoint } from '../documents/why/why-endpoint.js';
import { whyPlace } from '../documents/why/why-place.js';
import { whyScope } from '../documents/why/why-scope.js';
import type { Engine } from '../host/engine.js';
import { exitCodes } from '../host/exit-codes.js';
import { Misuse } from '../host/misuse.js';
import { analyzeOrRecall } from '../cache/analyze-or-recall.js';
import { findProject } from '../project/find-projects.js';
import { color, readProjectOptions, text } from '../command-line/read-options.js';
import type { RunCommand } from '../command-line/command.js';
import { outputLayout, writeOutput } from '../output/write-output.js';
import { writeStats } from './write-stats.js';

/** `leastscope why`: what in this code needs a scope, a category or an endpoint, or arrives at a store or recipient. Needs no declaration. */
export const run: RunCommand = async (input, host) => {
  const options = {
    ...readProjectOptions(input, host),
    output: text(input, 'output'),
    color: color(input),
  };
  const word = (input.argument ?? '').trim();
  const engine = await host.loadEngine();
  const subject = findSubject(word, engine.catalog);
  const project = findProject(options, createDiskFiles());
  const { projects } = await analyzeOrRecall({ base: project.root, projects: [project] }, options, host);
  const layout = outputLayout(options, host);
  const print = ({ analysis }: { readonly analysis: Analysis }): string => {
    const asked = askedOf(analysis, options.includeTests, engine);
    const answer = subject.kind === 'unknown' ? whyPlace(word, asked) : answerTo(subject, asked);
    if (answer === null) throw new Misuse(sorry(word, subject.kind === 'unknown' ? subject.nearest : []));
    if (text(input, 'format') === 'json') return answerAsJson(answer);
    return answerAsText(answer, analysis.declaration === null ? 'undeclared' : 'declared', layout);
  };
  writeOutput(projects.map(print).join(''), options, host);
  writeStats(projects, options, host);
  return exitCodes.clean;
};

function answerTo(subject: Subject, asked: Asked): Answer {
  if (subject.kind === 'scope') return whyScope(subject.scope, asked);
  if (subject.kind === 'category') return whyCategory(subject.category, asked);
  return whyEndpoint(subject.endpoint, asked);
}

function askedOf(analysis: Analysis, includeTests: boolean, engine: Engine): Asked {
  const { declaration, directives } = analysis;
  const { catalog, purposeOfUse, purposesOfData } = engine;
  return {
    analysis,
    catalog,
    includeTests,
    purposeOf: (use) => (declaration === null ? null : purposeOfUse(use, declaration, catalog, directives)),
    purposesOf: (point, category) =>
      declaration === null ? [] : purposesOfData(point, category, declaration, catalog, directives),
  };
}

function sorry(word: string, nearest: readonly string[]): string {
  const hint = nearest.length > 0 ? `; did you mean ${nearest.join(', or ')}?` : '';
  return `nothing is known of "${word}" as a scope, category, endpoint, store or recipient${hint}`;
}
