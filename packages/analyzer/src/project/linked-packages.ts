/** Packages that a package.json takes from the same repository: `workspace:*`, `link:../lib`, `file:../lib`, `*`. Sorted. */
export function linkedPackages(text: string | null): readonly string[] {
  const content = parse(text);
  if (typeof content !== 'object' || content === null) return [];
  const { dependencies, devDependencies } = content as Record<string, unknown>;
  return Object.entries({ ...tableOf(devDependencies), ...tableOf(dependencies) })
    .filter(
      ([, version]) =>
        typeof version === 'string' && /^(?:(?:workspace|link|portal|file):|\*$)/.test(version),
    )
    .map(([name]) => name)
    .sort();
}

function tableOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

function parse(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
