// The lines of the documents that start leastscope, for the tests of the program and for the CI step that types them in projects of
// several package managers.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, URL } from 'node:url';

const repository = fileURLToPath(new URL('../../../../', import.meta.url));

export function documentedLines(commands) {
  const started = new RegExp(`(?:^|[\\s"'])(?:npx )?leastscope ((?:${commands.join('|')})(?=[\\s"']|$).*)$`);
  const found = documents().flatMap((document) =>
    blocksOf(readFileSync(join(repository, document), 'utf8'))
      .flatMap(({ language, lines }) => lines.flatMap((text) => commandIn(started, text, language)))
      .map((line) => ({ document, line, args: wordsOf(line) })),
  );
  return [...new Map(found.reverse().map((one) => [one.args.join('\0'), one])).values()].reverse();
}

function documents() {
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

function blocksOf(text) {
  return [...text.matchAll(/^```(\w+).*\n([\s\S]*?)^```/gm)].map(([, language = '', code = '']) => ({
    language,
    lines: code.split('\n'),
  }));
}

const quoting = new Set(['js', 'json', 'jsonc', 'lua', 'toml']);

/** Lines that show how a command is written, `[options]`, are none to type. */
function commandIn(started, text, language) {
  const isQuoted = quoting.has(language);
  const shown = isQuoted ? text : text.replace(/(?:^|\s)#.*$/, '').split(' | ')[0];
  const [, line = ''] = started.exec((shown ?? '').trimEnd()) ?? [];
  if (line === '' || /[[<…]/.test(line)) return [];
  return [isQuoted ? line.replace(/["'][\s\S]*$/, '').trim() : line.trim()];
}

/** As a shell takes a line apart, as far as the documents go. */
function wordsOf(line) {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain ?? '',
  );
}

/** Lines that are tried elsewhere, and why not here. */
export const elsewhere = {
  'check --watch': 'runs until it is stopped: watch.test.ts',
  'fix --interactive --unsafe': 'asks at a terminal: mend.test.ts',
  'fix --unsafe --interactive': 'asks at a terminal: mend.test.ts',
  'lsp --stdio': 'answers an editor until that ends: language-server.test.ts',
};
