/** A path that is relative to a file's folder, as one from the same root as that file's: `docs/a.md`, `../b.md`. */
export function fromFolderOf(file: string, path: string): string {
  const steps: string[] = file.split('/').slice(0, -1);
  for (const step of path.split('/')) {
    if (step === '' || step === '.') continue;
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop();
    else steps.push(step);
  }
  return steps.join('/');
}
