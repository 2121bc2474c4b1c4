import type { HttpClient } from '@leastscope/scope-catalog';
import type { Declaration } from '../model/declaration.js';

/** The clients that a declaration names, as rows of the vocabulary: a declared client is one row more. */
export function declaredClients(declaration: Declaration | null, date: string): readonly HttpClient[] {
  return (declaration?.clients ?? []).map((client) => ({
    source: declaration?.file ?? '',
    date,
    package: client.module,
    export: client.export,
    call: {
      url: client.path,
      options: null,
      method: client.method === null ? ('GET' as const) : null,
      defaultMethod: null,
      urlOptions: [],
      methodOptions: [],
      ...(client.method === null ? {} : { methodArgument: client.method }),
    },
    methods: {},
    factories: {},
    baseUrlOptions: [],
    constructible: false,
  }));
}
