// Runs in a project that has leastscope installed: types every line of documented-lines.json in the app that stands there, one after
// the other in this one process, since to start Node anew for each costs ten times as much. CommonJS, and with nothing of the
// repository: package-managers.mjs lays it into projects of every package manager.
const { Buffer } = require('node:buffer');
const console = require('node:console');
const { mkdirSync, readFileSync, rmSync } = require('node:fs');
const { dirname, join } = require('node:path');
const process = require('node:process');
const { setTimeout } = require('node:timers/promises');
const { commitAll, faultOf, layOut } = require('./lay-out.cjs');

const program = join(dirname(require.resolve('leastscope/package.json')), 'bundle/leastscope.cjs');
const folder = join(process.cwd(), 'documented-app');
const { app, madeBy, lines } = JSON.parse(readFileSync('documented-lines.json', 'utf8'));
const files = Object.fromEntries(
  Object.entries(app).map(([name, content]) => [name, Buffer.from(content, 'base64')]),
);

let faults = 0;

void typeAll();

async function typeAll() {
  mkdirSync(folder);
  process.chdir(folder);
  layOut(folder, files);
  for (const [name, args] of Object.entries(madeBy)) files[name] = (await type(args)).stdout;
  layOut(folder, files);
  commitAll(folder);
  for (const args of lines) {
    layOut(folder, files);
    if (args[0] === 'init') rmSync(join(folder, 'scope-declaration.yaml'));
    await type(args);
  }
  console.log(`${lines.length} lines typed`);
  process.exitCode = faults === 0 ? 0 : 1;
}

async function type(args) {
  const ran = await run(args);
  const fault = faultOf(ran, folder, files);
  if (fault === null) return ran;
  faults += 1;
  console.error(`leastscope ${args.join(' ')}: ${fault}\n${ran.stdout}${ran.stderr}`);
  return ran;
}

/**
 * The program from its first line, as Node starts it; it has ended when it sets the exit code. What it says is heard where
 * this process writes into a pipe, as it does here: into a file the program writes by itself.
 */
async function run(args) {
  const said = { stdout: '', stderr: '' };
  const writes = Object.keys(said).map((name) => {
    const { write } = process[name];
    process[name].write = (text) => {
      said[name] += text;
      return true;
    };
    return () => (process[name].write = write);
  });
  process.argv = [process.execPath, program, ...args];
  process.exitCode = undefined;
  try {
    delete require.cache[program];
    require(program);
    while (process.exitCode === undefined) await setTimeout(1);
    const status = process.exitCode;
    return { status, ...said };
  } finally {
    for (const back of writes) back();
  }
}
