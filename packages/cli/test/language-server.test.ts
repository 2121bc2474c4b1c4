import { writeFileSync } from 'node:fs';
import { TextDocument, type TextEdit } from 'vscode-languageserver-textdocument';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CancellationTokenSource, FileChangeType, type CodeAction } from 'vscode-languageserver/node';
import { lay, openEditor, rulesOf, spotOf, uriOf } from './editor.js';

const declaration = `schema: 1
app: { name: A, type: public, tokens: [seller] }
requestedScopes:
  - seller.authorization.info
  - seller.order.info
  - seller.finance.info
purposes:
  - id: ship
    kind: shipping_seller
    text: Create labels for orders the seller has to dispatch and report tracking back.
    code: [src/ship.ts]
recipients:
  - { id: carrier, name: Carrier Ltd }
`;
const http = `export const call = (method: string, path: string, body?: unknown) =>
  fetch('https://open-api.tiktokglobalshop.com' + path, { method, body: JSON.stringify(body) }).then((r) => r.json());
`;
const ship = `import { call } from './http';
export async function label(): Promise<string> {
  const { data } = await call('POST', '/order/202309/orders/search');
  return data.orders[0].recipient_address.name;
}
`;
const cancel = `import { call } from './http';
export const cancel = (id: string) => call('POST', '/return_refund/202309/cancellations', { id });
`;

type Editor = Awaited<ReturnType<typeof openEditor>>;
let app: ReturnType<typeof lay>;
let other: ReturnType<typeof lay>;
let editor: Editor;
const at = (file: string) => `${app.root}/${file}`;
const yaml = () => at('scope-declaration.yaml');

beforeAll(async () => {
  app = lay({
    'scope-declaration.yaml': declaration,
    'src/http.ts': http,
    'src/ship.ts': ship,
    'src/cancel.ts': cancel,
  });
  other = lay({
    'apps/a/scope-declaration.yaml': declaration.replace('name: A', 'name: Other'),
    'apps/a/src/http.ts': http,
    'apps/b/scope-declaration.yaml': declaration.replace('  - seller.order.info\n', ''),
    'apps/b/src/http.ts': http,
    'apps/b/src/ship.ts': ship,
  });
  editor = await openEditor([app.root, other.root], {
    window: { workDoneProgress: true },
    workspace: {
      codeLens: { refreshSupport: true },
      didChangeWatchedFiles: { dynamicRegistration: true },
      workspaceFolders: true,
    },
  });
  await editor.firstLook;
});
afterAll(() => {
  editor.connection.dispose();
  app.remove();
  other.remove();
});

/** The text after an action of this name. */
function after(actions: readonly CodeAction[], title: string, path: string, text: string): string {
  const action = actions.find((one) => one.title.startsWith(title));
  const edits = (action?.edit?.documentChanges ?? []).flatMap((change) =>
    'edits' in change && change.textDocument.uri === uriOf(path) ? (change.edits as TextEdit[]) : [],
  );
  return TextDocument.applyEdits(TextDocument.create(uriOf(path), '', 1, text), edits);
}

describe('the first look', () => {
  it('tells what check tells, of all projects of all folders, with progress', () => {
    const last = (path: string) =>
      rulesOf(editor.told.findLast(({ uri }) => uri === uriOf(path)) ?? { uri: '', diagnostics: [] });
    expect(last(at('src/cancel.ts'))).toContain('missing-scope');
    expect(last(yaml())).toContain('unused-scope');
    expect(last(`${other.root}/apps/b/src/ship.ts`)).toContain('missing-scope');
    expect(last(`${other.root}/apps/b/scope-declaration.yaml`)).toContain('unused-scope');
    // Where nothing is called, nothing can be called unused.
    expect(last(`${other.root}/apps/a/scope-declaration.yaml`)).toEqual(['open-ended-retention']);
    const kinds = editor.heard.flatMap(({ method, params }) =>
      method === '$/progress' ? [(params as { value: { kind: string } }).value.kind] : [],
    );
    expect([kinds[0], kinds.at(-1)]).toEqual(['begin', 'end']);
    expect(editor.heard.map(({ method }) => method)).toContain('client/registerCapability');
  });
});

