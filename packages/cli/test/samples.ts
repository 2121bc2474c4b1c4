import type {
  Analysis,
  Coverage,
  Declaration,
  FieldRead,
  Finding,
  Needs,
  OpenCall,
  Outflow,
  Place,
  RuleInfo,
  ScopeNeed,
  Use,
} from '@leastscope/analyzer';
import type { Engine } from '../src/host/engine.js';
import type { Host } from '../src/host/host.js';
import { createReport, type CheckReport } from '../src/reports/report.js';
import {
  createCatalog,
  loadCatalog,
  type Catalog,
  type Category,
  type Endpoint,
  type Purpose,
  type Scope,
} from '@leastscope/scope-catalog';

/** Typed-in values: three endpoints, two files. What a test needs otherwise, it says itself. */

const origin = { source: 'test', date: '2026-01-02' };

export function place(file: string, line: number, column = 1, endColumn = column + 4, endLine = line): Place {
  return { file, start: { line, column }, end: { line: endLine, column: endColumn } };
}

export function use(overrides: Partial<Use> = {}): Use {
  return {
    method: 'POST',
    path: '/order/202309/orders/search',
    endpoint: 'POST /order/202309/orders/search',
    fit: 'exact',
    state: 'needed',
    place: place('src/orders.ts', 3, 9, 56),
    pathPlace: null,
    via: [{ place: place('src/lib/http.ts', 12), note: 'helper sends the request' }],
    fileKind: 'production',
    evidence: 'path',
    ...overrides,
  };
}

export function openCall(overrides: Partial<OpenCall> = {}): OpenCall {
  return {
    place: place('src/proxy.ts', 5, 3, 30),
    reason: 'the path comes from `req.body.path`',
    settledBy: 'nobody',
    knownPath: null,
    method: null,
    via: [],
    fileKind: 'production',
    ...overrides,
  };
}

export function fieldRead(overrides: Partial<FieldRead> = {}): FieldRead {
  return {
    kind: 'read',
    part: {
      endpoint: 'POST /order/202309/orders/search',
      kind: 'field',
      path: 'data.orders[].phone',
      categories: ['buyer.contact'],
    },
    place: place('src/orders.ts', 4, 12),
    enteredBy: null,
    use: place('src/orders.ts', 3, 9, 56),
    isCertain: true,
    isBeyondImports: false,
    via: [],
    fileKind: 'production',
    ...overrides,
  };
}

export function outflow(overrides: Partial<Outflow> = {}): Outflow {
  const { part, place: at, enteredBy, use: call, isCertain, isBeyondImports, via, fileKind } = fieldRead();
  return {
    kind: 'outflow',
    part: { ...part, kind: 'record', path: 'data.orders[]' },
    to: 'stored',
    sink: 'prisma.order.create',
    recipient: null,
    takenAt: at,
    put: null,
    reason: null,
    place: at,
    enteredBy,
    use: call,
    isCertain,
    isBeyondImports,
    via,
    fileKind,
    ...overrides,
  };
}

export function scopeNeed(overrides: Partial<ScopeNeed> = {}): ScopeNeed {
  return {
    scope: 'seller.order.info',
    state: 'needed',
    status: 'required',
    uses: [use()],
    webhooks: [],
    manual: [],
    alternatives: [],
    reason: 'No other scope would do.',
    ...overrides,
  };
}

export const coverage: Coverage = {
  resolved: 41,
  open: 3,
  unreached: 0,
  inTests: 2,
  filesListed: 120,
  filesRead: 12,
  filesUnread: 0,
};

export function needs(overrides: Partial<Needs> = {}): Needs {
  return {
    uses: [use()],
    open: [],
    unreached: [],
    unread: [],
    scopeMentions: [],
    publicSecrets: [],
    exposedSecrets: [],
    pathMentions: [],
    scopes: [scopeNeed()],
    gaps: [],
    categories: [],
    reads: [],
    outflows: [],
    deletion: null,
    handledWebhooks: [],
    coverage: { ...coverage, resolved: 1, open: 0, inTests: 0 },
    difference: { drop: [], possiblyUnused: [], add: [], unknown: [] },
    verdict: 'minimal',
    ...overrides,
  };
}

