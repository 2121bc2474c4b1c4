import { describe, expect, it } from 'vitest';
import { analyzeSources } from './generate/run.js';

const search =
  "fetch('https://open-api.tiktokglobalshop.com/order/202309/orders/search', { method: 'POST' })";

/** Helpers that hand a response on from one to the next, so that a round brings it one helper further. */
function chainOf(helpers: number): string {
  const each = (at: number): string =>
    `function step${at}(row) { return step${at + 1}({ ...row, at: ${at} }, row.recipient_address); }`;
  const steps = Array.from({ length: helpers }, (_, at) => each(at)).reverse();
  return `export async function go() { step0((await (await ${search}).json()).data.orders[0]); }
${steps.join('\n')}
function step${helpers}(row) { console.log(row.recipient_address.phone_number); }
`;
}

/** Code beside it, to which nothing of a response comes. */
function besideOf(functions: number): string {
  const each = (at: number): string =>
    `export function other${at}(a) { const b = [a, helper${at}(a)]; return b.map((one) => one.name + a.title); }
function helper${at}(x) { return { name: x.name, list: x.items.map((item) => item.id) }; }`;
  return Array.from({ length: functions }, (_, at) => each(at)).join('\n');
}

function flowSteps(text: string): number {
  return analyzeSources({ 'src/orders.js': text }).stats.flowSteps;
}

describe('following responses', () => {
  it('is paid for once where nothing of them comes, however often they are carried on beside it', () => {
    const [short, long] = [chainOf(2), chainOf(12)];
    const cost = (chain: string): number => flowSteps(chain + besideOf(40)) - flowSteps(chain);
    expect(cost(short)).toBeGreaterThan(500);
    expect(cost(long)).toBe(cost(short));
  });

  it('costs a call of a helper what that call adds, however many there are', () => {
    const callers = (many: number): string =>
      `${Array.from({ length: many }, (_, at) => `export const go${at} = async () => show((await (await ${search}).json()).data.orders[${at}]);`).join('\n')}
function show(order) { console.log(order.recipient_address.phone_number); }
`;
    const [few, some, many] = [10, 100, 400].map((count) => flowSteps(callers(count)) / count);
    expect(some).toBeLessThanOrEqual(few ?? 0);
    expect(many).toBeLessThanOrEqual((some ?? 0) * 1.2);
  });

  it('goes down a chain of helpers in steps of its length', () => {
    const [some, many] = [4, 12].map((helpers) => flowSteps(chainOf(helpers)) / helpers);
    expect(many).toBeLessThanOrEqual((some ?? 0) * 1.2);
  });

  it('is paid for by how much is held at once, and ends within its steps', () => {
    const wide = (fields: number): string => {
      const options = Array.from({ length: fields }, (_, at) => `d.f${at}`).join(' ?? ');
      return `export async function go() { const d = (await (await ${search}).json()).data;
const some = ${options};
return [${Array.from({ length: 20 }, () => 'some').join(', ')}]; }`;
    };
    const more = flowSteps(wide(80)) - flowSteps(wide(4));
    expect(more).toBeGreaterThan(20 * 40);
    // Functions that each go on in three ways, back to the first: by its calls alone this would be many times as much.
    const names = Array.from({ length: 40 }, (_, at) => at);
    const ring = names.map(
      (at) => `const f${at} = (a) => f${at}(a.x) ?? f${(at + 1) % 40}(a.y) ?? f${(at + 1) % 40}(a.z) ?? a;`,
    );
    const started = `export async function go() { console.log(f0(await (await ${search}).json())); }\n`;
    expect(flowSteps(started + ring.join('\n'))).toBeLessThan(3_100_000);
  });

  it('is not done where it is not asked for', () => {
    expect(analyzeSources({ 'src/orders.js': chainOf(2) }, { extent: 'calls' }).stats.flowSteps).toBe(0);
  });
});
