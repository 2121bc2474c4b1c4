import { only } from './alternatives.js';
import type { Linker } from './linker.js';
import { hole } from './text.js';
import type { Alternative, Argument, ExternalValue } from './value.js';

const schemaPackages = new Set([
  'zod',
  'zod/v4',
  'zod/mini',
  'valibot',
  'envalid',
  '@t3-oss/env-nextjs',
  '@t3-oss/env-core',
  'yup',
  'joi',
]);

/**
 * Schemas are followed for their defaults only: `z.object({ HOST: z.string().default('https://…') }).parse(env).HOST`
 * stands for the default, or for what the environment says. A schema is kept as an object with its default under
 * `default` and its shape under `shape`.
 */
export function schemaResult(
  linker: Linker,
  callee: ExternalValue,
  args: readonly Argument[],
  id: string,
): readonly Alternative[] | null {
  if (!schemaPackages.has(callee.package)) return null;
  const name = callee.path.at(-1) ?? '';
  if (name === 'object' || name === 'cleanEnv' || name === 'createEnv') {
    const shape = name === 'cleanEnv' ? args[1] : args[0];
    return shape === undefined ? null : schema(linker, { shape }, id);
  }
  if (name === 'str' || name === 'url' || name === 'host') {
    const options = args[0]?.()[0]?.value;
    if (options?.kind === 'object') return schema(linker, { default: () => options.get('default') }, id);
  }
  return schema(linker, {}, id);
}

interface SchemaParts {
  readonly shape?: Argument;
  readonly default?: Argument;
}

function schema(linker: Linker, parts: SchemaParts, id: string): readonly Alternative[] {
  const get = (name: string): readonly Alternative[] => {
    if (parts.shape !== undefined) {
      const field = parts.shape().flatMap(({ value }) => (value.kind === 'object' ? value.get(name) : []));
      if (field.some(({ value }) => value.kind === 'object'))
        return field.flatMap(({ value }) => parsedField(linker, value, name));
    }
    return only({ kind: 'absent' });
  };
  return only({
    kind: 'object',
    id: `schema ${id}`,
    get: (name) => schemaMethod(linker, parts, name, id) ?? get(name),
    keys: () => [],
  });
}

function parsedField(linker: Linker, field: Alternative['value'], name: string): readonly Alternative[] {
  const environment = only(hole(name, 'it comes from the environment', { environment: true }));
  const fallback = linker.member(field, '#default').filter(({ value }) => value.kind !== 'absent');
  return [...environment, ...fallback];
}

function schemaMethod(
  linker: Linker,
  parts: SchemaParts,
  name: string,
  id: string,
): readonly Alternative[] | null {
  if (name === '#default') return parts.default?.() ?? only({ kind: 'absent' });
  if (name === 'data') return schema(linker, parts, id);
  return null;
}

/** Methods of a schema: `default` sets the default, all others leave it what it is. Null when it is no schema. */
export function schemaMethodResult(
  linker: Linker,
  self: Alternative['value'],
  name: string,
  args: readonly Argument[],
): readonly Alternative[] | null {
  if (self.kind !== 'object' || !self.id.startsWith('schema ')) return null;
  const id = self.id.slice('schema '.length);
  if ((name === 'default' || name === 'catch' || name === 'prefault') && args[0] !== undefined)
    return schema(linker, { default: args[0] }, id);
  return only(self);
}
