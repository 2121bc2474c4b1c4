import { spotText } from '../cells/cell.js';
import { openHandOvers, type Dossier } from '../dossier/dossier.js';
import { spotOf } from '../cells/cell.js';
import { escapeHtml } from '../faces/html.js';

/** What the analysis did not understand, so that silence is not taken for a "none". */
export function limitsHtml(dossier: Dossier): string {
  const { analysis, broken, claims, unseen } = dossier;
  const { coverage, open, unread } = analysis.needs;
  const sentences = [
    `${coverage.resolved} calls were resolved to their endpoints; ${coverage.open} stayed open.`,
    `${unread.length} files could not be read.`,
    unseen === null
      ? `${openHandOvers(dossier).length} times personal data is handed to code that cannot be seen into and that the declaration does not name.`
      : `Where personal data goes is not known: ${unseen}.`,
    ...(claims.file === null
      ? ['There is no declaration, or none that could be read: everything that it would say is missing.']
      : []),
    ...(broken.length === 0
      ? []
      : [
          `Parts of the declaration are mistaken and were left out: ${broken.join(', ')}. leastscope check lists the mistakes.`,
        ]),
    'Other programs, services that are not in this repository, logs of the platform that it runs on, and what people do by hand are not seen.',
  ];
  const details = [
    ...open.map(({ place, reason }) => `${spotText(spotOf(place))}: ${reason}`),
    ...unread.map(({ file, reason }) => `${file}: ${reason}`),
  ];
  const list = details.map((one) => `<li>${escapeHtml(one)}</li>`).join('');
  const proof =
    list === ''
      ? ''
      : `<details><summary>The open calls and unread files</summary><ul>${list}</ul></details>`;
  return `<ul>${sentences.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>${proof}`;
}