describe('in code', () => {
  it('says what a call costs: scope, token, personal data, purpose, and the helper on the way', async () => {
    await editor.open(at('src/ship.ts'));
    const found = await editor.hover(at('src/ship.ts'), spotOf(ship, "call('POST'"));
    expect(found?.contents).toEqual({
      kind: 'markdown',
      value: `**\`POST /order/202309/orders/search\`** Get Order List

- needs \`seller.order.info\` (open to every app, sensitive, requested)
- takes the token of a seller
- brings 14 personal categories, this code reads 1: \`buyer.name\`
- sends \`buyer.id\`
- covered by the purpose \`ship\`
- the request is sent here: \`src/http.ts:2\``,
    });
  });

  it('says of a field what it holds, and of a helper what goes through it', async () => {
    const field = await editor.hover(at('src/ship.ts'), spotOf(ship, 'recipient_address.name', 20));
    expect(JSON.stringify(field?.contents)).toContain(
      '`buyer.name` Buyer or recipient name: taken for `ship`',
    );
    await editor.open(at('src/http.ts'));
    const helper = await editor.hover(at('src/http.ts'), spotOf(http, 'fetch('));
    expect(JSON.stringify(helper?.contents)).toContain('**2 calls** of the platform go through here');
    expect(await editor.hover(at('src/http.ts'), { line: 0, character: 2 })).toBeNull();
  });

  it('judges the unsaved text, and tells of which version', async () => {
    const path = at('src/ship.ts');
    await editor.change(
      path,
      2,
      ship.replace('/order/202309/orders/search', '/return_refund/202309/cancellations'),
    );
    await editor.until(path, (rules, version) => version === 2 && rules.includes('missing-scope'));
    const found = await editor.hover(path, spotOf(ship, "call('POST'"));
    expect(JSON.stringify(found?.contents)).toContain('**not requested**');
    await editor.close(path);
    await editor.until(path, (rules, version) => version === undefined && !rules.includes('missing-scope'));
  });

  it('leads from a call to the lines it rests on, and to its like', async () => {
    await editor.open(at('src/ship.ts'));
    const spot = spotOf(ship, '/order/202309', 3);
    const lines = (found: readonly { uri: string; range: { start: { line: number } } }[]) =>
      found.map(({ uri, range }) => `${uri.split('/').at(-1) ?? ''}:${String(range.start.line + 1)}`);
    expect(lines(await editor.definition(at('src/ship.ts'), spot))).toEqual([
      'scope-declaration.yaml:5',
      'scope-declaration.yaml:8',
    ]);
    expect(lines(await editor.references(at('src/ship.ts'), spot))).toEqual([
      'ship.ts:3',
      'scope-declaration.yaml:5',
      'scope-declaration.yaml:8',
    ]);
    // What is under an identifier, the editor's own language knows better.
    expect(await editor.definition(at('src/ship.ts'), spotOf(ship, "call('POST'"))).toEqual([]);
  });

  it('requests the scope, declares a purpose, or puts a comment there', async () => {
    await editor.open(at('src/cancel.ts'));
    const actions = await editor.actions(at('src/cancel.ts'), spotOf(cancel, "call('POST'"));
    expect(after(actions, 'Request `seller.return_refund.basic`', yaml(), declaration)).toBe(
      declaration.replace(
        '  - seller.finance.info\n',
        '  - seller.finance.info\n  - seller.return_refund.basic\n',
      ),
    );
    expect(after(actions, 'Declare the purpose', yaml(), declaration)).toContain(
      '    code: [src/cancel.ts]\n',
    );
    expect(after(actions, 'Ignore `missing-scope`', at('src/cancel.ts'), cancel)).toContain(
      '// leastscope-ignore-next-line missing-scope -- \nexport const cancel',
    );
  });
});

