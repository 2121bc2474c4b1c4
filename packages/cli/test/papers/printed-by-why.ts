import type { Dossier } from '@leastscope/documents';
import type { Answer } from '../../src/documents/why/answer.js';
import type { Asked } from '../../src/documents/why/ask.js';
import { findSubject } from '../../src/documents/why/find-subject.js';
import { answerAsText } from '../../src/documents/why/print-answer.js';
import { whyCategory } from '../../src/documents/why/why-category.js';
import { whyEndpoint } from '../../src/documents/why/why-endpoint.js';
import { whyPlace } from '../../src/documents/why/why-place.js';
import { whyScope } from '../../src/documents/why/why-scope.js';
import { plainLayout } from '../../src/text/layout.js';

/** `file:line` of every place that `why` prints when it is asked about all that the papers name. */
export function printedByWhy(dossier: Dossier): ReadonlySet<string> {
  const { analysis, catalog, purposeOf, purposesOf } = dossier;
  const asked: Asked = { analysis, catalog, includeTests: false, purposeOf, purposesOf };
  const texts = subjectsOf(dossier).flatMap((word) => {
    const answer = answerTo(word, asked);
    if (answer === null) throw new Error(`why knows nothing of ${word}`);
    return [answerAsText(answer, 'declared', plainLayout)];
  });
  const places = texts.flatMap((text) => [...text.matchAll(/([\w./@-]+:\d+):\d+/g)].map(([, at = '']) => at));
  return new Set(places);
}

function answerTo(word: string, asked: Asked): Answer | null {
  const subject = findSubject(word, asked.catalog);
  if (subject.kind === 'scope') return whyScope(subject.scope, asked);
  if (subject.kind === 'category') return whyCategory(subject.category, asked);
  return subject.kind === 'endpoint' ? whyEndpoint(subject.endpoint, asked) : whyPlace(word, asked);
}

function subjectsOf({ analysis, data, evidence, recipients, stores }: Dossier): readonly string[] {
  const { scopes, uses } = analysis.needs;
  return [
    ...data.map(({ category }) => category),
    ...scopes.map(({ scope }) => scope),
    ...uses.flatMap(({ endpoint }) => endpoint ?? []),
    ...[...recipients, ...stores].map(({ key }) => key),
    ...evidence.stores.map(({ name }) => name),
    ...evidence.recipients.flatMap(({ host, name }) => [name, host ?? name]),
    ...evidence.handOvers.map(({ to }) => to),
    ...evidence.security.map(({ what }) => what),
  ];
}
