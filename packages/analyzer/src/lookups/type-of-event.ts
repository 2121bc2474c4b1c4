import type { Expression, FileFacts } from '../model/facts.js';
import { isTypeName } from './is-type-name.js';
import { nameOfValue } from './name-of-value.js';

/** Whether a value is the type of an event: `message.type`, `type`, `Number(message.type)`. */
export function isTypeOfEvent(facts: FileFacts, expression: Expression, typeOfPlatform: string): boolean {
  if (expression.kind === 'call') {
    const { args } = facts.calls[expression.call] ?? { args: [] };
    return args.length === 1 && args[0] !== undefined && isTypeOfEvent(facts, args[0].value, typeOfPlatform);
  }
  const name = nameOfValue(facts, expression);
  return name !== null && (name === typeOfPlatform || isTypeName(name));
}
