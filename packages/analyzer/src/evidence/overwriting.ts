import type { CallFact, Expression } from '../model/facts.js';
import type { CallSite, Program } from '../model/program.js';
import { sinkOf } from '../dataflow/hits/sink-of.js';
import { columnsOf, plainColumn } from './columns.js';
import type { EvidenceContext } from './evidence-context.js';

/** What is left of a value that is overwritten: nothing, or something that still tells people apart. */
export type Overwritten = 'constant' | 'hash' | 'other';

type Asked = Pick<EvidenceContext, 'program' | 'catalog'>;

/** What an update puts into which columns. */
export function overwrittenBy(
  asked: Asked,
  site: CallSite,
  call: CallFact,
): ReadonlyMap<string, Overwritten> {
  const sink = sinkOf(asked.catalog, asked.program.callees(site), call);
  const [statement] = call.args;
  if (sink?.statement === 'sql')
    return statement?.value.kind === 'text' ? inStatement(statement.value.text) : new Map();
  const facts = asked.program.facts(site.file);
  const columns = facts === null ? [] : columnsOf(site.file, facts, call);
  return new Map(columns.map(({ column, value }) => [column, kindOf(asked.program, site.file, value)]));
}

function kindOf(program: Program, file: string, value: Expression): Overwritten {
  // `undefined` leaves a column as it is.
  if (value.kind === 'text' || (value.kind === 'absent' && value.literal === 'null')) return 'constant';
  if (value.kind !== 'call') return 'other';
  return /hash|hmac|digest|sha\d|md5|pseudonym|tokeni[sz]e/i.test(
    program.facts(file)?.calls[value.call]?.calleeText ?? '',
  )
    ? 'hash'
    : 'other';
}

/** `update labels set name = null, email = md5(email) where …` */
function inStatement(text: string): ReadonlyMap<string, Overwritten> {
  const [, assigned = ''] = /\bset\b([\s\S]*?)(?:\bwhere\b|$)/i.exec(text) ?? [];
  return new Map(
    assigned.split(/,(?![^(]*\))/).flatMap((part): (readonly [string, Overwritten])[] => {
      const [, column, value = ''] = /^\s*(\S+)\s*=\s*([\s\S]*?)\s*$/.exec(part) ?? [];
      return column === undefined ? [] : [[plainColumn(column), ofText(value)]];
    }),
  );
}

function ofText(value: string): Overwritten {
  if (/^(?:null|'[^']*'|\d+|default)$/i.test(value)) return 'constant';
  return /^(?:md5|sha\d*|digest|encode|hmac)\s*\(/i.test(value) ? 'hash' : 'other';
}
