import { effectOfSql } from '@leastscope/scope-catalog';
import type { CallFact, Expression } from '../../model/facts.js';
import type { Program } from '../../model/program.js';
import { preparedStatements, type StandingStatement } from './prepared-statement.js';

/** What a statement of SQL does with the values that it is handed. */
export type StatementEffect = ReturnType<typeof effectOfSql>;

/**
 * What the statements do that a call may hand to a database; null when it is not known which they are. What a program
 * puts into a statement counts as a value, `?`.
 */
export function effectsOfStatement(
  program: Program,
  file: string,
  call: CallFact,
): readonly StatementEffect[] | null {
  const prepared = effectsOfPrepared(program, file, call);
  if (prepared !== null) return prepared;
  const [statement] = call.args;
  if (statement === undefined) return null;
  return effectsOf({ program, file, inside: call.function, value: statement.value });
}

/** The same where the statement was prepared before; null when it was not, or is not known. */
export function effectsOfPrepared(
  program: Program,
  file: string,
  call: CallFact,
): readonly StatementEffect[] | null {
  const effects = preparedStatements(program, file, call).map((one) => effectsOf({ program, ...one }));
  return effects.length === 0 || effects.includes(null) ? null : effects.flatMap((one) => one ?? []);
}

function effectsOf({
  program,
  file,
  inside,
  value,
}: StandingStatement & Pick<Standing, 'program'>): readonly StatementEffect[] | null {
  const texts = program.textsOf(file, inside, value) ?? statementTexts({ program, file, inside }, value, 0);
  return texts.every(saysWhat) ? texts.map((text) => effectOfSql(text)) : null;
}

/** Whether the verb of a statement is part of what is known of it. */
function saysWhat(text: string): boolean {
  return /\b(?:select|insert|update|delete|merge|replace|copy|truncate|with|create|alter|drop|show|explain|pragma|call|begin|commit|rollback|set)\b/i.test(
    text,
  );
}

interface Standing {
  readonly program: Program;
  readonly file: string;
  readonly inside: number | null;
}

/** Statements in statements deeper than this are not looked for. */
const depthLimit = 6;
/** Drivers take a statement as an object too, under one of these names. */
const statementNames = new Set(['text', 'sql', 'query', 'statement']);

function statementTexts(at: Standing, value: Expression, depth: number): readonly string[] {
  const facts = at.program.facts(at.file);
  const inner = (of: Expression): readonly string[] =>
    depth > depthLimit ? ['?'] : statementTexts(at, of, depth + 1);
  if (value.kind === 'text') return [value.text];
  if (value.kind === 'concat') return [value.parts.map((part) => inner(part)[0] ?? '?').join('')];
  if (value.kind === 'choice') return value.options.flatMap(inner);
  if (value.kind === 'object')
    return value.entries
      .filter(({ key }) => key?.kind === 'text' && statementNames.has(key.text))
      .flatMap((entry) => inner(entry.value));
  if (value.kind === 'call') return textOfTag(at, value.call) ?? knownTexts(at, value);
  const bound = value.kind === 'name' ? facts?.bindings[value.binding] : undefined;
  if (bound?.value !== null && bound?.value !== undefined && bound.writes.length === 0)
    return inner(bound.value);
  return knownTexts(at, value);
}

/** A query that a tag made: its text is the template's. */
function textOfTag({ program, file }: Standing, index: number): readonly string[] | null {
  const call = program.facts(file)?.calls[index];
  const text = call?.isTag === true ? call.args[0]?.value : undefined;
  return text?.kind === 'text' ? [text.text] : null;
}

function knownTexts({ program, file, inside }: Standing, value: Expression): readonly string[] {
  return program.textsOf(file, inside, value) ?? ['?'];
}
