import { unifiedDiff } from '../../text/diff.js';
import { visible } from '../../text/visible.js';
import { count } from '../../text/words.js';
import type { Mended, MendedFile } from './mended.js';

/** What was done, or with `dry-run` the difference, as `git apply` takes it. */
export function tellMended(
  { files }: Mended,
  folder: string,
  { mode }: { readonly mode: 'write' | 'dry-run' },
): string {
  return textOf(
    files.flatMap((one) => (mode === 'dry-run' ? differenceOf(one, folder) : sentencesOf(one, folder))),
  );
}

/** Why something was left alone, and how much is left. */
export function tellLeft(mended: Mended, folder: string): string {
  const refused = mended.refused.map(
    ({ operation: { rule, finding }, reason }) =>
      `${folder}${finding.file}:${String(finding.start.line)}: left alone (${rule}): ${reason}`,
  );
  return textOf([...refused, summaryOf(mended)]);
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${visible(line.replace(/\r$/, ''))}\n`).join('');
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
