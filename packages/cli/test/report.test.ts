import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expectGolden, leastscope, project, repository, today, type Outcome } from './workbench.js';

const examples = ['shipping-app', 'labels-app', 'analytics-dashboard', 'sdk-app'];

function copyOf(example: string): string {
  return project({}, join(repository, 'examples', example));
}

function report(folder: string, ...args: readonly string[]): Outcome {
  return leastscope(folder, ['report', ...args, '--as-of', today]);
}

function packOf(folder: string): Readonly<Record<string, string>> {
  expect(report(folder, 'pack', '--out', 'pack')).toMatchObject({ status: 0, stderr: '' });
  return filesOf(join(folder, 'pack'));
}

// That no cell lacks its origin, and no place its proof, is in papers/walk.test.ts.
describe.each(examples)('the papers of %s', (example) => {
  it('are as the golden files show', () => {
    const files = packOf(copyOf(example));
    const golden = Object.keys(files).filter((name) => /\.(?:md|mmd)$/.test(name));
    expect(golden.length).toBe(8);
    for (const name of golden)
      expectGolden(join(repository, 'examples', example, 'expected.papers', name), files[name] ?? '');
  });
});

describe('the pack', () => {
  it('lists every file with its digest, and is the same again, elsewhere, in another time zone', () => {
    const here = copyOf('labels-app');
    const there = copyOf('labels-app');
    const first = packOf(here);
    leastscope(there, ['report', 'pack', '--out', 'pack', '--as-of', today], {
      TZ: 'Pacific/Kiritimati',
      LANG: 'tr_TR.UTF-8',
      LC_ALL: 'tr_TR.UTF-8',
    });
    expect(filesOf(join(there, 'pack'))).toEqual(first);
    expect(packOf(here)).toEqual(first);
    const { outputs } = JSON.parse(first['pack.json'] ?? '') as { outputs: { file: string }[] };
    expect(outputs.map(({ file }) => file).sort()).toEqual(
      Object.keys(first).filter((name) => name !== 'pack.json'),
    );
  });

  it('says what changed since the pack before', () => {
    const here = copyOf('shipping-app');
    report(here, 'pack', '--out', 'pack');
    const declaration = join(here, 'scope-declaration.yaml');
    writeFileSync(declaration, readFileSync(declaration, 'utf8').replace('P30D', 'P31D'));
    report(here, 'pack', '--out', 'pack');
    const { since } = JSON.parse(readFileSync(join(here, 'pack/pack.json'), 'utf8')) as {
      since: { changed: string[] };
    };
    expect(since.changed).toContain('03-record-of-processing.csv');
    expect(since.changed).not.toContain('05-rights-and-deletion.csv');
  });

  it('puts itself over nothing that is not a pack', () => {
    const here = copyOf('shipping-app');
    writeFileSync(join(here, 'file'), 'mine');
    mkdirSync(join(here, 'full'));
    writeFileSync(join(here, 'full/mine.txt'), 'mine');
    symlinkSync('full', join(here, 'link'));
    for (const out of ['file', 'full', 'link', '.', '/dev/null']) {
      const { status, stderr } = report(here, 'pack', '--out', out);
      expect({ out, status }).toEqual({ out, status: 2 });
      expect(stderr).toMatch(/^leastscope: --out: .*\n$/);
    }
    expect(readFileSync(join(here, 'full/mine.txt'), 'utf8')).toBe('mine');
    expect(readFileSync(join(here, 'file'), 'utf8')).toBe('mine');
  });

  it('refuses a pack to which somebody has added a file', () => {
    const here = copyOf('shipping-app');
    report(here, 'pack', '--out', 'pack');
    writeFileSync(join(here, 'pack/notes.txt'), 'mine');
    const { status, stderr } = report(here, 'pack', '--out', 'pack');
    expect({ status, named: stderr.includes('notes.txt') }).toEqual({ status: 2, named: true });
    expect(existsSync(join(here, 'pack/notes.txt'))).toBe(true);
  });
});

