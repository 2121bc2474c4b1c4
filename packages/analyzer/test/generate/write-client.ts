import type { ClientChain, Layer, Leaf, Program, UrlForm } from './program.js';

/** A way to send a request: the declarations it takes, and the code of one call. */
export interface Sender {
  readonly units: readonly { readonly key: string; readonly code: string }[];
  readonly call: (method: string, path: string) => string;
}

/** What sends, wrapped in the helpers of the chain from the inside out. */
export function writeClient(program: Program, chain: ClientChain, key: string, host: string): Sender {
  const leaf = writeLeaf(program, chain.leaf, `${key}Core`, host);
  return chain.layers.reduce(
    (inner, layer, index) => wrap(program, inner, layer, `${key}Layer${index}`),
    leaf,
  );
}

function fullUrl(form: UrlForm, host: string, path: string): string {
  switch (form) {
    case 'template':
      return `\`\${${host}}\${${path}}\``;
    case 'plus':
      return `${host} + ${path}`;
    case 'concat':
      return `${host}.concat(${path})`;
    case 'join':
      return `[${host}, ${path}].join('')`;
    case 'url':
      return `new URL(${path}, ${host}).toString()`;
  }
}

function literalOf(method: string): string | null {
  return /^'([A-Z]+)'$/.exec(method)?.[1] ?? null;
}

function writeLeaf(program: Program, leaf: Leaf, key: string, host: string): Sender {
  const url = (path: string): string => fullUrl(program.url, host, path);
  const headers = "headers: { 'content-type': 'application/json' }";
  switch (leaf) {
    case 'fetch':
      return {
        units: [],
        call: (method, path) =>
          literalOf(method) === 'GET'
            ? `fetch(${url(path)})`
            : `fetch(${url(path)}, { method: ${method}, ${headers} })`,
      };
    case 'axios-verb':
      return {
        units: [],
        call: (method, path) => {
          const verb = literalOf(method)?.toLowerCase();
          return verb === undefined
            ? `⟦!axios⟧.request({ method: ${method}, url: ${url(path)} })`
            : `⟦!axios⟧.${verb}(${url(path)})`;
        },
      };
    case 'axios-config':
      return {
        units: [],
        call: (method, path) => `⟦!axios⟧({ url: ${url(path)}, method: ${method}, ${headers} })`,
      };
    case 'axios-instance':
      return {
        units: [{ key, code: `const ⟦${key}⟧ = ⟦!axios⟧.create({ baseURL: ${host}, timeout: 1000 });` }],
        call: (method, path) => {
          const verb = literalOf(method)?.toLowerCase();
          return verb === undefined
            ? `⟦${key}⟧.request({ method: ${method}, url: ${path} })`
            : `⟦${key}⟧.${verb}(${path})`;
        },
      };
    case 'got':
      return { units: [], call: (method, path) => `⟦!got⟧(${url(path)}, { method: ${method} })` };
    case 'ky':
      return { units: [], call: (method, path) => `⟦!ky⟧(${url(path)}, { method: ${method}, ${headers} })` };
  }
}

const [m, p] = ['⟦@method⟧', '⟦@path⟧'];