export function finding(overrides: Partial<Finding> = {}): Finding {
  return {
    rule: 'missing-scope',
    severity: 'error',
    message: '`POST /order/202309/orders/search` needs `seller.order.info`, which is not requested.',
    why: 'The call will be refused with error 105005.',
    help: 'Request the scope, or drop the call.',
    place: place('src/orders.ts', 3, 9, 56),
    related: [{ place: place('src/lib/http.ts', 12), note: 'helper sends the request' }],
    relatedLeft: 0,
    horizon: 'file',
    data: { endpoint: 'POST /order/202309/orders/search', scopes: ['seller.order.info'] },
    confidence: 'sure',
    points: [
      {
        endpoint: 'POST /order/202309/orders/search',
        family: 'POST /order/orders/search',
        scopes: ['seller.order.info'],
        file: 'src/orders.ts',
        symbol: '<module>',
      },
    ],
    suppressed: null,
    ...overrides,
  };
}

export const declaration: Declaration = {
  file: 'scope-declaration.yaml',
  app: {
    name: 'ParcelPilot',
    type: 'public',
    category: 'shipping-fulfillment',
    markets: ['GB', 'DE'],
    tokens: ['seller'],
    place: place('scope-declaration.yaml', 2),
  },
  requestedScopes: [{ value: 'seller.order.info', place: place('scope-declaration.yaml', 4) }],
  purposes: [],
  webhooks: [],
  deletion: null,
  console: null,
  manualUsage: [],
  clients: [],
  exceptions: [],
  rules: {},
  evidence: {
    company: null,
    recipients: [],
    storage: [],
    protection: null,
    privacyNotice: null,
    controllers: null,
    rights: null,
    controls: [],
    certifications: [],
  },
  incomplete: [],
};

export function analysis(overrides: Partial<Analysis> = {}): Analysis {
  return {
    needs: needs(),
    evidence: null,
    declaration,
    directives: [],
    findings: [],
    stats: {
      filesListed: 120,
      filesSearched: 120,
      seeds: 1,
      filesLinked: 1,
      factsReused: 0,
      filesParsed: 2,
      compilerLoaded: true,
      steps: 0,
      flowSteps: 0,
    },
    ...overrides,
  };
}

export const rules: readonly RuleInfo[] = [
  {
    id: 'missing-scope',
    title: 'A call needs a scope that is not requested.',
    defaultSeverity: 'error',
    horizon: 'file',
    docs: 'docs/rules/missing-scope.md',
    why: 'The platform refuses it with error 105005.',
    fix: 'Request the scope.',
  },
  {
    id: 'unresolved-call',
    title: 'A call’s endpoint cannot be decided.',
    defaultSeverity: 'warning',
    horizon: 'file',
    docs: 'docs/rules/unresolved-call.md',
    why: 'It could need any scope.',
    fix: 'State the endpoint.',
  },
];

export function report(overrides: Partial<Analysis> = {}): CheckReport {
  return createReport(
    {
      tool: { name: 'leastscope', version: '0.0.0' },
      catalog: { version: '2026.1.1', date: '2026-01-02', listed: '2026-01-01' },
      asOf: '2026-01-03',
      rules,
    },
    [{ folder: '', analysis: analysis(overrides) }],
  );
}

export const sources: Readonly<Record<string, string>> = {
  'src/orders.ts':
    "import { post } from './lib/http';\n\nexport = await post('/order/202309/orders/search', body);\n",
};

const scope = (key: string, overrides: Partial<Scope> = {}): Scope => ({
  key,
  title: `Title of ${key}`,
  description: 'What it is for.',
  packageId: null,
  kind: 'public',
  sensitive: false,
  access: 'read',
  principal: 'seller',
  confidence: 'documented',
  ...origin,
  ...overrides,
});

