// What is said of a program that makes one call which is known. Handed the analyzer, since tests take its sources and
// scripts/fuzz.mjs what was built of them.

/** Endpoints that one scope serves, each scope once. */
export function endpointsOf(catalog) {
  const byScope = new Map();
  for (const endpoint of catalog.endpoints) {
    const [scope, ...others] = endpoint.scopes;
    const isPlain = endpoint.status === 'current' && endpoint.host === 'api' && !endpoint.path.includes('{');
    if (
      scope !== undefined &&
      others.length === 0 &&
      isPlain &&
      scope.startsWith('seller.') &&
      !byScope.has(scope)
    )
      byScope.set(scope, { scope, method: endpoint.method, path: endpoint.path });
  }
  return [...byScope.values()];
}

/** The declaration that requests what all of them need. */
export function declarationOf(endpoints) {
  const scopes = endpoints.map(({ scope }) => scope).join(', ');
  return `schema: 1
app: { name: App, type: public, tokens: [seller] }
requestedScopes: [${scopes}]
purposes: []
`;
}

/** `resolved`, `doubted`, or `lost`: then what is asked for is not seen, and nothing says that it may be. */
export function verdictOf({ needs, findings }, { scope, method, path }) {
  if (needs.uses.some(({ endpoint }) => endpoint === `${method} ${path}`)) return 'resolved';
  const told = findings.find(({ rule, data }) => rule === 'unused-scope' && data.scope === scope);
  return told?.severity === 'error' ? 'lost' : 'doubted';
}
