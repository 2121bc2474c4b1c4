import type { CallFact, Expression, FileFacts } from '../../model/facts.js';
import type { Program } from '../../model/program.js';
import { own } from '../../util/own.js';
import { importedValue } from '../../walk/find-export.js';

/** A statement and where it stands, for asking what its text is. */
export interface StandingStatement {
  readonly file: string;
  readonly inside: number | null;
  readonly value: Expression;
}

/** Methods that make a statement of a text, to be run later: of SQLite's drivers, of D1, of mysql2. */
const prepares = /^(?:prepare|prepareSync|prepareStatement|query)$/;
/** Methods that hand values to such a statement. */
const takesValues = /^(?:run|runAsync|get|all|each|iterate|values|execute|executeAsync|first|raw|bind)$/;
/** Methods that give the same statement once more. */
const givesItself = /^(?:bind|pluck|raw|expand|safeIntegers|setReadBigInts|setAllowBareNamedParameters)$/;

/** Longer and wider ways from a statement to where it is prepared are not followed. */
const wayLimit = 24;

/**
 * The statements that a call may hand its arguments to, where it is called on one that was prepared:
 * `db.prepare('insert into …').run(order)`, `insert.run(order)`, `env.DB.prepare('…').bind(order)`.
 */
export function preparedStatements(
  program: Program,
  file: string,
  call: CallFact,
): readonly StandingStatement[] {
  const { callee } = call;
  if (callee.kind !== 'member' || !takesValues.test(callee.name)) return [];
  return preparedBy({ program, file, inside: call.function, seen: new Set() }, callee.object);
}

interface At {
  readonly program: Program;
  readonly file: string;
  readonly inside: number | null;
  /** What was asked already: variables may be made of each other. */
  readonly seen: Set<Expression>;
}

function preparedBy(at: At, of: Expression): readonly StandingStatement[] {
  const facts = at.program.facts(at.file);
  if (facts === null || at.seen.has(of) || at.seen.size > wayLimit) return [];
  at.seen.add(of);
  const from = (next: Expression): readonly StandingStatement[] => preparedBy(at, next);
  switch (of.kind) {
    case 'call':
      return byCall(at, facts.calls[of.call], from);
    case 'name': {
      const bound = facts.bindings[of.binding];
      const written = bound?.writes.filter(({ operator, path }) => operator === 'set' && path.length === 0);
      return [bound?.value ?? null, ...(written ?? []).map(({ value }) => value)].flatMap((one) =>
        one === null ? [] : from(one),
      );
    }
    case 'member':
      return fieldOf(facts, of).flatMap(from);
    case 'fallback':
      return [...from(of.value), ...from(of.otherwise)];
    case 'import':
      return byImport(at, of);
    default:
      return [];
  }
}

function byCall(
  { file }: At,
  call: CallFact | undefined,
  from: (next: Expression) => readonly StandingStatement[],
): readonly StandingStatement[] {
  if (call?.callee.kind !== 'member') return [];
  const [text] = call.args;
  if (text !== undefined && prepares.test(call.callee.name))
    return [{ file, inside: call.function, value: text.value }];
  return givesItself.test(call.callee.name) ? from(call.callee.object) : [];
}

/** `this.insert`, `statements.insert`: what a class or an object of the file keeps under the name. */
function fieldOf(
  { classes, bindings }: FileFacts,
  { object, name }: Extract<Expression, { kind: 'member' }>,
): readonly Expression[] {
  if (object.kind === 'this') return classes.flatMap(({ members }) => own(members, name)?.values ?? []);
  const bound = object.kind === 'name' ? bindings[object.binding]?.value : null;
  if (bound?.kind !== 'object') return [];
  return bound.entries
    .filter(({ key }) => key?.kind === 'text' && key.text === name)
    .map(({ value }) => value);
}

function byImport(
  { program, file, seen }: At,
  imported: Extract<Expression, { kind: 'import' }>,
): readonly StandingStatement[] {
  const found = importedValue(program.modules, file, imported);
  return found === null ? [] : preparedBy({ program, file: found.file, inside: null, seen }, found.value);
}
