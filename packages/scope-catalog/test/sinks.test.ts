import { describe, expect, it } from 'vitest';
import { createCatalog, effectOfSql, findNamedSink, findSink, loadCatalog } from '../src/index.js';
import { sink, tinyData } from './tiny-catalog.js';

const shipped = loadCatalog();

function kindOf(origin: string, path: string): string | null {
  return findSink(shipped, { package: origin, path: path.split(' ') })?.kind ?? null;
}

describe('findSink', () => {
  it.each([
    ['pino', 'default () info', 'log'],
    ['pino', 'default () child () info', 'log'],
    // What it is handed stands in every line of the child.
    ['pino', 'default () child', 'log'],
    ['winston', 'createLogger () warn', 'log'],
    ['global', 'console log', 'log'],
    ['global', 'globalThis console error', 'log'],
    ['debug', 'default ()', 'log'],
    ['@nestjs/common', 'Logger () log', 'log'],
    ['@sentry/node', 'captureException', 'log'],
    ['fastify', 'default () log info', 'log'],
    ['@prisma/client', 'PrismaClient () order create', 'store'],
    ['@prisma/client', 'PrismaClient () order deleteMany', 'delete'],
    ['drizzle-orm', 'drizzle () insert () values', 'store'],
    ['typeorm', 'Repository () save', 'store'],
    ['mongoose', 'default model () findOneAndUpdate', 'store'],
    ['@supabase/supabase-js', 'createClient () from () insert', 'store'],
    ['@supabase/supabase-js', 'createClient () from () delete', 'delete'],
    ['ioredis', 'default () setex', 'store'],
    ['redis', 'createClient () hDel', 'delete'],
    ['fs', 'writeFileSync', 'store'],
    ['node:fs', 'default promises appendFile', 'store'],
    ['fs/promises', 'unlink', 'delete'],
    ['fs', 'createWriteStream () end', 'store'],
    ['global', 'window localStorage setItem', 'store'],
    ['@aws-sdk/client-s3', 'PutObjectCommand ()', 'store'],
    ['rimraf', 'default', 'delete'],
    ['next', 'NextResponse json', 'respond'],
    ['next', 'NextResponse ()', 'respond'],
    ['global', 'Response json', 'respond'],
    ['global', 'Response ()', 'respond'],
    ['fastify', 'FastifyReply () send', 'respond'],
    ['ws', 'WebSocket () send', 'respond'],
    ['socket.io', 'Server () to () emit', 'respond'],
    ['openai', 'default () chat completions create', 'disclose'],
    ['openai', 'default () responses create', 'disclose'],
    ['@anthropic-ai/sdk', 'default () messages create', 'disclose'],
    ['ai', 'generateText', 'disclose'],
    ['nodemailer', 'default createTransport () sendMail', 'disclose'],
    ['resend', 'Resend () emails send', 'disclose'],
    ['@slack/web-api', 'WebClient () chat postMessage', 'disclose'],
    ['googleapis', 'google sheets () spreadsheets values append', 'disclose'],
    ['@larksuiteoapi/node-sdk', 'Client () bitable appTableRecord create', 'disclose'],
    ['@aws-sdk/client-bedrock-runtime', 'ConverseCommand ()', 'disclose'],
    ['stripe', 'default () customers create', 'disclose'],
    ['@prisma/client', 'PrismaClient () $executeRaw', 'store'],
    ['typeorm', 'DataSource () query', 'store'],
    ['@elastic/elasticsearch', 'Client () index', 'store'],
    ['@elastic/elasticsearch', 'Client () deleteByQuery', 'delete'],
    ['exceljs', 'default Workbook () addWorksheet () addRow', 'store'],
    ['posthog-node', 'PostHog () captureImmediate', 'log'],
    ['@sentry/node-core', 'captureException', 'log'],
    ['inngest', 'Inngest () send', 'store'],
  ])('knows %s: %s as %s', (origin, path, kind) => {
    expect(kindOf(origin, path)).toBe(kind);
  });

  it.each([
    ['global', 'Math log'],
    ['global', 'JSON json'],
    ['global', 'Response'],
    ['global', 'console'],
    ['global', 'myConsole console log'],
    ['debug', 'default'],
    ['pino', 'default () isLevelEnabled'],
    ['winston', 'format json'],
    ['@prisma/client', 'PrismaClient () order findMany'],
    ['@prisma/client', 'PrismaClient ()'],
    ['@aws-sdk/client-s3', 'S3Client () send'],
    ['@aws-sdk/client-s3', 'GetObjectCommand ()'],
    ['fs', 'readFileSync'],
    ['fs', 'createReadStream () end'],
    ['next', 'NextRequest () json'],
    ['@nestjs/common', 'Injectable ()'],
    ['typeorm', 'Repository () create'],
    ['openai', 'default () models list'],
    ['openai', 'default () chat completions list'],
    ['stripe', 'default () customers retrieve'],
    ['googleapis', 'google sheets () spreadsheets values get'],
    ['@slack/web-api', 'WebClient () conversations list'],
    ['koa', 'default () use'],
    ['somebody-else', 'default () info'],
    ['*', 'logger info'],
  ])('takes %s: %s for none', (origin, path) => {
    expect(kindOf(origin, path)).toBeNull();
  });

  it('knows a whole module that is called', () => {
    expect(findSink(shipped, { package: 'rimraf', path: [] })?.kind).toBe('delete');
    expect(findSink(shipped, { package: 'debug', path: [] })).toBeNull();
  });

  it('says of drivers that the statement decides', () => {
    expect(findSink(shipped, { package: 'pg', path: ['Pool', '()', 'query'] })?.statement).toBe('sql');
    expect(findSink(shipped, { package: 'postgres', path: ['default', '()'] })?.statement).toBe('sql');
    expect(
      findSink(shipped, { package: 'knex', path: ['default', '()', 'insert'] })?.statement,
    ).toBeUndefined();
  });

  it('says of raw statements of an object mapper that the statement decides, and of its methods that they keep', () => {
    const raw = findSink(shipped, { package: '@prisma/client', path: ['PrismaClient', '()', '$queryRaw'] });
    const plain = findSink(shipped, {
      package: '@prisma/client',
      path: ['PrismaClient', '()', 'order', 'create'],
    });
    expect([raw?.statement, plain?.statement]).toEqual(['sql', undefined]);
  });

  it('says to whom data goes where the package says it', () => {
    const slack = findSink(shipped, { package: '@slack/webhook', path: ['IncomingWebhook', '()', 'send'] });
    expect(slack?.recipient).toEqual({ name: 'Slack', domain: 'slack.com' });
    expect(findSink(shipped, { package: 'nodemailer', path: ['sendMail'] })?.recipient).toBeUndefined();
  });
});

