/** Nouns of the platform. Nothing here imports anything; everything else may import this. */

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * How sure a row is. `documented`: the platform's own page says it. `inferred`: judged from a sibling, said so in
 * messages. `unknown`: nothing usable was found, so nothing may be claimed from it.
 */
export type Confidence = 'documented' | 'multi-source' | 'single-source' | 'inferred' | 'unknown';

/** Where a row comes from. `date` is the state of the source as YYYY-MM-DD (or YYYY-MM), never the build time. */
export interface Provenance {
  readonly source: string;
  readonly date: string;
}

/** `METHOD /path/template`, for example `POST /order/202309/orders/search`. */
export type EndpointId = string;
export type ScopeKey = string;
export type CategoryId = string;
export type PurposeKind = string;

export type Principal = 'seller' | 'creator' | 'partner';
export type Access = 'read' | 'write';
export type Tier = 'none' | 'business' | 'personal' | 'sensitive-personal' | 'secret';

export interface Endpoint extends Provenance {
  readonly id: EndpointId;
  readonly method: HttpMethod;
  /** Path template without host; placeholders are `{name}`. */
  readonly path: string;
  /** `api` for the Partner API, `auth` for the token host. */
  readonly host: 'api' | 'auth';
  readonly version: string | null;
  /** Method and path without the version: what scopes hang on. `POST /order/orders/search`. */
  readonly family: string;
  readonly group: string;
  /** The platform's name of the operation. */
  readonly title: string;
  readonly sdk: { readonly className: string; readonly method: string } | null;
  /** Any one of these is enough. Empty when unknown, or when `scopeConfidence` is `not-needed`. */
  readonly scopes: readonly ScopeKey[];
  readonly scopeConfidence: Confidence | 'not-needed';
  readonly access: Access;
  readonly status: 'current' | 'deprecated' | 'legacy';
  readonly replacedBy: EndpointId | null;
  /** Where one operation became several: the others. */
  readonly otherReplacements?: readonly EndpointId[];
  /** Whose token the endpoint takes; empty when the platform does not say. */
  readonly tokens: readonly Principal[];
  /** How `tokens` is known: the platform's page, another version of the operation, or whose scope it is. */
  readonly tokensBasis?: 'documented' | 'family' | 'scope' | 'module' | 'unknown';
  readonly categories: EndpointCategories;
  /** How `categories` is known: from its own field rows, from another version's, or judged from its module. */
  readonly categoriesBasis?: 'fields' | 'family' | 'module';
}

export interface EndpointCategories {
  /** What the endpoint is called for. */
  readonly primary: readonly CategoryId[];
  /** What comes along in the response. */
  readonly incidental: readonly CategoryId[];
  /** What the request hands to the platform. */
  readonly sent: readonly CategoryId[];
}

/** A path of the first API generation (`/api/...`), with what took its place. */
export interface LegacyEndpoint extends Provenance {
  readonly id: EndpointId;
  readonly method: HttpMethod;
  readonly path: string;
  readonly title: string;
  readonly access: Access;
  readonly confidence: Confidence;
  readonly replacement: EndpointId | null;
  /** Where one old call became several: the others. */
  readonly otherReplacements?: readonly EndpointId[];
  readonly note: string;
}

export interface Scope extends Provenance {
  readonly key: ScopeKey;
  readonly title: string;
  readonly description: string;
  readonly packageId: string | null;
  /** `public`: open to every app. `custom`: applied for. */
  readonly kind: 'public' | 'custom' | 'unknown';
  readonly sensitive: boolean;
  /** From its endpoints, not from its key: keys mislead. */
  readonly access: 'read' | 'write' | 'read-write' | 'unknown';
  readonly principal: Principal | null;
  readonly confidence: Confidence;
  /** Why no endpoint or webhook hangs on it, when none does. */
  readonly noEndpoint?: string;
}

/** A spelling met in code that is not a scope key, and the key it means. */
export interface ScopeAlias extends Provenance {
  readonly alias: string;
  readonly key: ScopeKey;
  readonly reason: string;
}

