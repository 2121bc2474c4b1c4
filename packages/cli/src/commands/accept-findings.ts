import { acceptedFileName, addDuration, type Analysis } from '@leastscope/analyzer';
import type { DiskFiles } from '@leastscope/analyzer/disk';
import { acceptableIn, type Acceptable } from '../documents/accept/accepted-entries.js';
import { acceptedHead, batchItem, exceptionItems, type Terms } from '../documents/accept/accept-items.js';
import { appendToList } from '../documents/accept/append-to-list.js';
import { dropExpired } from '../documents/accept/drop-expired.js';
import { Misuse } from '../host/misuse.js';
import type { AnalyzedProject, AnalyzedWorkspace } from '../project/analyze-workspace.js';
import { schemaPath } from '../project/schema-path.js';
import { schemaLine } from '../text/schema-line.js';
import { count } from '../text/words.js';
import type { Fixed } from './fix-scopes.js';

/** More entries than these go into a file of their own. */
const mostInDeclaration = 10;

/** Writes what is found today into the exceptions of every project, in memory. */
export function acceptFindings(
  { asOf, projects }: AnalyzedWorkspace,
  files: DiskFiles,
  terms: Terms,
  notes: 'fold' | 'show',
): readonly Fixed[] {
  refuseDay(terms.until, asOf);
  return projects.flatMap((project) =>
    acceptIn(project, acceptableIn(analysisOf(project), notes), { files, terms, asOf }),
  );
}

interface Circumstances {
  readonly files: DiskFiles;
  readonly terms: Terms;
  readonly asOf: string;
}

/** At most a year: what nobody has looked at for longer is no longer accepted by anybody. */
function refuseDay(until: string, asOf: string): void {
  const last = addDuration(asOf, 'P1Y') ?? asOf;
  if (until < asOf) throw new Misuse(`--until: ${until} is over; the day that is judged by is ${asOf}`);
  if (until > last)
    throw new Misuse(
      `--until: at most a year, so ${last} at the latest; the day that is judged by is ${asOf}, the last commit's unless --as-of names one`,
    );
}

function analysisOf({ analysis, folder, project }: AnalyzedProject): Analysis {
  if (analysis.declaration !== null) return analysis;
  throw new Misuse(
    `${folder}${project.declaration ?? ''} has mistakes; correct them first, check lists them`,
  );
}

/** The file of accepted findings loses what is over, whether or not it gets something new. */
function acceptIn(
  { project, folder }: AnalyzedProject,
  acceptable: Acceptable,
  { files, terms, asOf }: Circumstances,
): readonly Fixed[] {
  const { entries } = acceptable;
  const head = (): string => acceptedHead(schemaLine(schemaPath(project.root, 'leastscope-accepted')));
  const isBeside = entries.length > mostInDeclaration;
  const textOf = (name: string): string => files.readFile(`${project.root}/${name}`) ?? '';
  const fixed = (name: string, after: string | null, done: readonly string[]): Fixed => {
    if (after === null)
      throw new Misuse(
        `${folder}${name} is written in a way that --accept leaves alone; write the exceptions by hand`,
      );
    return { before: textOf(name), after, path: `${project.root}/${name}`, shown: folder + name, done };
  };
  const own = project.declaration ?? '';
  const kept = dropExpired(textOf(acceptedFileName), asOf);
  const dropped =
    kept === textOf(acceptedFileName) ? [] : ['took out what was accepted until a day that is over'];
  const said = sentences(acceptable, terms);
  if (isBeside) {
    const after = appendToList(kept === '' ? head() : kept, 'accepted', [batchItem(entries, terms)]);
    return [fixed(acceptedFileName, after, [...dropped, ...said])];
  }
  const after =
    entries.length === 0
      ? textOf(own)
      : appendToList(textOf(own), 'exceptions', exceptionItems(entries, terms));
  return [...(dropped.length === 0 ? [] : [fixed(acceptedFileName, kept, dropped)]), fixed(own, after, said)];
}

const fails: ReadonlySet<string> = new Set(['missing-scope', 'wrong-token']);

function sentences({ entries, findings, notes, refused }: Acceptable, { until }: Terms): readonly string[] {
  const taken =
    entries.length === 0
      ? 'there is nothing to accept'
      : `accepted ${count(findings, 'finding')} until ${until}, in ${entries.length === 1 ? '1 entry' : `${entries.length} entries`}`;
  const [failing, mended] = [
    refused.filter((rule) => fails.has(rule)),
    refused.filter((rule) => !fails.has(rule)),
  ];
  const stays = [
    ...(failing.length === 0
      ? []
      : [`${failing.join(' and ')} cannot be accepted: the call fails at run time`]),
    ...(mended.length === 0 ? [] : [`${mended.join(', ')} cannot be accepted: mend what it names`]),
  ];
  return [
    taken,
    ...stays,
    ...(notes === 0
      ? []
      : [`left ${count(notes, 'note')} out, which fail nothing; --notes accepts them too`]),
  ];
}
