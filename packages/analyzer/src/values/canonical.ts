import type { Expression } from '../model/facts.js';

/** An expression without its places: the same for two looks at the same thing. */
export function canonical(expression: Expression): string {
  return JSON.stringify(expression, (name, part: unknown) =>
    name === 'span' || name === 'at' ? undefined : part,
  );
}