export interface Category extends Provenance {
  readonly id: CategoryId;
  readonly title: string;
  readonly definition: string;
  readonly tier: Tier;
  readonly fideslangKey: string;
  readonly dpvTerm: string;
  readonly shopifyLevel: 0 | 1 | 2;
  /** For a composite (a label, an invoice): the categories it may hold. */
  readonly holds: readonly CategoryId[];
  /** One more sentence for people, where there is something to know; empty otherwise. */
  readonly notes: string;
  /** Where nothing of it exists outside some markets: which. Absent where nothing limits it. */
  readonly markets?: MarketLimit;
}

/** The only markets in which something exists, with what says so. */
export interface MarketLimit extends Provenance {
  /** Country codes as declarations write them: `ID`, `BR`. */
  readonly codes: readonly string[];
}

/** Three answers for each category: every category stands in exactly one of `needs`, `optional` and `never`. */
export interface Purpose extends Provenance {
  readonly kind: PurposeKind;
  readonly title: string;
  readonly definition: string;
  readonly dpvPurpose: string;
  readonly fidesDataUse: string;
  /** What the purpose cannot do without. */
  readonly needs: readonly CategoryId[];
  /** What some apps of this kind need: to be declared, with a reason. */
  readonly optional: readonly CategoryId[];
  /** All the rest: what needs it is another purpose. */
  readonly never: readonly CategoryId[];
  /** What kinds of access the purpose's operations have. */
  readonly access: readonly Access[];
  readonly operations: readonly string[];
  readonly advice: string;
}

export interface Webhook extends Provenance {
  readonly type: number;
  /** The name of the event in the platform's own lists (`ORDER_STATUS_CHANGE`); empty where none is known. */
  readonly event: string;
  /** How sure that name is. `guess`: the source itself calls it a guess, so nothing may be compared with it. */
  readonly eventConfidence: Exclude<Confidence, 'unknown' | 'inferred'> | 'guess' | null;
  readonly title: string;
  readonly group: string;
  readonly principal: Principal | null;
  /** Paths of the payload from its top level: `shop_id`, `data.order_id`. Their categories: `payloadFieldsOfWebhook`. */
  readonly data: readonly string[];
  readonly scopes: readonly ScopeKey[];
  readonly scopeConfidence: Confidence;
  /** Our reading of whose data it is where the platform does not say. Never leads to a finding. */
  readonly likelyScope: ScopeKey | null;
  readonly categories: readonly CategoryId[];
}

/** One response or request field and what it holds. Loaded apart from the rest: it is the big table. */
export interface Field extends Provenance {
  readonly endpoint: EndpointId;
  /**
   * Dotted path from `data`, whatever the platform calls what its answers hold; `[]` for an array level, `*` for the rest of the response, `x.y.*` for a subtree. In requests
   * `path.x`, `query.x` and `form.x` are path, query and multipart parameters. A webhook's payload is the response of
   * the endpoint `WEBHOOK <type>` (`webhookEndpoint`), read from its top level: `data.order_id`.
   */
  readonly path: string;
  readonly direction: 'response' | 'request';
  readonly category: CategoryId;
  readonly confidence: 'documented' | 'sdk-model' | 'single-source' | 'inferred';
  /**
   * Where the place itself was seen, when the platform's OpenAPI set does not have it: on the platform's page of this
   * very endpoint, in a model of the official SDK, in somebody else's text, or nowhere yet but at another version of the
   * operation (`sibling`).
   */
  readonly seenIn?: 'page' | 'sdk' | 'third-party' | 'sibling';
}

export interface Host extends Provenance {
  readonly host: string;
  readonly use: 'api' | 'auth' | 'authorize' | 'sandbox';
  readonly confidence: Confidence;
}

/**
 * How a library is called. Positions are zero-based argument indexes; names are property names of an options object.
 * One row is one export of one package, or a global.
 */
