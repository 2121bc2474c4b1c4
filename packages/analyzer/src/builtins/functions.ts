import { own } from '../util/own.js';
import type { Callback } from './methods.js';

/**
 * The well-known functions of the runtime and of packages, each with what it makes of its arguments. Two domains
 * interpret these words: guarded values (`values/builtins/known-functions.ts`) and taint
 * (`dataflow/models/function-models.ts`); both tables are keyed by `FunctionEffect`.
 */
export type FunctionEffect =
  /** Its first argument, as it is or as a text. */
  | 'first'
  | 'firstAsText'
  /** Its first argument in another writing: Base64, escapes. */
  | 'encoded'
  | 'json'
  | 'parsed'
  /** Something that tells nothing of its arguments. */
  | 'answer'
  /** A name that nothing else has. */
  | 'unique'
  /** A hash or a cipher of its arguments. */
  | 'digest'
  /** Property names, values and pairs of an object; and an object or a map made of pairs. */
  | 'keys'
  | 'values'
  | 'pairs'
  | 'ofPairs'
  | 'mapOfPairs'
  | 'merged'
  /** A list of what it is handed, by way of a callback where there is one. */
  | 'listed'
  | 'chunked'
  | 'mapped'
  | 'sifted'
  | 'flattened'
  | 'grouped'
  | 'groupedAsMap'
  | 'listOfArguments'
  | 'anyItem'
  | 'settled'
  /** What the function that it is given gives back; that function itself. */
  | 'ran'
  /** What the function that it is given hands to its first parameter. */
  | 'promised'
  | 'joinedPath'
  | 'url'
  | 'resolvedUrl'
  | 'request'
  | 'environment'
  /** A stand-in for an object; a property of one by its name. */
  | 'proxied'
  | 'propertyByName'
  /** The query of a URL, as an object or as a text. */
  | 'searchParams'
  | 'queryText'
  /** An error that says what it is handed. */
  | 'error'
  /** A query that holds what is put into it; the database that runs it keeps it. */
  | 'query'
  /** A value that a schema has let through, and the same in a result. */
  | 'validated'
  | 'validatedSafely';

export interface FunctionRow {
  readonly effect: FunctionEffect;
  readonly callback: Callback | null;
  /** Any property of what it is handed may be read. */
  readonly enumerates: boolean;
}

const of = (effect: FunctionEffect, callback: Callback | null = null): FunctionRow => ({
  effect,
  callback,
  enumerates: false,
});
const enumerating = (effect: FunctionEffect): FunctionRow => ({ effect, callback: null, enumerates: true });
const behind: Callback = { at: 1, params: ['item', 'key'] };

