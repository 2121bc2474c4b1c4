// Wall time, processor time and peak memory of a program, from the outside: the same for every contestant.
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { clearInterval, setInterval } from 'node:timers';

/** A bundle of certificates costs every start of Node 20 some 50 ms; nobody here needs it. */
const env = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name !== 'NODE_EXTRA_CA_CERTS'),
);

/** What `timeout` tells of a program that it had to kill. */
const killed = 137;

/** Seconds of one run, by the shell's own clock: `{ wall, cpu, status }`. With a limit in seconds, it is stopped there. */
export function time({ command, cwd, limit }) {
  const script = `TIMEFORMAT='%R %U %S'; time "$@" >/dev/null 2>/dev/null </dev/null`;
  const limited = limit === undefined ? command : ['timeout', '--signal=KILL', String(limit), ...command];
  const { status, stderr } = spawnSync('bash', ['-c', script, 'bash', ...limited], {
    cwd,
    env,
    encoding: 'utf8',
  });
  const [wall, user, system] = stderr.trim().split(/\s+/).slice(-3).map(Number);
  return { wall, cpu: user + system, status };
}

/** Peak memory in megabytes, of the program and what it starts, up to its limit: looked up again and again, so a little low. */
export async function peak({ command, cwd, limit }) {
  const child = spawn(command[0], command.slice(1), {
    cwd,
    env,
    stdio: 'ignore',
    timeout: (limit ?? 0) * 1000,
    killSignal: 'SIGKILL',
  });
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, memoryOf(child.pid))), 2);
  await new Promise((done) => child.on('close', done));
  clearInterval(timer);
  return most;
}

function memoryOf(pid) {
  try {
    const own = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
    return own + children.reduce((sum, child) => sum + memoryOf(child), 0);
  } catch {
    return 0;
  }
}

export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** All contestants in turn, so that a busy minute of the machine hits all alike; the first round only warms the caches. */
export async function race(contestants, runs) {
  const samples = new Map(contestants.map((one) => [one, []]));
  for (let round = 0; round <= runs; round += 1) {
    for (const one of contestants) {
      if (round > (one.runs ?? runs) || (round === 0 && one.runs === 1)) continue;
      one.before?.();
      const sample = time(one);
      if (round > 0) samples.get(one).push(sample);
    }
  }
  const rows = [];
  for (const one of contestants) {
    one.before?.();
    const own = samples.get(one);
    const of = (key) => median(own.map((sample) => sample[key]));
    rows.push({
      name: one.name,
      wall: of('wall'),
      cpu: of('cpu'),
      megabytes: await peak(one),
      runs: own.length,
      status: own[0].status,
      isStopped: own.some(({ status }) => status === killed),
    });
  }
  return rows;
}
