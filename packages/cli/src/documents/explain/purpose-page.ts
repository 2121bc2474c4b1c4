import type { Purpose } from '@leastscope/scope-catalog';
import { sourcesOf } from './describe.js';
import type { Page } from './page.js';

export function purposePage(purpose: Purpose): Page {
  return {
    title: purpose.kind,
    subtitle: `purpose, ${purpose.access.includes('write') ? 'reads and writes' : 'reads'}`,
    paragraphs: [purpose.title, purpose.definition, purpose.advice],
    lists: [
      { title: 'Needs data of these categories', items: purpose.needs.map((id) => [id]) },
      { title: 'May ask for these with a reason (also)', items: purpose.optional.map((id) => [id]) },
      { title: 'Never needs', items: purpose.never.map((id) => [id]) },
    ],
    sources: sourcesOf(purpose),
  };
}