/** By name: of the runtime as it is written, `new.` for a constructor; of a package behind its name and a colon. */
export const functions = {
  'JSON.stringify': of('json'),
  'JSON.parse': of('parsed'),
  structuredClone: of('first'),
  encodeURIComponent: of('firstAsText'),
  encodeURI: of('firstAsText'),
  decodeURIComponent: of('firstAsText'),
  decodeURI: of('firstAsText'),
  escape: of('encoded'),
  unescape: of('encoded'),
  btoa: of('encoded'),
  atob: of('encoded'),
  String: of('firstAsText'),
  'new.String': of('firstAsText'),
  Number: of('answer'),
  Boolean: of('answer'),
  BigInt: of('answer'),
  Symbol: of('unique'),
  'Symbol.for': of('unique'),
  parseInt: of('answer'),
  parseFloat: of('answer'),
  isNaN: of('answer'),
  isFinite: of('answer'),
  'Number.isFinite': of('answer'),
  'Number.isInteger': of('answer'),
  'Number.isNaN': of('answer'),
  'Number.isSafeInteger': of('answer'),
  'Number.parseFloat': of('answer'),
  'Number.parseInt': of('answer'),
  'new.Date': of('answer'),
  'Date.parse': of('answer'),
  'new.Promise': of('promised'),
  'new.Array': of('listOfArguments'),
  'Array.from': of('mapped', behind),
  'Array.fromAsync': of('mapped', behind),
  'Array.isArray': of('answer'),
  'Array.of': of('listOfArguments'),
  'Iterator.from': of('first'),
  Object: of('first'),
  'Object.assign': enumerating('merged'),
  'Object.create': of('first'),
  'Object.entries': enumerating('pairs'),
  'Object.freeze': of('first'),
  'Object.fromEntries': of('ofPairs'),
  'Object.getOwnPropertyNames': of('keys'),
  'Object.groupBy': of('grouped', behind),
  'Object.hasOwn': of('answer'),
  'Object.is': of('answer'),
  'Object.isFrozen': of('answer'),
  'Object.keys': of('keys'),
  'Object.preventExtensions': of('first'),
  'Object.seal': of('first'),
  'Object.values': of('values'),
  'Promise.all': of('first'),
  'Promise.allSettled': of('settled'),
  'Promise.any': of('anyItem'),
  'Promise.race': of('anyItem'),
  'Promise.resolve': of('first'),
  'Map.groupBy': of('groupedAsMap', behind),
  'new.Map': of('mapOfPairs'),
  'new.Set': of('listed'),
  Error: of('error'),
  'new.Error': of('error'),
  TypeError: of('error'),
  'new.TypeError': of('error'),
  RangeError: of('error'),
  'new.RangeError': of('error'),
  'new.URL': of('url'),
  'new.Request': of('request'),
  'new.Proxy': of('proxied'),
  'Reflect.get': of('propertyByName'),
  'Deno.env.get': of('environment'),
  'crypto.subtle.digest': of('digest'),
  'crypto.subtle.encrypt': of('digest'),
  'crypto.subtle.sign': of('digest'),
  'crypto:*.update': of('digest'),
  'crypto:*.digest': of('digest'),
  'crypto:*.final': of('digest'),
  'crypto:createHash': of('digest'),
  'crypto:createHmac': of('digest'),
  'crypto:createCipheriv': of('digest'),
  'crypto:hash': of('digest'),
  'crypto:pbkdf2Sync': of('digest'),
  'crypto:scryptSync': of('digest'),
  'crypto:publicEncrypt': of('digest'),
  'crypto:webcrypto.subtle.digest': of('digest'),
  'crypto:webcrypto.subtle.encrypt': of('digest'),
  'bcrypt:hash': of('digest'),
  'bcrypt:hashSync': of('digest'),
  'argon2:hash': of('digest'),
  'crypto-js:MD5': of('digest'),
  'crypto-js:SHA1': of('digest'),
  'crypto-js:SHA256': of('digest'),
  'crypto-js:SHA512': of('digest'),
  'crypto-js:HmacSHA256': of('digest'),
  'crypto-js:AES.encrypt': of('digest'),
  'md5:': of('digest'),
  'js-sha256:sha256': of('digest'),
  'object-hash:': of('digest'),
  'path:join': of('joinedPath'),
  'path:posix.join': of('joinedPath'),
  'url:resolve': of('resolvedUrl'),
  'url:URL': of('url'),
  'new.URLSearchParams': of('searchParams'),
  'url:URLSearchParams': of('searchParams'),
  'querystring:stringify': of('queryText'),
  'qs:stringify': of('queryText'),
  'query-string:stringify': of('queryText'),
  'util:promisify': of('first'),
  'util:inspect': of('json'),
  'lodash:chunk': of('chunked'),
  'lodash:clone': of('first'),
  'lodash:cloneDeep': of('first'),
  'lodash:compact': of('first'),
  'lodash:filter': of('sifted', behind),
  'lodash:flatMap': of('mapped', behind),
  'lodash:flatten': of('flattened'),
  'lodash:groupBy': of('grouped', behind),
  'lodash:map': of('mapped', behind),
  'lodash:orderBy': of('sifted', behind),
  'lodash:sortBy': of('sifted', behind),
  'lodash:uniq': of('sifted'),
  'lodash:uniqBy': of('sifted', behind),
  'lodash:values': of('values'),
  'lodash:pick': of('first'),
  'lodash:omit': of('first'),
  'es-toolkit:pick': of('first'),
  'es-toolkit:omit': of('first'),
  'radash:pick': of('first'),
  'radash:omit': of('first'),
  'underscore:pick': of('first'),
  'underscore:omit': of('first'),
  'just-pick:': of('first'),
  'just-omit:': of('first'),
  'object.pick:': of('first'),
  'object.omit:': of('first'),
  // What it gives runs what it was handed.
  'better-sqlite3:*.transaction': of('first'),
  'bun:sqlite:*.transaction': of('first'),
  'camelcase-keys:': of('first'),
  'snakecase-keys:': of('first'),
  'react:cache': of('first'),
  'react:useCallback': of('first'),
  'react:useMemo': of('ran'),
  'p-retry:': of('ran'),
  'drizzle-orm:sql': of('query'),
  'drizzle-orm:*.raw': of('query'),
  'drizzle-orm:*.join': of('query'),
  'slonik:sql': of('query'),
  'slonik:*.unsafe': of('query'),
  'slonik:*.fragment': of('query'),
  'slonik:*.typeAlias': of('query'),
  'slonik:*.join': of('query'),
  '@prisma/client:*.sql': of('query'),
  '@prisma/client:*.join': of('query'),
  '@prisma/client:*.raw': of('query'),
  'sql-template-tag:': of('query'),
  'sql-template-tag:sql': of('query'),
  'sql-template-tag:join': of('query'),
  'sql-template-strings:': of('query'),
  'sql-template-strings:SQL': of('query'),
  'postgres:()': of('first'),
  'zod:*.parse': of('validated'),
  'zod:*.parseAsync': of('validated'),
  'zod:*.safeParse': of('validatedSafely'),
  'zod:*.safeParseAsync': of('validatedSafely'),
} satisfies Readonly<Record<string, FunctionRow>>;

