import type { Wanted } from '../reading/json-walk.js';
import type { WitnessReader } from '../reading/witness-reader.js';
import type { TakerKind } from '../reading/takers.js';
import type { Principal } from '@leastscope/scope-catalog';

/** What is taken of one answer of the token endpoint: whose token it is, and what it may do. */
export interface GrantedAnswer {
  /** Null where the answer does not say it. */
  readonly principal: Principal | null;
  readonly granted: readonly string[];
}

/** The whole answer, its `data` alone, and either as a request library or the platform's command line tool wraps it. */
const around = ['', 'data.', 'body.', 'body.data.', 'data.data.', 'response.data.'];
const grantedKeys = ['granted_scopes', 'grantedScopes'];
const typeKeys = ['user_type', 'userType'];

const granted = around.flatMap((before) => grantedKeys.flatMap((key) => [before + key, `${before}${key}.*`]));
const types = around.flatMap((before) => typeKeys.map((key) => before + key));
const isGranted: ReadonlySet<string> = new Set(granted);

const wanted: Wanted = {
  values: new Map<string, TakerKind>([...granted, ...types].map((path) => [path, 'word'])),
  objects: new Set(['']),
};

/** As the platform numbers them. */
const principals: ReadonlyMap<string, Principal> = new Map([
  ['0', 'seller'],
  ['1', 'creator'],
  ['3', 'partner'],
]);

/** No platform has more scopes than this. */
const mostScopes = 1000;

/** Tells every answer of a file that names granted scopes. */
export function createAnswerReader(take: (answer: GrantedAnswer) => void): WitnessReader {
  let scopes = new Set<string>();
  let principal: Principal | null = null;
  return {
    wanted,
    value: (path, text) => {
      if (!isGranted.has(path)) principal = principals.get(text) ?? principal;
      else if (scopes.size < mostScopes) for (const key of text.split(/[\s,"[\]]+/)) scopes.add(key);
    },
    end: () => {
      scopes.delete('');
      if (scopes.size > 0) take({ principal, granted: [...scopes] });
      scopes = new Set();
      principal = null;
    },
    line: () => undefined,
  };
}
