import { importedValue } from '../walk/find-export.js';
import { isPersonal } from '../lookups/personal.js';
import { placeOf } from '../lookups/place-of.js';
import type { SecuritySign } from '../model/evidence.js';
import type { Expression } from '../model/facts.js';
import type { Program } from '../model/program.js';
import type { EvidenceContext } from './evidence-context.js';
import type { Taken } from './taken.js';

/** Personal data that is sent without TLS to somewhere outside of the own network, at the call that sends it. */
export function plainHttpSigns(context: EvidenceContext): readonly SecuritySign[] {
  const sending = context.taken.filter((taken) => isPersonalAndSent(context, taken));
  return sending.flatMap(({ call, outflow, site: { file } }) => {
    const facts = context.program.facts(file);
    if (facts === null) return [];
    const { program } = context;
    const inside = call.function;
    const own = call.args.flatMap(({ value }) => addressesIn(program, { file, inside, value }));
    const addresses = own.some((text) => /^https?:/i.test(text))
      ? own
      : clientAddresses(program, { file, inside, value: call.callee });
    const at = placeOf(file, facts.lineStarts, call.span);
    return [...new Set(addresses.flatMap(plainHostsOf))]
      .filter((host) => outflow.recipient === null || outflow.recipient.startsWith(host))
      .map((host) => ({ kind: 'plain-http', what: `http://${host}`, isWeak: true, at }) as const);
  });
}

function isPersonalAndSent({ catalog }: EvidenceContext, { outflow }: Taken): boolean {
  return outflow.to === 'sent' && outflow.part.categories.some((one) => isPersonal(catalog, one));
}

/** An expression with where it stands. */
interface Standing {
  readonly file: string;
  readonly inside: number | null;
  readonly value: Expression;
}

/** Options that name where a request goes. */
const addressOption = /^(?:url|baseurl|prefixurl|uri|host|endpoint)$/i;

/** Beginnings of addresses, as constants: what stands behind them may be worked out at run time. */
function addressesIn(program: Program, { file, inside, value }: Standing): readonly string[] {
  if (value.kind === 'object')
    return value.entries.flatMap((entry) =>
      entry.key?.kind === 'text' && addressOption.test(entry.key.text)
        ? addressesIn(program, { file, inside, value: entry.value })
        : [],
    );
  const [first] = value.kind === 'concat' ? value.parts : [value];
  return first === undefined ? [] : (program.textsOf(file, inside, first) ?? []);
}

/** What a client was made with: `axios.create({ baseURL: 'http://…' })`, here or where it is imported from. */
function clientAddresses(program: Program, { file, inside, value }: Standing): readonly string[] {
  const facts = program.facts(file);
  if (facts === null) return [];
  if (value.kind === 'member') return clientAddresses(program, { file, inside, value: value.object });
  if (value.kind === 'call') {
    const args = facts.calls[value.call]?.args ?? [];
    return args.flatMap((arg) => addressesIn(program, { file, inside, value: arg.value }));
  }
  if (value.kind === 'name') {
    const bound = facts.bindings[value.binding]?.value ?? null;
    return bound === null || bound.kind === 'name'
      ? []
      : clientAddresses(program, { file, inside, value: bound });
  }
  return value.kind === 'import' ? importedAddresses(program, file, value) : [];
}

function importedAddresses(
  program: Program,
  file: string,
  imported: Extract<Expression, { readonly kind: 'import' }>,
): readonly string[] {
  const exported = importedValue(program.modules, file, imported);
  if (exported === null) return [];
  const made = { file: exported.file, inside: null, value: exported.value };
  const facts = program.facts(exported.file);
  const bound =
    made.value.kind === 'name' ? (facts?.bindings[made.value.binding]?.value ?? null) : made.value;
  return bound?.kind === 'call' ? clientAddresses(program, { ...made, value: bound }) : [];
}

function plainHostsOf(text: string): readonly string[] {
  const host = /^http:\/\/([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})(?=[/:?#]|$)/i.exec(text)?.[1];
  return host === undefined || /\.(?:local|internal|lan|svc|localhost|test)$/i.test(host) ? [] : [host];
}
