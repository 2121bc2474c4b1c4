import { readFileSync } from 'node:fs';
import { it } from 'vitest';
import { analyzeSources, openIn, usedBy } from './run.js';
it.skipIf(!process.env['TRY'])('try', () => {
  for (const one of readFileSync(process.env['TRY'] ?? '', 'utf8').split(/^=====.*\n/m)) {
    const sources: Record<string, string> = {};
    for (const part of one.split(/^--- /m).filter((t) => t.trim() !== '')) {
      const end = part.indexOf('\n');
      sources[part.slice(0, end).trim()] = part.slice(end + 1);
    }
    try {
      const { needs } = analyzeSources(sources);
      console.log(JSON.stringify([usedBy(needs), openIn(needs), needs.unreached.map((u) => u.place.start.line + u.reason), needs.unread]));
    } catch (error) {
      console.log(error instanceof Error ? error.stack?.split('\n').slice(0, 6).join('\n') : error);
    }
  }
}, 600_000);
