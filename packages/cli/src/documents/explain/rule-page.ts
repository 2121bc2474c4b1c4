import type { RuleInfo } from '@leastscope/analyzer';
import { documentUrl } from '../../host/about.js';
import type { Page } from './page.js';

export function rulePage({ id, title, defaultSeverity, scope, why, fix, docs }: RuleInfo): Page {
  const where = scope === 'file' ? 'in the editor and on the command line' : 'on the command line only';
  return {
    title: id,
    subtitle: `rule, ${defaultSeverity} by default, ${where}`,
    paragraphs: [title, why, fix],
    lists: [
      {
        title: 'To silence one finding, with a reason',
        items: [[`// leastscope-ignore-next-line ${id} -- reason`]],
      },
    ],
    sources: [documentUrl(docs)],
  };
}
