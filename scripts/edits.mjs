// Edits a project at random, in memory, and analyses it after each edit twice: by a run that takes up the last one, and by one from
// nothing. Both have to say the same, to the byte.
//
//   node scripts/edits.mjs FOLDER… [--edits 100] [--seed 1]
//
// Needs a built checkout. Exits with 1 where they differ.
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { analyze, parseDeclaration } from '../packages/analyzer/dist/index.js';
import { createDiskFiles, createWorkspaceMemory } from '../packages/analyzer/dist/disk/index.js';
import { requestOfStory } from '../packages/analyzer/test/flow-cases.mjs';
import { editedRuns } from '../packages/analyzer/test/generate/edited-runs.mjs';
import { loadCatalog } from '../packages/scope-catalog/dist/index.js';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { edits: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
});
const [edits, seed] = [values.edits, values.seed].map(Number);
const catalog = loadCatalog();

for (const folder of positionals) {
  const request = requestOfStory(resolve(folder), { parseDeclaration, files: createDiskFiles(), catalog });
  const times = [[], []];
  let different = 0;
  for (const run of editedRuns({ analyze, createWorkspaceMemory, request, seed, edits })) {
    run.times.forEach((time, which) => times[which].push(time));
    if (run.texts[0] === run.texts[1]) continue;
    different += 1;
    if (different === 1) console.log(`${run.path}\n  ${firstDifference(...run.texts)}`);
  }
  const [takenUp, anew] = times.map((all) => Math.round(median(all)));
  console.log(
    `${folder}: ${edits} edits, ${different} different; median ${takenUp} ms taken up, ${anew} ms from nothing`,
  );
  if (different > 0) process.exitCode = 1;
}

function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function firstDifference(one, other) {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  return [one, other].map((text) => text.slice(Math.max(0, at - 60), at + 120)).join('\n  ');
}
