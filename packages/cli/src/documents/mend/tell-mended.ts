import { patchText, unifiedDiff } from '../../text/diff.js';
import { visible } from '../../text/visible.js';
import { count } from '../../text/words.js';
import type { Mended, MendedFile } from './mended.js';

/** What was done, or with `dry-run` the difference, as `git apply` takes it. */
export function tellMended(
  { files, created }: Mended,
  folder: string,
  { mode }: { readonly mode: 'write' | 'interactive' | 'dry-run' },
): string {
  if (mode !== 'dry-run')
    return textOf([
      ...files.flatMap((one) => sentencesOf(one, folder)),
      ...created.map(({ file, title, rule }) => `${folder}${file}: ${title} (${rule})`),
    ]);
  return patchText([
    ...files.flatMap((one) => unifiedDiff(folder + one.file, one.before, one.after)),
    ...created.flatMap((one) => newFile(folder + one.file, one.text)),
  ]);
}

/** One change, as `git apply` takes it; of a new file `before` is null. */
export function tellChange(file: string, before: string | null, after: string): string {
  return patchText(before === null ? newFile(file, after) : unifiedDiff(file, before, after));
}

function newFile(file: string, text: string): readonly string[] {
  return ['--- /dev/null', ...unifiedDiff(file, '', text).slice(1)];
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
  return lines.map((line) => `${visible(line)}\n`).join('');
}

function sentencesOf({ done }: MendedFile, folder: string): readonly string[] {
  return done.map(({ file, finding, rule, title }) => {
    const at = finding.file === file ? `${file}:${String(finding.start.line)}` : file;
    return `${folder}${at}: ${title} (${rule})`;
  });
}

function summaryOf({ files, created, refused, notAsked, left }: Mended): string {
  const done = files.reduce((sum, one) => sum + one.done.length, 0);
  const parts = [
    done === 0
      ? created.length === 0
        ? 'nothing changed'
        : 'nothing else changed'
      : `${count(done, 'change')} in ${count(files.length, 'file')}`,
    ...(created.length > 0 ? [count(created.length, 'new file')] : []),
    ...(notAsked.length > 0 ? [`${String(notAsked.length)} more with --unsafe`] : []),
    ...(refused.length + left.length > 0
      ? [`${count(refused.length + left.length, 'finding')} that no fix fits`]
      : []),
  ];
  return `${parts.join('; ')}.`;
}
