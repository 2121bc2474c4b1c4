import { writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { it } from 'vitest';
import { changeLists, programs } from './arbitrary.js';
import { usesOf } from './program.js';
import { render } from './render.js';
import { analyzeSources, openIn, printSources, usedBy } from './run.js';

it.skipIf(!process.env['EXPLORE'])('explore', () => {
  const found = new Map<string, { count: number; text: string }>();
  const rounds = Number(process.env['EXPLORE']);
  for (let seed = 1; seed <= rounds; seed += 1) {
    const run = (withChanges: boolean) =>
      fc.check(
        fc.property(programs, withChanges ? changeLists : fc.constant([]), (program, changes) => {
          const changed = changes.reduce((c, { apply }) => apply(c), program);
          const sources = render(changed);
          let result: unknown;
          try {
            const { needs } = analyzeSources(sources);
            const got = JSON.stringify([usedBy(needs), openIn(needs), needs.unread]);
            if (got === JSON.stringify([usesOf(changed), [], []])) return;
            result = got + '\nexpected ' + JSON.stringify(usesOf(changed));
          } catch (error) {
            result = error instanceof Error ? error.stack?.split('\n').slice(0, 5).join('\n') : error;
          }
          throw new Error(`${changes.map((c) => c.name).join(' | ')}\n${printSources(sources)}=> ${String(result)}`);
        }),
        { seed, numRuns: 25 },
      );
    for (const details of [run(false), run(true)]) {
      if (!details.failed) continue;
      const text = details.errorInstance instanceof Error ? details.errorInstance.message : String(details.error);
      const key = text.replace(/\/[\w{}$/-]+/g, '/').replace(/\d+/g, '');
      const known = found.get(key);
      found.set(key, { count: (known?.count ?? 0) + 1, text });
    }
  }
  const all = [...found.values()].sort((a, b) => b.count - a.count);
  writeFileSync('/tmp/explore.txt', all.map(({ count, text }) => `##### ${count}x\n${text}\n`).join('\n'));
  console.log(all.length, 'distinct', all.reduce((a, b) => a + b.count, 0), 'of', rounds * 2);
}, 600_000);
