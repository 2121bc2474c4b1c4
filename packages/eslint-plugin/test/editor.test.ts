import { chmodSync, mkdirSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { declaration, lint, missing, project, said, write } from './workbench.js';

const client = (host: string) =>
  `export const send = (path) => fetch('https://${host}' + path, { method: 'POST' });\n`;
const platform = 'open-api.tiktokglobalshop.com';
const paths = (path: string) => `export const PATH = '${path}';\n`;
const caller = `import { send } from './client.js';\nimport { PATH } from './paths.js';\n\nexport const run = () => send(PATH);\n`;

afterEach(() => {
  vi.useRealTimers();
});

describe('what an editor holds', () => {
  it('is judged unsaved', () => {
    const root = project({ 'scope-declaration.yaml': declaration, 'src/cancel.js': missing });
    expect(said(lint(root, 'src/cancel.js', 'export {};\n'))).toEqual([]);
    expect(said(lint(root, 'src/new/folder/cancel.js', missing))).toEqual(['2:3 missing-scope']);
    expect(said(lint(root, 'src/cancel.js', `\n\n${missing}`))).toEqual(['4:3 missing-scope']);
  });

  it('is judged by the declaration of the moment', () => {
    const root = project({ 'scope-declaration.yaml': declaration });
    expect(said(lint(root, 'src/cancel.js', missing))).toEqual(['2:3 missing-scope']);
    write(root, 'scope-declaration.yaml', declaration.replace('info]', 'info, seller.return_refund.basic]'));
    expect(said(lint(root, 'src/cancel.js', missing))).not.toContain('2:3 missing-scope');
  });

  it('follows an imported file that is edited meanwhile', () => {
    const using = caller.replace('PATH)', "PATH, '/202309/')");
    const files = { 'src/client.js': client(platform), 'src/paths.js': paths('/order/202309/orders/search') };
    const root = project({ 'scope-declaration.yaml': declaration, ...files });
    expect(said(lint(root, 'src/run.js', using))).toEqual([]);
    write(root, 'src/paths.js', paths('/return_refund/202309/cancellations'));
    expect(said(lint(root, 'src/run.js', using))).toEqual(['4:26 missing-scope']);
    // Same size: told by its time.
    write(root, 'src/paths.js', paths('/return_refund/202309/cancellationz'));
    utimesSync(join(root, 'src/paths.js'), 1, 1);
    expect(said(lint(root, 'src/run.js', using))).toEqual(['4:26 unknown-endpoint']);
  });

  it('judges a file without a tell-tale by what it imports, and sees new helpers after two seconds', () => {
    vi.useFakeTimers({ toFake: ['performance'] });
    const root = project({ 'scope-declaration.yaml': declaration, 'src/paths.js': paths('/elsewhere') });
    expect(said(lint(root, 'src/run.js', caller))).toEqual([]);
    write(root, 'src/client.js', client(platform));
    write(root, 'src/paths.js', paths('/return_refund/202309/cancellations'));
    vi.advanceTimersByTime(60_000);
    expect(said(lint(root, 'src/run.js', caller))).toEqual(['4:26 missing-scope']);
    write(root, 'src/paths.js', paths('/order/202309/orders/search'));
    expect(said(lint(root, 'src/run.js', caller))).toEqual([]);
  });
});

describe('trouble is one message at the first line', () => {
  const trouble = (root: string, settings: Record<string, unknown> = {}) =>
    lint(root, 'src/cancel.js', missing, { settings: { leastscope: settings } }).map(
      ({ line, column, message }) => `${line}:${column} ${message}`,
    );

  it('when the declaration that the settings name is missing, or no name', () => {
    const root = project({});
    expect(trouble(root, { declaration: 'nowhere.yaml' })).toEqual([
      '1:1 leastscope could not judge this file: settings.leastscope.declaration: there is no file nowhere.yaml',
    ]);
    expect(trouble(root, { declaration: 7 })).toEqual([
      '1:1 leastscope could not judge this file: settings.leastscope.declaration: must be the path of a file',
    ]);
  });

  it('when the declaration is a folder or not text', () => {
    const root = project({});
    mkdirSync(join(root, 'scope-declaration.yaml'));
    expect(trouble(root)).toEqual([
      expect.stringMatching(
        /^1:1 leastscope could not judge this file: scope-declaration.yaml cannot be read: /,
      ),
    ]);
    rmSync(join(root, 'scope-declaration.yaml'), { recursive: true });
    write(root, 'scope-declaration.yaml', '\uFEFFschema: 1\n\0');
    expect(trouble(root).length).toBeLessThanOrEqual(1);
  });

  it.skipIf(process.getuid?.() === 0)('when the declaration may not be read', () => {
    const root = project({ 'scope-declaration.yaml': declaration });
    chmodSync(join(root, 'scope-declaration.yaml'), 0);
    expect(trouble(root)).toEqual([
      '1:1 leastscope could not judge this file: scope-declaration.yaml cannot be read: permission denied',
    ]);
  });

  it('and not on files that have nothing to do with it', () => {
    const settings = { leastscope: { declaration: 'nowhere.yaml' } };
    expect(lint(project({}), 'src/other.js', "import './x.js';\n", { settings })).toEqual([]);
  });
});

/** What the plugin could not judge: it never throws into an editor, so that alone would prove nothing. */
function troubleIn(...[root, file, text]: Parameters<typeof lint>): readonly string[] {
  return lint(root, file, text)
    .map(({ message }) => message)
    .filter((message) => message.includes('could not judge'));
}

describe('never throws, and judges', () => {
  const tellTale = `fetch('https://${platform}/order/202309/orders/search');\n`;
  const hostile: Readonly<Record<string, string>> = {
    'deep nesting': `${tellTale}x = ${'['.repeat(1500)}${']'.repeat(1500)};\n`,
    'a long chain': `${tellTale}x = ${Array.from({ length: 3000 }, (_, index) => `a${index}`).join(' + ')};\n`,
    'odd line breaks': `${tellTale}// \u2028 \u2029\r\n${tellTale}`,
    'a cycle of constants': `const a = b + '/202309/'; const b = a; fetch('https://${platform}' + a);\n`,
    'names of prototypes': `const constructor = { __proto__: null }; fetch('https://${platform}/' + constructor.toString);\n`,
    'a hash bang': `#!/usr/bin/env node\n${tellTale}`,
    nothing: '',
    'half a pair': `fetch('https://${platform}/order/202309/\\ud800');\n`,
  };

  it.each(Object.entries(hostile))('%s', (_name, text) => {
    const root = project({ 'scope-declaration.yaml': declaration });
    expect(troubleIn(root, 'src/a.js', text)).toEqual([]);
  });

  it('where there is no file name, no folder and no declaration', () => {
    const root = join(project({}), 'gone');
    for (const file of ['<input>', '<text>', 'src/../a.js', 'README.md/0_0.js', '../outside.js']) {
      expect(troubleIn(root, file, missing), file).toEqual([]);
    }
  });

  it('when an imported file is broken, absent or a folder', () => {
    const root = project({
      'scope-declaration.yaml': declaration,
      'src/client.js': `export const send = (`,
      'src/paths.js/index.js': '',
    });
    expect(troubleIn(root, 'src/run.js', `${caller}// /202309/\n`)).toEqual([]);
  });
});
