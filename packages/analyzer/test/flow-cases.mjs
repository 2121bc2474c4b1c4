// Stories of fixtures/data-flows: what each reads of responses and where they go stands in its sources as `// => …`.
// Plain JavaScript, because scripts/accuracy.mjs reads the same cases without a compiler.
import { existsSync, readFileSync } from 'node:fs';
import { expectedMarks, fixtures, placeText, subfolders } from './fixture-marks.mjs';

const stories = `${fixtures}/data-flows`;

/** Every story, by name. */
export function loadFlowCases() {
  return subfolders(stories).map((name) => {
    const root = `${stories}/${name}`;
    const story = JSON.parse(readFileSync(`${root}/story.json`, 'utf8'));
    return { name, root, ...story, expected: expectedMarks(root) };
  });
}

/** The analysis of a story by its own declaration, where it has one; without one nothing is judged. */
export function analyzeStory(root, { analyze, ...tools }) {
  return analyze(requestOfStory(root, tools));
}

/** What is asked about a story. */
export function requestOfStory(root, { parseDeclaration, files, catalog }) {
  const name = 'scope-declaration.yaml';
  const declared = existsSync(`${root}/${name}`)
    ? parseDeclaration(readFileSync(`${root}/${name}`, 'utf8'), name, catalog)
    : { declaration: null, mistakes: [] };
  return {
    root,
    files,
    catalog,
    ...declared,
    includeTests: false,
    asOf: '2026-01-01',
    severities: {},
    seeds: null,
  };
}

const verbs = {
  stored: 'stores',
  logged: 'logs',
  sent: 'sends',
  returned: 'returns',
  serialised: 'serialises',
  escaped: 'loses',
};

/**
 * What an analysis found, in the same form: `src/a.ts:3 reads buyer.phone`, `src/a.ts:4 logs orders[]`. Fields are named by
 * their category where they have one; records on the way to a field are left out.
 */
export function flowMarks({ needs, findings }) {
  const reads = needs.reads.filter(({ part }) => part.kind === 'field');
  const marks = [
    ...reads.map((read) => `${placeText(read.place)} reads ${nameOf(read)}${handed(read)}`),
    ...needs.outflows.map(
      (flow) => `${placeText(flow.place)} ${verbs[flow.to]} ${nameOf(flow)}${recipient(flow)}${handed(flow)}`,
    ),
    ...findings.filter(isOfData).map(({ place, rule }) => `${placeText(place)} ! ${rule}`),
  ];
  return [...new Set(marks)].sort();
}

function nameOf({ part }) {
  if (part.kind === 'field' && part.categories.length > 0) return part.categories.join(', ');
  return part.path === 'data' ? 'the answer' : part.path.replace(/^data\./, '');
}

function recipient({ recipient: host }) {
  return host === null ? '' : ` to ${host}`;
}

function handed({ enteredBy: place, isBeyondImports }) {
  if (isBeyondImports) return ' from afar';
  return place === null ? '' : ` for ${placeText(place)}`;
}

/** What is judged of data; notes, which ask for nothing, are left out. */
function isOfData({ rule, severity }) {
  if (severity === 'note') return false;
  return ['field-not-allowed', 'whole-record-kept', 'personal-data-logged', 'token-exposed'].includes(rule);
}
