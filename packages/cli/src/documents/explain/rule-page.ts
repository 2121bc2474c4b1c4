import type { RuleInfo } from '@leastscope/analyzer';
import { documentUrl } from '../../host/about.js';
import type { Page } from './page.js';

export function rulePage({ id, title, defaultSeverity, horizon, why, fix, docs }: RuleInfo): Page {
  const where = wheres[horizon];
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

const wheres: Readonly<Record<RuleInfo['horizon'], string>> = {
  file: 'in the editor and on the command line',
  'file-and-callers':
    'in the editor and on the command line; on the command line only where callers hand the data to the file',
  project: 'on the command line only',
};