describe('names that are meant to do harm', () => {
  const evil = '=cmd("x")|a</script><img src=x onerror=alert(1)>`"\';${1}\u202eevil [x](javascript:1)';
  const here = (): string => {
    const folder = copyOf('shipping-app');
    const file = join(folder, 'scope-declaration.yaml');
    const text = readFileSync(file, 'utf8')
      .replace('name: ParcelPilot', `name: ${JSON.stringify(evil)}`)
      .replace(/text: Create shipping labels.*/, `text: ${JSON.stringify(evil)}`);
    writeFileSync(file, text);
    return folder;
  };

  it('do none in any format', () => {
    const files = packOf(here());
    const clean = packOf(copyOf('shipping-app'));
    for (const [name, text] of Object.entries(files)) {
      expect(text, name).not.toContain('\u202e');
      if (/\.(?:html|svg)$/.test(name)) expect(tagsOf(text), name).toEqual(tagsOf(clean[name] ?? ''));
      if (name.endsWith('.csv'))
        for (const cell of fieldsOf(text)) expect(cell, name).not.toMatch(/^\s*[=+@|-]/);
      if (name.endsWith('.md')) expect(text, name).not.toMatch(/<(?!br>)|(?<!\\)\]\(/);
    }
    expect(files['08-data-flow.mmd']).not.toMatch(/<(?!br\/>)/);
    expect(JSON.parse(files['03-record-of-processing.jsonld'] ?? '')).toHaveProperty('@graph');
  });
});