export type FunctionName = keyof typeof functions;

/** Something of a package or of the runtime (`global`), by the names that lead to it. */
export interface ExternalName {
  readonly package: string;
  readonly path: readonly string[];
}

const globalObjects = new Set(['globalThis', 'window', 'self', 'global']);

/** Packages that are another by a second name. */
const sameAs: Readonly<Record<string, string>> = {
  'lodash-es': 'lodash',
  'zod/v4': 'zod',
  'zod/v3': 'zod',
  'zod/mini': 'zod',
  'lodash.pick': 'just-pick',
  'lodash.omit': 'just-omit',
  'lodash/pick': 'just-pick',
  'lodash/omit': 'just-omit',
  'es-toolkit/object': 'es-toolkit',
  'es-toolkit/compat': 'es-toolkit',
  bcryptjs: 'bcrypt',
};

/** The row of a well-known function; undefined when it is none. */
export function functionRow({ package: name, path }: ExternalName, isNew: boolean): FunctionRow | undefined {
  const plain = path.filter((part) => part !== 'default' && !globalObjects.has(part));
  const short = name.replace(/^node:/, '');
  const owner = own(sameAs, short) ?? short;
  const written = plain.join('.');
  const called = isNew ? `new.${written}` : written;
  // `URL` is the same by import.
  if (owner === 'global' || (owner === 'url' && called === 'new.URL'))
    return own<FunctionRow>(functions, called);
  return (
    own<FunctionRow>(functions, `${owner}:${written}`) ??
    (plain.length > 1 ? own<FunctionRow>(functions, `${owner}:*.${plain.at(-1) ?? ''}`) : undefined)
  );
}

/** Whether a function goes through all properties of what it is handed, so that any of them may be read. */
export function isEnumeration(callee: ExternalName, args: number): boolean {
  const row = functionRow(callee, false);
  // With a second argument `JSON.parse` hands every value to a function.
  return row?.enumerates === true || (row?.effect === 'parsed' && args > 1);
}
