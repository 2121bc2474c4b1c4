import { definitionOf } from '../walk/definition-of.js';
import type { CallFact, Expression } from '../model/facts.js';
import type { Program } from '../model/program.js';

/** Calls that define a table or a model by its name: `pgTable('orders', …)`, `mongoose.model('Order', schema)`. */
const definers =
  /^(?:pgTable|mysqlTable|sqliteTable|singlestoreTable|gelTable|table|model|define|discriminator|schema|addModel)$/;
/** Longer ways from a name to its definition are not followed. */
const wayLimit = 8;

/**
 * The name under which a database knows what an expression stands for: the text that defines a table or a model, or the
 * name of the class that stands for its rows. Null where that is not seen.
 */
export function definedName(
  program: Program,
  file: string,
  expression: Expression,
  length = 0,
): string | null {
  if (length > wayLimit) return null;
  const next = (value: Expression, at = file): string | null => definedName(program, at, value, length + 1);
  switch (expression.kind) {
    case 'name':
    case 'import': {
      const found = definitionOf(program.modules, file, expression);
      return found === null ? null : next(found.value, found.file);
    }
    case 'fallback':
      return next(expression.value) ?? next(expression.otherwise);
    case 'member':
      return memberName(program, file, expression, length + 1);
    case 'call':
      return nameIn(program, file, program.facts(file)?.calls[expression.call]);
    case 'class':
      return program.facts(file)?.classes[expression.class]?.name ?? null;
    default:
      return null;
  }
}

/** `mongoose.models.Order`, `schema.orders`: a member of a module, or of a registry of models. */
function memberName(
  program: Program,
  file: string,
  { object, name }: Extract<Expression, { kind: 'member' }>,
  length: number,
): string | null {
  if (object.kind === 'member' && object.name === 'models') return name;
  if (object.kind !== 'import' || object.name !== '*') return null;
  return definedName(program, file, { ...object, name }, length);
}

function nameIn(program: Program, file: string, call: CallFact | undefined): string | null {
  if (call === undefined) return null;
  const called = call.callee.kind === 'member' ? call.callee.name : call.calleeText;
  const [first] = call.args;
  if (first === undefined || !definers.test(called)) return null;
  const texts = program.textsOf(file, call.function, first.value);
  return texts?.length === 1 ? (texts[0] ?? null) : null;
}
