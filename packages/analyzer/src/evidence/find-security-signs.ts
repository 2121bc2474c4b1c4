import { placeOf } from '../lookups/place-of.js';
import type { SecuritySign } from '../model/evidence.js';
import type { CallFact, Expression, FileFacts, Span } from '../model/facts.js';
import type { EvidenceContext } from './evidence-context.js';
import { storeOfCall } from './store-of-call.js';
import { isWeakCipher, isWeakTls } from './weakness.js';

type Sign = Omit<SecuritySign, 'at'> & { readonly span: Span };

/** What protects data in the files that were read, or fails to. */
export function findSecuritySigns(context: EvidenceContext): readonly SecuritySign[] {
  const sending = new Set(
    context.taken.filter(({ outflow }) => outflow.to === 'sent').map(({ call }) => call),
  );
  const tokens = new Map(tokensKept(context).map(({ call, name }) => [call, name]));
  return context.files.flatMap((file) => {
    const facts = context.program.facts(file);
    if (facts === null) return [];
    const signs = facts.calls.flatMap((call, index) => [
      ...signsOfCall(context, file, call, index),
      ...(sending.has(call) ? plainHttpOf(call) : []),
      ...tokenOf(call, tokens.get(call)),
    ]);
    return signs.map(({ span, ...sign }) => ({ ...sign, at: placeIn(file, facts, span) }));
  });
}

/** Calls that keep a token as it came: what a cipher made of it is no token any more. */
function tokensKept(context: EvidenceContext): readonly { readonly call: CallFact; readonly name: string }[] {
  return context.taken
    .filter(({ outflow }) => outflow.to === 'stored' && outflow.part.categories.includes('credential.token'))
    .map(({ site, call }) => ({ call, name: storeOfCall(context, site, call).name }));
}

/** The store may be encrypted as a whole, so it is a sign and no weakness by itself. */
function tokenOf({ span }: CallFact, store: string | undefined): readonly Sign[] {
  return store === undefined ? [] : [{ kind: 'token-without-cipher', what: store, isWeak: false, span }];
}

function placeIn(file: string, { lineStarts }: FileFacts, span: Span): SecuritySign['at'] {
  return placeOf(file, lineStarts, span);
}

function signsOfCall(context: EvidenceContext, file: string, call: CallFact, index: number): readonly Sign[] {
  return [
    ...cipherOf(context, file, call, index),
    ...call.args.flatMap(({ value }) => signsOfOptions(value, call.span, 0)),
  ];
}

/** `createCipheriv('aes-256-gcm', …)`: the name is looked for only where the callee is called so. */
function cipherOf(
  { program }: EvidenceContext,
  file: string,
  call: CallFact,
  index: number,
): readonly Sign[] {
  const [given] = call.args;
  if (given === undefined || !/(?:^|\.)createCipheriv$/.test(call.calleeText)) return [];
  const isNodes = program
    .callees({ file, call: index })
    .externals.some(({ package: name }) => /^(?:node:)?crypto$/.test(name));
  if (!isNodes) return [];
  const names = program.textsOf(file, call.function, given.value) ?? [];
  return names.map((what) => ({ kind: 'cipher', what, isWeak: isWeakCipher(what), span: call.span }));
}

/** Data that is sent without TLS to somewhere outside of the own network. */
function plainHttpOf({ args, span }: CallFact): readonly Sign[] {
  return args.flatMap(({ value }): readonly Sign[] => {
    const text = beginningOf(value);
    const host = /^http:\/\/([\w-]+(?:\.[\w-]+)*\.[a-z]{2,})(?=[/:?#]|$)/i.exec(text)?.[1];
    if (host === undefined || /\.(?:local|internal|lan|svc|localhost|test)$/i.test(host)) return [];
    return [{ kind: 'plain-http', what: `http://${host}`, isWeak: true, span }];
  });
}

function beginningOf(value: Expression): string {
  if (value.kind === 'text') return value.text;
  const first = value.kind === 'concat' ? value.parts[0] : undefined;
  return first?.kind === 'text' ? first.text : '';
}

const deepest = 6;

/** What options say of the connection: `{ minVersion: 'TLSv1.1' }`, `{ rejectUnauthorized: false }`, `sslmode=disable`. */
function signsOfOptions(value: Expression, span: Span, depth: number): readonly Sign[] {
  if (/^postgres\w*:\/\/.*[?&]sslmode=disable\b/.test(beginningOf(value)))
    return [{ kind: 'database-without-tls', what: 'sslmode=disable', isWeak: true, span }];
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

function spanOf(value: Expression, otherwise: Span): Span {
  return 'span' in value ? value.span : otherwise;
}