const endpoint = (id: string, scopes: readonly string[], overrides: Partial<Endpoint> = {}): Endpoint => {
  const [method, path = ''] = id.split(' ');
  return {
    id,
    method: method as Endpoint['method'],
    path,
    host: 'api',
    version: '202309',
    family: id.replace('/202309', '').replace('/202507', ''),
    group: 'Order',
    title: `Title of ${id}`,
    sdk: null,
    scopes,
    scopeConfidence: 'documented',
    access: 'read',
    status: 'current',
    replacedBy: null,
    tokens: ['seller'],
    categories: { primary: ['order.order'], incidental: ['buyer.contact'], sent: [] },
    ...origin,
    ...overrides,
  };
};

const category = (id: string, tier: Category['tier']): Category => ({
  id,
  title: `Title of ${id}`,
  definition: 'What it is.',
  tier,
  fideslangKey: 'user',
  dpvTerm: 'dpv:PersonalData',
  shopifyLevel: 1,
  holds: [],
  notes: '',
  ...origin,
});

const purpose: Purpose = {
  kind: 'shipping_seller',
  title: 'Shipping by the seller',
  definition: 'Send parcels.',
  dpvPurpose: '',
  fidesDataUse: '',
  needs: ['order.order'],
  optional: [],
  never: [],
  access: ['read', 'write'],
  operations: [],
  advice: '',
  ...origin,
};

export const catalog: Catalog = createCatalog(
  {
    version: '2026.1.1',
    date: '2026-01-02',
    platform: loadCatalog().platform,
    listings: [],
    endpoints: [
      endpoint('POST /order/202309/orders/search', ['seller.order.info']),
      endpoint(
        'POST /return_refund/202309/returns',
        ['seller.return_refund.basic', 'seller.fulfillment.basic'],
        {
          access: 'write',
          scopeConfidence: 'inferred',
        },
      ),
    ],
    legacyEndpoints: [],
    scopes: [
      scope('seller.order.info', { sensitive: true }),
      scope('seller.return_refund.basic', { kind: 'custom', access: 'read-write' }),
      scope('seller.fulfillment.basic'),
      scope('seller.finance.info'),
    ],
    legacyFields: [],
    scopeAliases: [],
    categories: [category('order.order', 'business'), category('buyer.contact', 'personal')],
    purposes: [
      purpose,
      {
        ...purpose,
        kind: 'order_management',
        title: 'Order management',
        definition: 'Show orders.',
        optional: ['buyer.contact'],
      },
    ],
    webhooks: [],
    hosts: [],
    httpClients: [],
    sdkPackages: [],
    sdkCalls: [],
    sinks: [],
    alternatives: [],
  },
  () => [],
);

/** A stand-in for the whole engine: every analysis is the one given. */
export function engine(result: Analysis | ((declared: Declaration | null) => Analysis)): Engine {
  return {
    catalog,
    ruleInfos: rules,
    grantedFields: () => [],
    analyze: (request) => (typeof result === 'function' ? result(request.declaration) : result),
    parseDeclaration: () => ({ declaration, mistakes: [] }),
    purposeOfUse: () => 'ship-orders',
    purposesOfData: (_point, category) => (category === 'buyer.contact' ? ['ship-orders'] : []),
    searchText: () => ({ isTelling: true, isOutside: false, importNames: [] }),
    isInsideText: () => false,
  };
}

export interface TestHost extends Host {
  readonly said: { stdout: string; stderr: string };
}

/** A terminal in memory. */
export function host(cwd: string, overrides: Partial<Host> = {}): TestHost {
  const said = { stdout: '', stderr: '' };
  return {
    said,
    cwd,
    env: {},
    stdout: { write: (text) => (said.stdout += text), isTerminal: false },
    stderr: { write: (text) => (said.stderr += text), isTerminal: false },
    loadEngine: () => Promise.resolve(engine(analysis())),
    ...overrides,
  };
}
