import { createReadStream, readdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { createGunzip } from 'node:zlib';
import type { Host } from '../../host/host.js';
import { Misuse } from '../../host/misuse.js';

/** A file to read, by the name that it was given. */
export interface WitnessFile {
  readonly shown: string;
  readonly open: () => AsyncIterable<string>;
}

/** More files than that in one folder are a mistake. */
const mostFiles = 10_000;

/** Files, and of a folder the JSON files in it; `-` is standard input. Throws `Misuse` where there is no such thing. */
export function witnessFiles(given: readonly string[], cwd: string, host: Host): readonly WitnessFile[] {
  return given.flatMap((name) => (name === '-' ? [standardInput(host)] : filesOf(name, cwd)));
}

function standardInput({ stdin }: Host): WitnessFile {
  if (stdin === undefined) throw new Misuse('there is no standard input to read');
  return { shown: 'standard input', open: () => decoded(stdin()) };
}

function filesOf(name: string, cwd: string): readonly WitnessFile[] {
  const path = resolve(cwd, name);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw new Misuse(`there is no file ${name}`);
  if (!found.isDirectory()) return [{ shown: name, open: () => fromDisk(path) }];
  const names = readdirSync(path)
    .filter((one) => one.endsWith('.json'))
    .sort();
  if (names.length === 0) throw new Misuse(`${name} holds no .json file`);
  if (names.length > mostFiles) throw new Misuse(`${name} holds more than ${mostFiles} files`);
  const folder = name.replace(/[\\/]+$/, '');
  return names.map((one) => ({ shown: `${folder}/${one}`, open: () => fromDisk(resolve(path, one)) }));
}

const piece = 1 << 16;

function fromDisk(path: string): AsyncIterable<string> {
  const bytes = createReadStream(path, { highWaterMark: piece });
  return decoded(path.endsWith('.gz') ? bytes.pipe(createGunzip({ chunkSize: piece })) : bytes);
}

async function* decoded(bytes: AsyncIterable<Uint8Array | string>): AsyncIterable<string> {
  const decoder = new TextDecoder();
  for await (const chunk of bytes)
    yield typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}
