import { Node, Project } from 'ts-morph';
import { expect, it } from 'vitest';
import { analyzeProject } from '../src/ts-morph.js';

const declaration = `schema: 1
app: { name: Books, type: public, tokens: [seller] }
requestedScopes: [seller.order.info]
purposes:
  - id: keep-books
    kind: erp
    text: Book the orders of the seller in the books of the company.
    retention: { period: P1Y, after: account.closed, onDeauthorization: P7D }
`;
const client = `export const get = async (path: string) =>
  (await fetch('https://open-api.tiktokglobalshop.com' + path)).json();
`;
const orders = `import { get } from './client.js';

export async function show() {
  const { data } = await get('/order/202507/orders?ids=1');
  for (const order of data.orders) console.log(order.buyer_email);
}
`;

function open(texts: Readonly<Record<string, string>>): Project {
  const project = new Project({ useInMemoryFileSystem: true });
  project.getFileSystem().writeFileSync('/scope-declaration.yaml', declaration);
  for (const [path, text] of Object.entries(texts)) project.createSourceFile(path, text);
  return project;
}

it('judges what the project holds, saved or not, and gives its nodes', () => {
  const project = open({ '/app/src/client.ts': client, '/app/src/orders.ts': orders });
  const { uses, findings, analysis } = analyzeProject(project, { root: '/app', declaration });
  const texts = uses.map(({ endpoint, node }) => [endpoint, node?.getText()]);
  expect(texts).toEqual([['GET /order/202507/orders', "get('/order/202507/orders?ids=1')"]]);
  const logged = findings.find(({ rule }) => rule === 'personal-data-logged');
  expect(logged?.node?.getText()).toBe('console.log(order.buyer_email)');
  expect(analysis.declaration?.app.name).toBe('Books');
});

it('follows what a codemod has changed in memory', () => {
  const project = open({ '/src/client.ts': client, '/src/orders.ts': orders });
  const logged = () => analyzeProject(project).findings.filter(({ rule }) => rule === 'personal-data-logged');
  const [first] = logged();
  const log = first?.node ?? undefined;
  if (!Node.isCallExpression(log)) throw new Error('The log was not found.');
  log.getArguments()[0]?.replaceWithText('order.id');
  expect(project.getSourceFileOrThrow('/src/orders.ts').isSaved()).toBe(false);
  expect(logged()).toEqual([]);
});

it('says of a finding in the declaration that it has no node', () => {
  const shops = client + "export const shops = () => get('/authorization/202309/shops');\n";
  const { findings } = analyzeProject(open({ '/src/client.ts': shops }));
  const unused = findings.find(({ rule }) => rule === 'unused-scope');
  expect([unused?.place.file, unused?.node]).toEqual(['scope-declaration.yaml', null]);
});
