import { unifiedDiff } from '../../text/diff.js';
import { visible } from '../../text/visible.js';
import { count } from '../../text/words.js';
import type { Mended, MendedFile } from './mended.js';

/** What was done, or with `dry-run` the difference, as `git apply` takes it; why something was not, and what is left. */
export function tellMended(
  mended: Mended,
  folder: string,
  { mode }: { readonly mode: 'write' | 'dry-run' },
): string {
  const lines = mended.files.flatMap((one) =>
    mode === 'dry-run' ? differenceOf(one, folder) : sentencesOf(one, folder),
  );
  const refused = mended.refused.map(
    ({ operation: { rule, finding }, reason }) =>
      `${folder}${finding.file}:${String(finding.start.line)}: left alone (${rule}): ${reason}`,
  );
  const all = [...lines, ...(mode === 'dry-run' ? [] : [...refused, summaryOf(mended)])];
  return all.map((line) => `${visible(line.replace(/\r$/, ''))}\n`).join('');
}

function differenceOf({ file, before, after }: MendedFile, folder: string): readonly string[] {
  return unifiedDiff(folder + file, before, after);
}

function sentencesOf({ done }: MendedFile, folder: string): readonly string[] {
  return done.map(({ file, finding, rule, title }) => {
    const at = finding.file === file ? `${file}:${String(finding.start.line)}` : file;
    return `${folder}${at}: ${title} (${rule})`;
  });
}

function summaryOf({ files, refused, notAsked, left }: Mended): string {
  const done = files.reduce((sum, one) => sum + one.done.length, 0);
  const parts = [
    done === 0 ? 'nothing changed' : `${count(done, 'change')} in ${count(files.length, 'file')}`,
    ...(notAsked.length > 0 ? [`${String(notAsked.length)} more with --unsafe`] : []),
    ...(refused.length + left.length > 0
      ? [`${count(refused.length + left.length, 'finding')} that no fix fits`]
      : []),
  ];
  return `${parts.join('; ')}.`;
}
