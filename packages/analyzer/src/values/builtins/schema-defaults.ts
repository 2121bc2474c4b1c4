import { certain } from '../guarded.js';
import type { Interpreter } from '../interpreter.js';
import { unknownValue } from '../unknown.js';
import type { Guarded, Argument, ExternalValue } from '../value.js';

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
  interpreter: Interpreter,
  callee: ExternalValue,
  args: readonly Argument[],
  id: string,
): readonly Guarded[] | null {
  if (!schemaPackages.has(callee.package)) return null;
  const name = callee.path.at(-1) ?? '';
  if (name === 'object' || name === 'cleanEnv' || name === 'createEnv') {
    const shape = name === 'cleanEnv' ? args[1] : args[0];
    return shape === undefined ? null : schema(interpreter, { shape }, id);
  }
  if (name === 'str' || name === 'url' || name === 'host') {
    const options = args[0]?.()[0]?.value;
    if (options?.kind === 'object') return schema(interpreter, { default: () => options.get('default') }, id);
  }
  return schema(interpreter, {}, id);
}

interface SchemaParts {
  readonly shape?: Argument;
  readonly default?: Argument;
}

function schema(interpreter: Interpreter, parts: SchemaParts, id: string): readonly Guarded[] {
  const get = (name: string): readonly Guarded[] => {
    if (parts.shape !== undefined) {
      const field = parts.shape().flatMap(({ value }) => (value.kind === 'object' ? value.get(name) : []));
      if (field.some(({ value }) => value.kind === 'object'))
        return field.flatMap(({ value }) => parsedField(interpreter, value, name));
    }
    return certain({ kind: 'absent' });
  };
  return certain({
    kind: 'object',
    id: `schema ${id}`,
    get: (name) => schemaMethod(interpreter, parts, name, id) ?? get(name),
    keys: () => [],
  });
}

function parsedField(interpreter: Interpreter, field: Guarded['value'], name: string): readonly Guarded[] {
  const environment = certain(unknownValue(name, 'it comes from the environment', { environment: true }));
  const fallback = interpreter.member(field, '#default').filter(({ value }) => value.kind !== 'absent');
  return [...environment, ...fallback];
}

function schemaMethod(
  interpreter: Interpreter,
  parts: SchemaParts,
  name: string,
  id: string,
): readonly Guarded[] | null {
  if (name === '#default') return parts.default?.() ?? certain({ kind: 'absent' });
  if (name === 'data') return schema(interpreter, parts, id);
  return null;
}

/** Methods of a schema: `default` sets the default, all others leave it what it is. Null when it is no schema. */
export function schemaMethodResult(
  interpreter: Interpreter,
  self: Guarded['value'],
  name: string,
  args: readonly Argument[],
): readonly Guarded[] | null {
  if (self.kind !== 'object' || !self.id.startsWith('schema ')) return null;
  const id = self.id.slice('schema '.length);
  if ((name === 'default' || name === 'catch' || name === 'prefault') && args[0] !== undefined)
    return schema(interpreter, { default: args[0] }, id);
  return certain(self);
}
