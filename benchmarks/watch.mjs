// How long after a save `check --watch` has its answer.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { median } from './measure.mjs';

/** Milliseconds from each save to the answer, the median of some, by what the saved file is. `files`: `[what, path]`. */
export async function timesOfWatch(program, checkout, files, runs) {
  const child = spawn(process.execPath, [program, 'check', '--watch', '--cwd', checkout], { cwd: checkout });
  await once(child.stdout, 'data');
  const found = [];
  for (const [what, file] of files) {
    const times = [];
    for (let run = 0; run <= runs; run += 1) {
      await setTimeout(1000);
      const text = readFileSync(join(checkout, file), 'utf8');
      const saved = performance.now();
      writeFileSync(join(checkout, file), `${text}// ${run}\n`);
      await once(child.stdout, 'data');
      if (run > 0) times.push(performance.now() - saved);
    }
    found.push([what, median(times)]);
  }
  child.kill();
  return found;
}