export interface HttpClient extends Provenance {
  /** Package name, or `global` for what the runtime provides. Node built-ins are written `node:https`. */
  readonly package: string;
  /** Export name; `default`, or the global's name such as `fetch`. */
  readonly export: string;
  /** Calling the export itself: `fetch(url, init)`. */
  readonly call: ClientSignature | null;
  /** Methods on the export and on instances made from it: `get`, `post`, `request`. */
  readonly methods: Readonly<Record<string, ClientSignature>>;
  /**
   * Methods that make an instance with defaults: `axios.create({ baseURL })`. Value: where the defaults stand. The
   * name `()` is the export called itself (`wretch('https://…')`).
   */
  readonly factories: Readonly<Record<string, ClientFactory>>;
  /** Option names that hold a base URL (`baseURL`, `prefixUrl`). */
  readonly baseUrlOptions: readonly string[];
  /** True where `new X(options)` makes an instance. */
  readonly constructible: boolean;
  /** Where a base URL stands among the arguments of `new X(…)` (`new Pool('https://…')`). */
  readonly constructorUrl?: number;
  /** Objects of defaults on the export or an instance (`axios.defaults.baseURL`). */
  readonly defaultsProperties?: readonly string[];
  /** Properties that are themselves such a client (`HttpService.axiosRef`). */
  readonly clientProperties?: readonly string[];
  /** How the body is reached from what the call resolves to: `data`, `json()`; empty where it is the body itself. */
  readonly responseBody?: readonly string[];
}

export interface ClientFactory {
  /** Where the options object stands. */
  readonly options: number;
  /** Where a base URL stands as an argument of its own (`wretch('https://…')`). */
  readonly url?: number;
}

export interface ClientSignature {
  /**
   * Where the URL stands: an argument index, or null when only the options object carries it. Where `urlOptions` is
   * not empty, an object may stand at this place instead; it is the options object then.
   */
  readonly url: number | null;
  /** Where the options object stands, if there is one. */
  readonly options: number | null;
  /** The method, when the name of the function fixes it. */
  readonly method: HttpMethod | null;
  /** The method when neither the name nor the options say. */
  readonly defaultMethod: HttpMethod | null;
  /** Property names in the options object, in order of preference. */
  readonly urlOptions: readonly string[];
  readonly methodOptions: readonly string[];
  /** Where the HTTP method stands as an argument of its own (`needle('get', url)`). */
  readonly methodArgument?: number;
  /** Where the request body stands as an argument of its own (`axios.post(url, data)`). */
  readonly data?: number;
}

/** A library made for this platform. */
export interface SdkPackage extends Provenance {
  readonly package: string;
  readonly style: 'official' | 'flat' | 'modules' | 'request';
  /** The names it exports that calls hang on. */
  readonly exports?: readonly string[];
  readonly note: string;
}

/** One known call of such a library, when it does not follow the official naming rule. */
export interface SdkCall extends Provenance {
  readonly package: string;
  /** Class or property path before the method; empty for a flat method. */
  readonly owner: string;
  readonly method: string;
  readonly endpoint: EndpointId;
}

/**
 * What takes data out of the code. Known by where its receiver comes from (`pino()`, `new PrismaClient()`); where
 * nothing says that, by the receiver's name.
 */
export interface Sink extends Provenance {
  /**
   * `delete`: takes data away again, which is what a withdrawal asks for. `disclose`: hands it to somebody else's
   * service, who has to stand among the recipients.
   */
  readonly kind: 'log' | 'store' | 'delete' | 'respond' | 'disclose';
  /**
   * Package whose exports or instances have the methods; `global` for what the runtime provides; `*` for rows that hold
   * for a name alone. Node built-ins are written `node:fs`.
   */
  readonly package: string;
  /**
   * Last names of the call: `info` in `logger.info(…)`, `values` in `db.insert(orders).values(…)`. Where that is not
   * enough, more names before it: `NextResponse.json`. `()` at the end is for `new`, and for what a call gives, called:
   * `Response.()` for `new Response(…)`, `()` for `debug('app')(…)`. Of a global the whole path: `console.log`.
   */
  readonly methods: readonly string[];
  /**
   * Names of receivers that speak for themselves: `logger`, `prisma`. Compared without case, as the last words of a name
   * (`auditLogger`); names of up to three letters only as the whole of it.
   */
  readonly names: readonly string[];
  /** `sql`: the text of the statement says whether it stores, deletes, or only reads (`effectOfSql`). */
  readonly statement?: 'sql';
  /** To whom it hands the data, where the package alone says it. */
  readonly recipient?: SinkRecipient;
  /**
   * The property of its options that says to whom, by the package that it comes from: `model` in
   * `generateText({ model: openai('gpt') })`. `recipient` is for a plain text there, and for nothing else.
   */
  readonly recipientFrom?: string;
  /** Properties that hand over what is assigned to them: `body` for `ctx.body = order`. Written like `methods`. */
  readonly properties?: readonly string[];
  /**
   * Calls, and decorators, that take a handler whose returned value is the answer: `query` for
   * `procedure.query(() => orders)`, `Get` for a method under `@Get()`, `createSchema` for the functions of
   * `createSchema({ resolvers })`. Written like `methods`.
   */
  readonly handlers?: readonly string[];
}

