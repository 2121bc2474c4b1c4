// A project that is edited at random and analysed after each edit: by a run that takes up the last one, and by one from nothing.
// Plain JavaScript, because scripts/edits.mjs does the same with projects of any size.
import process from 'node:process';
import { randomOf } from '../oracle/programs.mjs';
import { randomEdit } from './random-edit.mjs';

/**
 * `request` asks for an analysis of files on a disk. Yields, edit by edit, the file and what both runs came to as text: the
 * same, if all is well.
 */
export function* editedRuns({ analyze, createWorkspaceMemory, request, seed, edits }) {
  const random = randomOf(seed);
  const { root, files: disk } = request;
  const listed = disk.listFiles(root);
  const edited = new Map();
  const files = {
    ...disk,
    readMany: undefined,
    listFiles: (folder) => (folder === root ? listed : disk.listFiles(folder)),
    readFile: (path) => edited.get(path)?.text ?? disk.readFile(path),
    stamp: (path) => (edited.has(path) ? `edit ${edited.get(path).edit}` : 'as it was'),
  };
  const [live, facts] = [createWorkspaceMemory({ runs: new Map() }), createWorkspaceMemory()];
  analyze({ ...request, files, memory: live });
  for (let edit = 1; edit <= edits; edit += 1) {
    const path = listed[Math.floor(random() * listed.length)];
    const isUndone = edited.has(path) && random() < 0.25;
    const text = isUndone ? disk.readFile(path) : randomEdit(files.readFile(path) ?? '', random);
    edited.set(path, { text, edit });
    for (const memory of [live, facts]) memory.forget(path);
    const takenUp = timed(() => analyze({ ...request, files, memory: live }));
    const anew = timed(() => analyze({ ...request, files, memory: facts }));
    yield {
      path,
      texts: [takenUp.answer, anew.answer].map(answerOf),
      times: [takenUp.time, anew.time],
    };
  }
}

function timed(work) {
  const start = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(start);
  return { answer, time: (user + system) / 1000 };
}

/** All but the counters, which tell of the work that was saved. */
function answerOf({ needs, evidence, findings, directives }) {
  return JSON.stringify({ needs, evidence, findings, directives });
}