describe('rows that no call stands for', () => {
  it('name the properties that answer, and the handlers whose value is the answer', () => {
    const row = (name: string) => shipped.sinks.find((one) => one.package === name && one.kind === 'respond');
    expect(row('koa')?.properties).toEqual(['body']);
    expect(row('@nestjs/common')?.handlers).toContain('Get');
    expect(row('@trpc/server')?.handlers).toEqual(['query', 'mutation', 'subscription']);
  });
});

describe('findNamedSink', () => {
  it.each([
    ['logger', 'info', 'log'],
    ['logger', 'child', 'log'],
    ['this.auditLogger', 'warn', 'log'],
    ['AUDIT_LOGGER', 'error', 'log'],
    ['req.log', 'error', 'log'],
    ['this.prisma.order', 'create', 'store'],
    ['ctx.db.order', 'upsert', 'store'],
    ['db.insert(orders)', 'values', 'store'],
    ['supabaseAdmin.from("orders (old)")', 'insert', 'store'],
    ['redis', 'hset', 'store'],
    ['orderRepository', 'save', 'store'],
    ["db.collection('orders')", 'insertOne', 'store'],
    ['tx.order', 'deleteMany', 'delete'],
    ['this.shopModel', 'deleteMany', 'delete'],
    ['res', 'json', 'respond'],
    ['res.status(mask(order.code))', 'send', 'respond'],
    ['reply', 'send', 'respond'],
    ['c', 'json', 'respond'],
    ['io.to(room)', 'emit', 'respond'],
    ['this.mailer', 'sendMail', 'disclose'],
    ['openai.chat.completions', 'create', 'disclose'],
    ['slack.chat', 'postMessage', 'disclose'],
    ['sheets.spreadsheets.values', 'append', 'disclose'],
    ['db', 'execute', 'store'],
    ['prisma', '$executeRaw', 'store'],
  ])('knows %s.%s as %s', (receiver, method, kind) => {
    expect(findNamedSink(shipped, receiver, method)?.kind).toBe(kind);
  });

  it.each([
    ['catalog', 'info'],
    ['dialog', 'error'],
    ['CATALOG', 'info'],
    ['Math', 'log'],
    ['vitaminC', 'json'],
    ['tokenRes', 'json'],
    ['catalogger', 'info'],
    ['mdb', 'values'],
    ['orders', 'save'],
    ['cache', 'set'],
    ['model', 'create'],
    ['logger', 'isLevelEnabled'],
    ['map', 'delete'],
    ['format(logger)', 'info'],
    ['format(logger.name, orders.map((order) => ord...', 'info'],
    ['translate("res")', 'json'],
  ])('says nothing of %s.%s', (receiver, method) => {
    expect(findNamedSink(shipped, receiver, method)).toBeNull();
  });
});

describe('a catalog of one sink', () => {
  it('is asked, not the shipped one', () => {
    const catalog = createCatalog(tinyData({ sinks: [sink('my-log', ['note'], { names: ['diary'] })] }));
    expect(findSink(catalog, { package: 'my-log', path: ['note'] })?.package).toBe('my-log');
    expect(findSink(catalog, { package: 'pino', path: ['default', '()', 'info'] })).toBeNull();
    expect(findNamedSink(catalog, 'myDiary', 'note')?.kind).toBe('log');
  });
});

describe('effectOfSql', () => {
  it.each([
    ['INSERT INTO orders (id) VALUES ($1)', 'store'],
    ['insert or replace into orders values (?)', 'store'],
    ['update public.orders o set status = $2 where id = $1', 'store'],
    ['with old as (select 1) insert\n into orders select * from old', 'store'],
    ['DELETE FROM shops WHERE id = ?', 'delete'],
    ['truncate orders', 'delete'],
    ['select * from orders where buyer_email = $1', 'neither'],
    ['select id from orders where updated_at > $1 for update', 'neither'],
    ['select 1 -- insert into orders', 'neither'],
    ['', 'neither'],
  ])('%s: %s', (text, effect) => {
    expect(effectOfSql(text)).toBe(effect);
  });
});
