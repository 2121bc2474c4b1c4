// The extension for Visual Studio Code holds together: its manifest names what is there, its file loads in an editor's place, and
// the program that it would start answers. No editor runs here.
import { existsSync, readFileSync } from 'node:fs';
import { createRequire, Module } from 'node:module';
import { join } from 'node:path';
import { startEditor, uriOf } from '../../benchmarks/language-client.mjs';
import { root, run } from '../pnpm.mjs';

const folder = join(root, 'packages/vscode');
if (run(process.execPath, ['scripts/bundle-vscode.mjs']) !== 0) process.exit(1);

const problems = [...manifest(), ...extension(), ...(await server())];
for (const problem of problems) console.error(`packages/vscode: ${problem}`);
if (problems.length > 0) process.exit(1);
console.log('The extension: its manifest holds, its file loads, its program answers.');

function manifest() {
  const it = read('package.json');
  const program = JSON.parse(readFileSync(join(root, 'packages/cli/package.json'), 'utf8'));
  const { configuration, yamlValidation } = it.contributes;
  const settings = Object.keys(configuration.properties);
  const files = [it.main, ...yamlValidation.map(({ url }) => url), 'README.md', 'LICENSE'];
  const types = it.devDependencies['@types/vscode'];
  return [
    ...['name', 'displayName', 'publisher', 'description', 'license', 'repository', 'categories', 'engines']
      .filter((key) => !Object.hasOwn(it, key))
      .map((key) => `package.json has no ${key}.`),
    ...files.filter((file) => !existsSync(join(folder, file))).map((file) => `${file} is not there.`),
    ...it.capabilities.untrustedWorkspaces.restrictedConfigurations
      .filter((name) => !settings.includes(name))
      .map((name) => `there is no setting ${name} that could be restricted.`),
    // A newer interface than the oldest editor has would be called in vain.
    ...(it.engines.vscode === `^${types}`
      ? []
      : [`engines.vscode is not ^${types}, whose types it is checked by.`]),
    ...(it.version === program.version
      ? []
      : [`its version is not that of the program, ${program.version}.`]),
  ];
}

/** Loads it with something in the place of the editor: what it asks for at once is there, and does nothing. */
function extension() {
  const load = Module._load;
  Module._load = (name, ...rest) => (name === 'vscode' ? editor() : load(name, ...rest));
  try {
    const loaded = createRequire(join(folder, 'package.json'))(join(folder, 'bundle/extension.cjs'));
    return ['activate', 'deactivate']
      .filter((name) => typeof loaded[name] !== 'function')
      .map((name) => `its file has no ${name}.`);
  } finally {
    Module._load = load;
  }
}

/** Whatever is asked of it, it has: a class that can be extended, called and asked on. */
function editor() {
  const anything = new Proxy(class {}, {
    get: (target, name) => (name in target ? target[name] : anything),
    apply: () => anything,
  });
  return new Proxy({}, { get: () => anything, has: () => true });
}

async function server() {
  const app = join(root, 'examples/sdk-app');
  const speaking = await startEditor([app], join(folder, 'server/bundle/leastscope.cjs'));
  const path = join(app, 'src/catalog/stock.ts');
  const { diagnostics } = await speaking.until(({ uri }) => uri === uriOf(path));
  const code = await speaking.end();
  return [
    ...(diagnostics.some((one) => one.code === 'missing-scope')
      ? []
      : ['its program does not find what check finds.']),
    ...(code === 0 ? [] : [`its program ends with ${code}.`]),
  ];
}

function read(file) {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}
