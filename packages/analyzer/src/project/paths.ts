/** The folder of a relative path, `''` for the root. */
export function parentOf(path: string): string {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}

/** Joins and normalises relative paths; `..` above the root is kept, so that nothing outside is found by accident. */
export function joinPath(folder: string, path: string): string {
  const parts: string[] = [];
  for (const part of `${folder}/${path}`.split('/')) {
    if (part === '' || part === '.') continue;
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else parts.push(part);
  }
  return parts.join('/');
}

/** Absolute: a path relative to the root, which may lead out of it (`../../packages/lib/a.ts`). */
export function absolutePath(root: string, path: string): string {
  if (!path.startsWith('..')) return path === '' ? root : `${root}/${path}`;
  const steps = path.split('/');
  const up = steps.findIndex((step) => step !== '..');
  const climbed = up === -1 ? steps.length : up;
  const folders = root.split('/');
  return [...folders.slice(0, Math.max(1, folders.length - climbed)), ...steps.slice(climbed)].join('/');
}

/** The other way round; both absolute. `''` for the root itself. */
export function relativePath(root: string, path: string): string {
  if (path === root) return '';
  if (path.startsWith(`${root}/`)) return path.slice(root.length + 1);
  const [from, to] = [root.split('/'), path.split('/')];
  const first = from.findIndex((part, index) => part !== to[index]);
  const shared = first === -1 ? from.length : first;
  return [...from.slice(shared).map(() => '..'), ...to.slice(shared)].join('/');
}

/** Whether a path relative to the root leads out of it. */
export function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../');
}