/** One more helper around a sender. */
function wrap(program: Program, inner: Sender, layer: Layer, key: string): Sender {
  const t = (type: string): string => (program.language === 'ts' ? `: ${type}` : '');
  const both = `${m}${t('string')}, ${p}${t('string')}`;
  const body = inner.call(m, p);
  const name = `⟦${key}⟧`;
  const positional = (method: string, path: string): string => `${name}(${method}, ${path})`;
  const made = (code: string, call: Sender['call'], ...more: { key: string; code: string }[]): Sender => ({
    units: [...inner.units, { key, code }, ...more],
    call,
  });
  switch (layer) {
    case 'function':
      return made(
        `async function ${name}(${both}) {\n  const response = await ${body};\n  return response;\n}`,
        positional,
      );
    case 'arrow':
      return made(`const ${name} = (${both}) => ${body};`, positional);
    case 'path-first':
      return made(
        `async function ${name}(${p}${t('string')}, ${m}${t('string')} = 'GET') {\n  return ${body};\n}`,
        (method, path) => (literalOf(method) === 'GET' ? `${name}(${path})` : `${name}(${path}, ${method})`),
      );
    case 'options': {
      const options = `⟦@options⟧`;
      const type = t('{ method: string; path: string; body?: unknown }');
      return made(
        `async function ${name}(${options}${type}) {\n  return ${inner.call(`${options}.method`, `${options}.path`)};\n}`,
        inOptions(name),
      );
    }
    case 'destructured': {
      const type = t('{ method?: string; path: string }');
      return made(
        `const ${name} = async ({ path: ${p}, method: ${m} = 'GET' }${type}) => ${body};`,
        inOptions(name),
      );
    }
    case 'method':
      return made(
        `class ${name} {\n  token = 'x';\n  async request(${both}) {\n    return ${body};\n  }\n}`,
        (method, path) => `⟦${key}Made⟧.request(${method}, ${path})`,
        { key: `${key}Made`, code: `const ⟦${key}Made⟧ = new ${name}();` },
      );
    case 'verbs':
      return made(verbsClass(program, name, both, body), (method, path) => {
        const verb = literalOf(method)?.toLowerCase();
        return verb === undefined
          ? `new ${name}().request(${method}, ${path})`
          : `new ${name}().${verb}(${path})`;
      });
    case 'static':
      return made(
        `class ${name} {\n  static send(${both}) {\n    return ${body};\n  }\n}`,
        (method, path) => `${name}.send(${method}, ${path})`,
      );
    case 'subclass':
      return {
        units: [
          ...inner.units,
          {
            key: `${key}Base`,
            code: `class ⟦${key}Base⟧ {\n  async send(${both}) {\n    return ${body};\n  }\n}`,
          },
          {
            key,
            code: `class ${name} extends ⟦${key}Base⟧ {\n  run(${both}) {\n    return this.send(${m}, ${p});\n  }\n}`,
          },
        ],
        call: (method, path) => `new ${name}().run(${method}, ${path})`,
      };
    case 'injected': {
      const send = `(${both}) => ${body}`;
      const type =
        program.language === 'ts'
          ? 'private readonly send: (method: string, path: string) => Promise<unknown>'
          : 'send';
      const setter = program.language === 'ts' ? '' : ' this.send = send; ';
      return made(
        `class ${name} {\n  constructor(${type}) {${setter}}\n  run(${both}) {\n    return this.send(${m}, ${p});\n  }\n}`,
        (method, path) => `⟦${key}Made⟧.run(${method}, ${path})`,
        { key: `${key}Made`, code: `const ⟦${key}Made⟧ = new ${name}(${send});` },
      );
    }
    case 'object':
      return made(
        `const ${name} = {\n  retries: 3,\n  async send(${both}) {\n    return ${body};\n  },\n};`,
        (method, path) => `${name}.send(${method}, ${path})`,
      );
    case 'factory':
      return made(
        `function ${name}(token${t('string')}) {\n  return {\n    token,\n    send: async (${both}) => ${body},\n  };\n}`,
        (method, path) => `⟦${key}Made⟧.send(${method}, ${path})`,
        { key: `${key}Made`, code: `const ⟦${key}Made⟧ = ${name}('x');` },
      );
    case 'curried':
      return made(
        `const ${name} = (${m}${t('string')}) => async (${p}${t('string')}) => ${body};`,
        (method, path) => `${name}(${method})(${path})`,
      );
    case 'bind':
      return {
        units: [
          ...inner.units,
          {
            key: `${key}Free`,
            code: `async function ⟦${key}Free⟧(token${t('string')}, ${both}) {\n  return ${body};\n}`,
          },
          { key, code: `const ${name} = ⟦${key}Free⟧.bind(null, 'token');` },
        ],
        call: positional,
      };
    case 'retry':
      return made(retryCode(name, t), (method, path) => `${name}(() => ${inner.call(method, path)})`);
    case 'rest':
      return made(
        `function ${name}(...args${t('string[]')}) {\n  return ${inner.call('args[0]', 'args[1]')};\n}`,
        positional,
      );
    case 'by-method':
      return made(byMethod(inner, name, t), (method, path) => {
        const verb = literalOf(method);
        return verb === null ? `${name}[${method}](${path})` : `${name}.${verb}(${path})`;
      });
  }
}

const inOptions =
  (name: string) =>
  (method: string, path: string): string =>
    `${name}({ method: ${method}, path: ${path} })`;

function verbsClass(program: Program, name: string, both: string, body: string): string {
  const type = program.language === 'ts' ? ': string' : '';
  const verbs = ['get', 'post', 'put', 'patch', 'delete'].map(
    (verb) => `  ${verb}(${p}${type}) {\n    return this.request('${verb.toUpperCase()}', ${p});\n  }`,
  );
  return `class ${name} {\n${verbs.join('\n')}\n  async request(${both}) {\n    return ${body};\n  }\n}`;
}

function retryCode(name: string, t: (type: string) => string): string {
  return `async function ${name}(run${t('() => Promise<unknown>')}, times = 3)${t('Promise<unknown>')} {
  for (let round = 0; round < times; round += 1) {
    try {
      return await run();
    } catch (error) {
      console.warn(error);
    }
  }
  return null;
}`;
}

function byMethod(inner: Sender, name: string, t: (type: string) => string): string {
  const rows = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].map(
    (verb) => `  ${verb}: (${p}${t('string')}) => ${inner.call(`'${verb}'`, p)},`,
  );
  return `const ${name}${t('Record<string, (path: string) => Promise<unknown>>')} = {\n${rows.join('\n')}\n};`;
}