/** Whose service a package talks to. */
export interface SinkRecipient {
  /** For people: `Slack`. */
  readonly name: string;
  /** The domain of whoever runs it: `slack.com`. */
  readonly domain: string;
}

/** A way to less data, offered only where it carries everything that the code reads. */
export interface Alternative extends Provenance {
  /** What is called today. Holds for every version of its family, except where `kind` is `version`. */
  readonly endpoint: EndpointId;
  /** The versions of the family that it is meant for, where not all: an older answer may be as narrow already. */
  readonly versions?: readonly string[];
  readonly kind: 'endpoint' | 'version' | 'webhook' | 'switch';
  /** Endpoint id, webhook type number, or `name=value` of the request. */
  readonly instead: string;
  /**
   * `name=value` that today's request must say for a switch to change anything; `name` alone for any value. The
   * platform's default is the rest.
   */
  readonly onlyWhere?: string;
  /** Paths of today's response that it carries too, written like those of `Field`, whether or not a field row exists. */
  readonly carries: readonly string[];
  /** Of an endpoint: where in its answer stands what stands elsewhere in today's, by today's path. Absent: all alike. */
  readonly movedTo?: Readonly<Record<string, string>>;
  /** For messages: "webhook 1, which carries the order's id and status". */
  readonly title: string;
  readonly confidence: Confidence;
}

/** A complete listing that the catalog was held against: a day on which nothing that the platform told was missing. */
export interface Listing extends Provenance {
  /** `paths`: which endpoints there are. `scopes`: the page of each one too, with its scopes. */
  readonly tells: 'paths' | 'scopes';
  readonly endpoints: number;
}

/** The platform as a whole: how its requests, paths, answers and webhooks look, whatever the endpoint. */
export interface Platform {
  /** For people: what the API is called, and where an app's settings are. */
  readonly name: string;
  readonly console: string;
  readonly requests: RequestMarks;
  readonly paths: PathMarks;
  readonly answers: AnswerMarks;
  readonly webhooks: WebhookMarks;
  readonly names: NameMarks;
  readonly company: CompanyDomains;
  readonly sdk: SdkMarks;
}

/** By what a request is known as the platform's, besides its host. */
export interface RequestMarks extends Provenance {
  /** The header that carries the token, lower case. */
  readonly tokenHeader: string;
  /** The parameter that names the app on every signed call; nobody else's calls carry it beside one of `besideAppKey`. */
  readonly appKey: string;
  readonly besideAppKey: readonly string[];
}

export interface PathMarks extends Provenance {
  /** Source of a regular expression for what stands before the version: `/[a-z_]+` where a module does. */
  readonly beforeVersion: string;
  /** Source of a regular expression for a version: one whole segment, without a group. */
  readonly version: string;
  /** `month`: a version is the month that it is of, `YYYYMM`; else it says nothing about its age. */
  readonly versionTells: 'month' | 'nothing';
  /** How the paths of the first generation begin; empty where there was none. */
  readonly legacyStart: string;
}

export interface AnswerMarks extends Provenance {
  /** Field paths that every answer has, or that only lead to the next page: nobody's data. */
  readonly envelope: readonly string[];
  /** The error code of a call whose scope the token lacks. */
  readonly missingScope: string;
}