describe('report --check', () => {
  it('lists what is missing and exits 1', () => {
    const { status, stdout } = report(copyOf('shipping-app'), '--check', 'scopes');
    expect(status).toBe(1);
    expect(stdout).toContain('MISSING: purposes.ship-orders.seenAt');
  });

  it('shows a requested scope that nothing needs as two sides that disagree', () => {
    const { stdout } = report(copyOf('analytics-dashboard'), '--check', 'scopes');
    expect(stdout).toMatch(/CONTRADICTION: requested; no call.*scope-declaration\.yaml:\d+/);
  });

  it('gives what can be given of a declaration with broken parts', () => {
    const folder = copyOf('shipping-app');
    const file = join(folder, 'scope-declaration.yaml');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nrecipients: [{ id: carrier-api }]\n`);
    const { status, stdout } = report(folder, 'record', '--format', 'csv');
    expect(status).toBe(0);
    expect(stdout).toContain('ParcelPilot/ship-orders');
    expect(stdout).toContain('shareWith names carrier-api');
  });

  it('writes what code alone shows where there is no declaration', () => {
    const folder = project({
      'src/a.ts': "fetch('https://open-api.tiktokglobalshop.com/authorization/202309/shops');",
    });
    const { status, stdout } = report(folder, 'scopes');
    expect(status).toBe(0);
    expect(stdout).toContain('GET /authorization/202309/shops');
    expect(stdout).toContain('requestedScopes does not name it');
    const check = report(folder, '--check');
    expect([check.status, check.stdout]).toEqual([2, '']);
    expect(check.stderr).toContain('there is no scope-declaration.yaml');
  });

  it('says of a declaration that could not be read that it could not, and nothing in its place', () => {
    const folder = copyOf('shipping-app');
    writeFileSync(join(folder, 'scope-declaration.yaml'), 'schema: 1\napp: [\n');
    const { stdout } = report(folder, 'scopes');
    expect(stdout).toContain('could not be read');
    expect(stdout).not.toMatch(/CONTRADICTION|knows no other scope/);
  });

  it('lists the gaps of the data flow under its own name', () => {
    const { stdout } = report(copyOf('shipping-app'), '--check', 'dataflow');
    expect(stdout).toMatch(/^dataflow: gaps: /);
  });
});

it('a pack that cannot be written is one sentence', () => {
  const folder = copyOf('shipping-app');
  writeFileSync(join(folder, 'afile'), '');
  const places = process.platform === 'linux' ? ['afile/pack', '/proc/none/pack'] : ['afile/pack'];
  for (const out of places) {
    const { status, stderr } = report(folder, 'pack', '--out', out);
    expect([status, stderr.trim().split('\n').length], stderr).toEqual([2, 1]);
  }
});

describe('what code shows and what the declaration says, joined', () => {
  const gapsOf = (folder: string, ...args: readonly string[]): readonly string[] => {
    const { stdout } = report(folder, '--check', ...args);
    return [...new Set(stdout.split('\n').filter((line) => line.startsWith('  ')))];
  };

  it('leaves the planted gaps open, and no other', () => {
    const gaps = gapsOf(labels());
    expect(gaps.filter((line) => !isOfControl(line))).toEqual([
      '  MISSING: purposes.connect-shop.seenAt (whoever answers for the product)  scope-declaration.yaml:16',
      '  MISSING: recipients[].hosts, packages or code: none names hooks.chat.example (src/shipping/labels.ts:8) (whoever answers for privacy)  src/shipping/labels.ts:8',
      '  MISSING: company.representative (whoever answers for privacy)  scope-declaration.yaml:24',
      '  MISSING: rights.rectify (whoever answers for privacy)  scope-declaration.yaml:30',
      '  CONTRADICTION: the code stores buyer.name in main-db; no holds names it  scope-declaration.yaml:29',
      '  STALE: controls.access-control-policy: reviewed 2025-03-01, valid for P1Y, older at 2026-11-01  scope-declaration.yaml:37',
      '  error vague-purpose: The text of purpose `connect-shop` is too short to justify anything: "Identify the shop.".  scope-declaration.yaml:18',
      '  error notice-gap: The code stores buyer or recipient name, which no store under `storage` is declared to hold.  scope-declaration.yaml:29',
      '  warning stale-evidence: `access-control-policy` was reviewed on 2025-03-01, which held until 2026-03-01.  scope-declaration.yaml:37',
      '  error notice-gap: The code sends buyer or recipient name to `hooks.chat.example`, and none of the `recipients` seems to be that host.  src/shipping/labels.ts:8',
    ]);
  });

  it('counts a store as emptied where a path to its deletion is seen, and says why where none is', () => {
    const [seen, unreached] = [labels(), labels()];
    writeFileSync(join(unreached, 'src/server.ts'), '');
    expect(rowsOf(seen, 'rights')).toContain('erased: a path from the handler');
    const rows = rowsOf(unreached, 'rights');
    expect(rows).not.toContain('erased: ');
    expect(rows).toContain('deletion of prisma.label: no entry point');
    expect(gapsOf(unreached, 'questionnaire').join('\n')).toContain('deletion of prisma.label is not seen');
  });

  it('names a hand-over as not known until the declaration says what it is', () => {
    const handsOn = (bound: string): string => {
      const folder = labels();
      const code = join(folder, 'src/shipping/labels.ts');
      writeFileSync(code, readFileSync(code, 'utf8').replace('axios.post(CARRIER, ', 'carrier.book('));
      const file = join(folder, 'scope-declaration.yaml');
      writeFileSync(file, readFileSync(file, 'utf8').replace('hosts: [api.carrier.example]', bound));
      return folder;
    };
    const open = 'not known: handed to carrier.book at src/shipping/labels.ts:6';
    const loose = rowsOf(handsOn('hosts: [api.carrier.example]'), 'recipients');
    expect(loose).toContain(open);
    expect(loose).toContain('declared, bound to nothing that was seen in code');
    const bound = rowsOf(handsOn('code: [carrier.book]'), 'recipients');
    expect(bound).not.toContain('not known');
    expect(bound).not.toContain('bound to nothing');
  });
});

function rowsOf(folder: string, kind: string): string {
  return report(folder, kind, '--format', 'csv').stdout;
}

/** Of the attested measures only the stale one is planted. */
function isOfControl(line: string): boolean {
  return line.startsWith('  MISSING: controls.');
}

/** A small app that says nearly all that the papers ask for. */
function labels(): string {
  return project({
    'src/http.ts': `export async function tts<T>(method: string, path: string): Promise<T> {
  const answer = await fetch('https://open-api.tiktokglobalshop.com' + path, { method });
  return (await answer.json()).data as T;
}
`,
    'src/connect/shops.ts': `import { tts } from '../http.js';
export const shops = () => tts<{ shops: { id: string }[] }>('GET', '/authorization/202309/shops');
`,
    'src/shipping/labels.ts': `import axios from 'axios';
import { carrier } from 'carrier-client'; import { prisma } from '../db.js'; import { tts } from '../http.js';
const CARRIER = 'https://api.carrier.example/v1/labels';
export async function book(shopId: string, id: string) {
  const { orders } = await tts<{ orders: any[] }>('GET', '/order/202309/orders?ids=' + id);
  for (const { recipient_address: to } of orders) { await axios.post(CARRIER, { name: to.name, street: to.address_line1 });
    await prisma.label.create({ data: { shopId, name: to.name } });
    await axios.post('https://hooks.chat.example/T1', { text: \`label for \${to.name}\` });
  }
}
`,
    'src/db.ts': `import { PrismaClient } from '@prisma/client';
export const prisma = new PrismaClient();
`,
    'src/server.ts': `import express from 'express';
import { onDeauthorized } from './deauthorize.js';
express().post('/webhook', async (req) => { if (req.body.type === 6) await onDeauthorized(req.body.shop_id); });
`,
    'src/deauthorize.ts': `import { prisma } from './db.js';
export const onDeauthorized = (shopId: string) => prisma.label.deleteMany({ where: { shopId } });
`,
    'docs/carrier.md': 'The contract.',
    'docs/access.md': 'The policy.',
    'scope-declaration.yaml': `schema: 1
app: { name: ParcelPilot, type: public, category: shipping-fulfillment, markets: [DE], tokens: [seller] }
requestedScopes: [seller.authorization.info, seller.order.info]
purposes:
  - id: ship-orders
    kind: shipping_seller
    text: Create shipping labels for orders.
    use: Printed on the label.
    seenAt: Orders, button "Print labels"
    owner: product
    since: 2025-01-01
    code: [src/shipping/**]
    retention: { period: P30D, after: order.completed, onDeauthorization: P7D }
    shareWith: [carrier]
    notNarrower: [{ endpoint: GET /order/202309/orders, because: The label needs the name. }]
  - id: connect-shop
    kind: shop_connection
    text: Identify the shop.
    use: Shown to the seller.
    owner: product
    since: 2025-01-01
    code: [src/connect/**]
    retention: { period: P1Y, after: account.closed, onDeauthorization: P1D }
company: { legalName: ParcelPilot Ltd, website: 'https://parcelpilot.example', headquarters: DE, systemLocations: [DE], privacyContact: privacy@parcelpilot.example, dpo: null, dpoReason: Small. }
controllers: { who: Each seller that authorizes the app }
recipients:
  - { id: carrier, name: Carrier GmbH, role: sub-processor, country: DE, transferMechanism: none-needed, hosts: [api.carrier.example], contract: docs/carrier.md }
storage:
  - { id: main-db, kind: postgres, country: DE, encryptionAtRest: AES-256, code: [prisma.label], backups: { retention: P7D, country: DE } }
rights: { channel: privacy@parcelpilot.example, forwardToSellerWithin: P5D, answerWithin: P30D, access: { how: By support }, erase: { how: By support } }
protection: { inTransit: TLS1.2 }
privacyNotice: { url: 'https://parcelpilot.example/privacy', updated: 2026-05-02 }
webhooks: [6]
deletion: { handler: 'src/deauthorize.ts#onDeauthorized' }
controls:
  certification: { answer: no, because: None held. }
  access-control-policy: { answer: yes, document: docs/access.md, reviewed: 2025-03-01 }
`,
  });
}

describe('a mixture of options that means nothing', () => {
  it.each([
    [['pack'], 'the pack needs a folder'],
    [['scopes', '--out', 'x'], '--out is for the pack'],
    [['scopes', '--format', 'svg'], 'is written as md, csv, html, json, not as svg'],
    [['scopes', '--template', 'ico'], '--template is for the record'],
    [[], 'which report?'],
  ])('%j is refused: %s', (args, sentence) => {
    const { status, stderr } = report(copyOf('sdk-app'), ...args);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
  });
});

function filesOf(folder: string): Readonly<Record<string, string>> {
  const names = readdirSync(folder).sort();
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** RFC 4180, as a spreadsheet reads it. */
function fieldsOf(csv: string): readonly string[] {
  const fields = csv.matchAll(/"((?:[^"]|"")*)"|([^",\r\n]+)/g);
  return [...fields].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

/** The names of the elements that a browser makes of it, each once. */
function tagsOf(html: string): readonly string[] {
  return [...new Set([...html.matchAll(/<([a-z0-9]+)/gi)].map(([, name = '']) => name.toLowerCase()))].sort();
}
