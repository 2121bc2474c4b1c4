/**
 * A path of the declaration, which is relative to the declaration's folder, as one of the project. An address of the
 * web stays as it is.
 */
export function inProject(path: string | null, declaration: string): string | null {
  if (path === null || /^https?:/.test(path)) return path;
  const folder = declaration.slice(0, declaration.lastIndexOf('/') + 1);
  return `${folder}${path.replace(/^(?:\.\/)+/, '')}`;
}
