import type { UnknownValue, Value } from './value.js';

const noValue = 'no value is given';

/** Whether it stands for nothing: code that comes there with it asks for no path that anybody means. */
export function isNoValue({ reason }: UnknownValue): boolean {
  return reason === noValue;
}

/** What a value that is no string, or not known, stands for inside one. */
export function asUnknown(value: Value): UnknownValue {
  if (value.kind === 'unknown') return value;
  if (value.kind === 'external') {
    const environment = isEnvironment(value.path) && value.package === 'global';
    const name = value.path.filter((part) => part !== '()').at(-1) ?? 'value';
    if (value.package !== 'global' && !value.path.includes('()')) {
      return unknownValue(
        name,
        `\`${name}\` comes from \`${value.package}\`, which is not part of the project`,
        {
          settledBy: 'elsewhere',
        },
      );
    }
    return unknownValue(
      name,
      `\`${value.path.join('.').replaceAll('.()', '()')}\` is not known before run time`,
      {
        environment,
      },
    );
  }
  if (value.kind === 'absent') return unknownValue('undefined', noValue);
  return unknownValue('value', `it is ${describe(value)}, not text`);
}

function isEnvironment(path: readonly string[]): boolean {
  const name = path.join('.');
  return name.startsWith('process.env') || name.startsWith('import.meta') || name.startsWith('Deno.env');
}

function describe(value: Value): string {
  return value.kind === 'array' || value.kind === 'object' ? `an ${value.kind}` : `a ${value.kind}`;
}

/** An unknown that nobody can settle, unless said otherwise. */
export function unknownValue(name: string, reason: string, more?: Partial<UnknownValue>): UnknownValue {
  const unknown: UnknownValue = {
    kind: 'unknown',
    name,
    reason,
    settledBy: 'nobody',
    owner: null,
    environment: false,
    trail: [],
  };
  return more === undefined ? unknown : { ...unknown, ...more };
}
