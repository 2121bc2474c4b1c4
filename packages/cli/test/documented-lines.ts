import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { commandTable } from '../src/commands/table.js';
import { repository } from './workbench.js';

/** A line of the documents that starts leastscope, without what stands around it. */
export interface DocumentedLine {
  /** The first document that shows it. */
  readonly document: string;
  /** As it stands there: `check --format sarif=leastscope.sarif`. */
  readonly line: string;
  readonly args: readonly string[];
}

const names = commandTable.map(({ name }) => name).join('|');
const started = new RegExp(`(?:^|[\\s"'])(?:npx )?leastscope ((?:${names})(?=[\\s"']|$).*)$`);

/** Every such line in the code blocks of README.md, of docs and of the package's README, each once. */
export function documentedLines(): readonly DocumentedLine[] {
  const found = documents().flatMap((document) =>
    blocksOf(readFileSync(join(repository, document), 'utf8'))
      .flatMap(({ language, lines }) => lines.flatMap((text) => commandIn(text, language)))
      .map((line) => ({ document, line, args: wordsOf(line) })),
  );
  return [...new Map(found.reverse().map((one) => [one.args.join('\0'), one])).values()].reverse();
}

function documents(): readonly string[] {
  const docs = readdirSync(join(repository, 'docs'), { recursive: true, encoding: 'utf8' });
  return [
    'README.md',
    'packages/cli/README.md',
    ...docs
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name.replaceAll('\\', '/')}`)
      .sort(),
  ];
}

interface Block {
  readonly language: string;
  readonly lines: readonly string[];
}

function blocksOf(text: string): readonly Block[] {
  return [...text.matchAll(/^```(\w+).*\n([\s\S]*?)^```/gm)].map(([, language = '', code = '']) => ({
    language,
    lines: code.split('\n'),
  }));
}

const quoting: ReadonlySet<string> = new Set(['js', 'json', 'jsonc', 'lua', 'toml']);

/** Lines that show how a command is written, `[options]`, are none to type. */
function commandIn(text: string, language: string): readonly string[] {
  const isQuoted = quoting.has(language);
  const shown = isQuoted ? text : text.replace(/(?:^|\s)#.*$/, '').split(' | ')[0];
  const [, line = ''] = started.exec((shown ?? '').trimEnd()) ?? [];
  if (line === '' || /[[<…]/.test(line)) return [];
  return [isQuoted ? line.replace(/["'][\s\S]*$/, '').trim() : line.trim()];
}

/** As a shell takes a line apart, as far as the documents go. */
function wordsOf(line: string): readonly string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  );
}