describe('in the declaration', () => {
  it('shows what needs each scope and what rests on each purpose', async () => {
    await editor.open(yaml(), declaration, 'yaml');
    const titles = (await editor.lenses(yaml())).map(
      ({ range, command }) => `${String(range.start.line + 1)} ${command?.title ?? ''}`,
    );
    expect(titles).toEqual([
      '4 nothing needs it',
      '5 1 call · needed',
      '6 nothing needs it',
      '8 1 call in 1 file',
    ]);
  });

  it('explains what stands under the cursor', async () => {
    const over = async (word: string) =>
      JSON.stringify((await editor.hover(yaml(), spotOf(declaration, word)))?.contents);
    expect(await over('seller.order.info')).toContain(
      '`POST /order/202309/orders/search` at `src/ship.ts:3`',
    );
    expect(await over('shipping_seller')).toContain('needs ');
    expect(await over('ship\n')).toContain('1 call in 1 file');
    expect(await editor.hover(yaml(), spotOf(declaration, 'name: A'))).toBeNull();
  });

  it('completes what is half written, the needed first', async () => {
    const half = declaration.replace('  - seller.order.info\n', '  - sell\n');
    await editor.change(yaml(), 2, half);
    const items = await editor.complete(yaml(), spotOf(half, '  - sell\n', 8));
    expect(items[0]).toMatchObject({
      label: 'seller.order.info',
      labelDetails: { description: '1 call · needed' },
    });
    expect(items.map(({ label }) => label)).not.toContain('seller.finance.info');
    await editor.change(yaml(), 3, declaration);
  });

  it('leads from a scope and from a purpose to the calls', async () => {
    for (const word of ['seller.order.info', 'ship\n', 'src/ship.ts'])
      expect(await editor.definition(yaml(), spotOf(declaration, word))).toMatchObject([
        { uri: uriOf(at('src/ship.ts')) },
      ]);
  });

  it('takes out what surely nothing needs', async () => {
    const actions = await editor.actions(yaml(), spotOf(declaration, 'seller.finance.info'));
    expect(after(actions, 'Take `seller.finance.info` out', yaml(), declaration)).toBe(
      declaration.replace('  - seller.finance.info\n', ''),
    );
    expect(actions.map(({ title }) => title).join()).not.toContain('Ignore');
  });

  it('tells of its mistakes while they are typed', async () => {
    await editor.change(yaml(), 4, declaration.replace('purposes:', 'purposess:'));
    await editor.until(yaml(), (rules, version) => version === 4 && rules.includes('invalid-declaration'));
    await editor.change(yaml(), 5, declaration);
    await editor.until(yaml(), (rules, version) => version === 5 && !rules.includes('invalid-declaration'));
  });
});

describe('folders and files that come and go', () => {
  it('lets files alone that are neither code nor a declaration', async () => {
    await editor.open(at('notes.yaml'), 'a: [', 'yaml');
    await editor.change(at('notes.yaml'), 2, 'seller.order.info: [');
    expect(await editor.hover(at('notes.yaml'), { line: 0, character: 3 })).toBeNull();
    await editor.change(at('src/ship.ts'), 2, `${ship}// the last one\n`);
    await editor.until(at('src/ship.ts'), (_rules, version) => version === 2);
    expect(editor.told.filter(({ uri }) => uri === uriOf(at('notes.yaml')))).toEqual([]);
  });

  it('sees a file that somebody else has changed on the disk', async () => {
    const path = at('src/more.ts');
    writeFileSync(path, cancel);
    const changes = [{ uri: uriOf(path), type: FileChangeType.Created }];
    await editor.connection.sendNotification('workspace/didChangeWatchedFiles', { changes });
    await editor.until(path, (rules) => rules.includes('missing-scope'));
  });

  it('takes everything back of a folder that is closed', async () => {
    const path = `${other.root}/apps/b/src/ship.ts`;
    const event = { added: [], removed: [{ uri: uriOf(other.root), name: 'other' }] };
    await editor.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event });
    await editor.until(path, (rules) => rules.length === 0);
    await editor.open(path, ship);
    expect(await editor.hover(path, spotOf(ship, "call('POST'"))).toBeNull();
  });

  it('lets an answer go that nobody waits for any more', async () => {
    const { connection } = editor;
    const source = new CancellationTokenSource();
    const answer = connection.sendRequest(
      'textDocument/references',
      {
        textDocument: { uri: uriOf(at('src/ship.ts')) },
        position: { line: 2, character: 30 },
        context: { includeDeclaration: true },
      },
      source.token,
    );
    source.cancel();
    await expect(answer).rejects.toMatchObject({ code: -32800 });
  });
});