export interface WebhookMarks extends Provenance {
  /** The property that tells what happened. */
  readonly type: string;
  /** Properties of which a body has one if it is the platform's. */
  readonly besideType: readonly string[];
  /** The type by which the platform tells that somebody withdrew the authorization, by who that is. */
  readonly withdrawal: Readonly<Partial<Record<Principal, number>>>;
}

/** Words by which code calls the platform: in `process.env.ACME_HOST` the word `acme`. Lower case. */
export interface NameMarks extends Provenance {
  /** Anywhere in a name. */
  readonly inNames: readonly string[];
  /** As a word of its own, or at the beginning of one. */
  readonly asWords: readonly string[];
}

/** Domains of the same company (and all below them) that share no endpoint with this API. */
export interface CompanyDomains extends Provenance {
  readonly domains: readonly string[];
}

/** How the text of the official SDK is known, in whatever folder a copy of it lies. */
export interface SdkMarks extends Provenance {
  /** Source of a regular expression for the class of a module's operations, without the ends of a word. */
  readonly apiClass: string;
  /** The class that gathers all of them, and the one that fetches tokens. */
  readonly client: string;
  readonly tokenTool: string;
  /** Names that its generator leaves in every file of operations, or in what they rest on. */
  readonly generated: readonly string[];
  /** Files that gather the operations, from the folder of a copy. */
  readonly indexes: readonly string[];
  /** Folders of a copy that hold no operations themselves. */
  readonly parts: readonly string[];
}

/** A field of the answers of the first generation, by its own name. Its `path` is written like that of `Field`. */
export interface LegacyField extends Provenance {
  /** The answers of all paths that begin so have it. */
  readonly under: string;
  /** The operation whose whole answer the source shows; others share its names, not all of its data. */
  readonly shownBy: string;
  readonly path: string;
  readonly category: CategoryId;
}

/** Everything, as plain data. Tests hand in three rows; the real one is only one possible value. */
export interface CatalogData {
  /** Version of the catalog data, `YYYY.MM.n`. */
  readonly version: string;
  /** Newest date among the sources, `YYYY-MM-DD`. */
  readonly date: string;
  readonly platform: Platform;
  readonly listings: readonly Listing[];
  readonly endpoints: readonly Endpoint[];
  readonly legacyEndpoints: readonly LegacyEndpoint[];
  readonly legacyFields: readonly LegacyField[];
  readonly scopes: readonly Scope[];
  readonly scopeAliases: readonly ScopeAlias[];
  readonly categories: readonly Category[];
  readonly purposes: readonly Purpose[];
  readonly webhooks: readonly Webhook[];
  readonly hosts: readonly Host[];
  readonly httpClients: readonly HttpClient[];
  readonly sdkPackages: readonly SdkPackage[];
  readonly sdkCalls: readonly SdkCall[];
  readonly sinks: readonly Sink[];
  readonly alternatives: readonly Alternative[];
}

/** The data with the indexes that look-up needs, and a digest of the data (sha256, hex) for manifests. */
export interface Catalog extends CatalogData {
  readonly digest: string;
  /**
   * Until when nothing can be missing, `YYYY-MM-DD`: the newest listing that tells scopes. What is newer may exist without a
   * row here, although single rows are newer.
   */
  readonly listed: string;
  readonly endpointById: ReadonlyMap<EndpointId, Endpoint>;
  readonly legacyById: ReadonlyMap<EndpointId, LegacyEndpoint>;
  readonly scopeByKey: ReadonlyMap<ScopeKey, Scope>;
  readonly categoryById: ReadonlyMap<CategoryId, Category>;
  readonly purposeByKind: ReadonlyMap<PurposeKind, Purpose>;
  readonly webhookByType: ReadonlyMap<number, Webhook>;
  /** Loaded on the first call only. */
  readonly fields: () => readonly Field[];
}

/** What a path and method fit. */
export interface EndpointMatch {
  /** All endpoints that fit equally well: several when the method was not given or a segment stayed open. */
  readonly endpoints: readonly Endpoint[];
  readonly legacy: readonly LegacyEndpoint[];
  /**
   * `exact`: this very version is known. `family`: the operation is known at other versions only.
   * `loose`: an open part of the path had to stand for fixed text of the template.
   */
  readonly fit: 'exact' | 'family' | 'loose';
}
