import { keyOfPlace } from '../lookups/places.js';
import { placeOf } from '../lookups/place-of.js';
import type { SecuritySign } from '../model/evidence.js';
import type { CallFact, Expression, FileFacts, Span } from '../model/facts.js';
import { dataFiles } from './data-files.js';
import type { EvidenceContext } from './evidence-context.js';
import { plainHttpSigns } from './plain-http.js';
import { storeOfCall } from './store-of-call.js';
import { oncePer } from '../util/once-per.js';
import { isWeakCipher, isWeakTls } from './weakness.js';

type Sign = Omit<SecuritySign, 'at'> & { readonly span: Span };

/** What protects data in the files that have to do with it, or fails to. */
export function findSecuritySigns(context: EvidenceContext): readonly SecuritySign[] {
  const tokens = new Map(tokensKept(context).map(({ call, name }) => [call, name]));
  const signs = dataFiles(context).flatMap((file) => {
    const facts = context.program.facts(file);
    if (facts === null) return [];
    const found = [
      ...(tokens.size === 0 ? [] : facts.calls.flatMap((call) => tokenOf(call, tokens.get(call)))),
      ...ciphersIn(facts).flatMap((index) => cipherOf(context, file, index)),
      ...writtenSigns(facts),
    ];
    return found.map(({ span, ...sign }) => ({ ...sign, at: placeIn(file, facts, span) }));
  });
  return eachOnce([...signs, ...plainHttpSigns(context)]);
}

/** An address that is a constant is seen where it stands, and where it is handed over. */
function eachOnce(signs: readonly SecuritySign[]): readonly SecuritySign[] {
  return [
    ...new Map(signs.map((sign) => [`${sign.kind} ${sign.what} ${keyOfPlace(sign.at)}`, sign])).values(),
  ];
}

/** Calls that keep a token as it came: what a cipher made of it is no token any more. */
function tokensKept(context: EvidenceContext): readonly { readonly call: CallFact; readonly name: string }[] {
  return context.taken
    .filter(({ outflow }) => outflow.to === 'stored' && outflow.part.categories.includes('credential.token'))
    .map(({ site, call }) => ({ call, name: storeOfCall(context.program, site, call).name }));
}

/** The store may be encrypted as a whole, so it is a sign and no weakness by itself. */
function tokenOf({ span }: CallFact, store: string | undefined): readonly Sign[] {
  return store === undefined ? [] : [{ kind: 'token-without-cipher', what: store, isWeak: false, span }];
}

function placeIn(file: string, { lineStarts }: FileFacts, span: Span): SecuritySign['at'] {
  return placeOf(file, lineStarts, span);
}

/** What stands in the file itself. */
const writtenSigns = oncePer(({ calls, bindings }: FileFacts): readonly Sign[] => [
  ...calls.flatMap(({ args, span }) => args.flatMap(({ value }) => signsOfOptions(value, span, 0))),
  ...bindings.flatMap(({ value }) => (value === null ? [] : databaseOf(value))),
]);

/** `createCipheriv('aes-256-gcm', …)`: the name is looked for only where the callee is called so. */
const ciphersIn = oncePer(({ calls }: FileFacts): readonly number[] =>
  calls.flatMap(({ calleeText }, index) => (/(?:^|\.)createCipheriv$/.test(calleeText) ? [index] : [])),
);

function cipherOf({ program }: EvidenceContext, file: string, index: number): readonly Sign[] {
  const call = program.facts(file)?.calls[index];
  const given = call?.args[0];
  if (call === undefined || given === undefined) return [];
  const isNodes = program
    .callees({ file, call: index })
    .externals.some(({ package: name }) => /^(?:node:)?crypto$/.test(name));
  if (!isNodes) return [];
  const names = program.textsOf(file, call.function, given.value) ?? [];
  return names.map((what) => ({ kind: 'cipher', what, isWeak: isWeakCipher(what), span: call.span }));
}

const deepest = 6;

/** What options say of the connection: `{ minVersion: 'TLSv1.1' }`, `{ rejectUnauthorized: false }`, `sslmode=disable`. */
function signsOfOptions(value: Expression, span: Span, depth: number): readonly Sign[] {
  const withoutTls = databaseOf(value);
  if (withoutTls.length > 0) return withoutTls;
  if (value.kind !== 'object' || depth > deepest) return [];
  return value.entries.flatMap(({ key, value: inner }): readonly Sign[] => {
    const name = key?.kind === 'text' ? key.text : '';
    const text = inner.kind === 'text' ? inner.text : '';
    if (name === 'minVersion' && text.startsWith('TLSv1'))
      return [{ kind: 'tls-version', what: text, isWeak: isWeakTls(text), span: spanOf(inner, span) }];
    if (name === 'rejectUnauthorized' && inner.kind === 'unknown' && inner.literal === 'false')
      return [
        {
          kind: 'certificates-unchecked',
          what: 'rejectUnauthorized: false',
          isWeak: true,
          span: spanOf(inner, span),
        },
      ];
    return signsOfOptions(inner, spanOf(inner, span), depth + 1);
  });
}

/** `postgres://app@db.example/orders?sslmode=disable`, whole or behind what is put into it. */
function databaseOf(value: Expression): readonly Sign[] {
  if (value.kind !== 'text' && value.kind !== 'concat') return [];
  const texts = value.kind === 'text' ? [value] : value.parts.filter((part) => part.kind === 'text');
  const isPostgres = /^postgres\w*:\/\//.test(texts[0]?.text ?? '');
  if (!isPostgres || !texts.some(({ text }) => /[?&]sslmode=disable\b/.test(text))) return [];
  return [{ kind: 'database-without-tls', what: 'sslmode=disable', isWeak: true, span: value.span }];
}

function spanOf(value: Expression, otherwise: Span): Span {
  return 'span' in value ? value.span : otherwise;
}
