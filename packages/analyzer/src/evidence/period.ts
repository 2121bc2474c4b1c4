import type { CallFact, Expression, FileFacts } from '../model/facts.js';

const units: Readonly<Record<string, string>> = { hour: 'TH', day: 'D', week: 'W', month: 'M', year: 'Y' };
const deepest = 6;

/** How long ago the time is that an expression stands for, as an ISO 8601 duration: `subDays(new Date(), 30)` is `P30D`. */
export function ageOf(facts: FileFacts, value: Expression, depth = 0): string | null {
  if (depth > deepest) return null;
  const next = (inner: Expression): string | null => ageOf(facts, inner, depth + 1);
  if (value.kind === 'text') return ageInStatement(value.text);
  if (value.kind === 'unknown')
    return value.minus?.kind === 'text' ? periodOfSeconds(Number(value.minus.text) / 1000) : null;
  if (value.kind === 'name') {
    const bound = facts.bindings[value.binding];
    return bound?.value == null || bound.writes.length > 0 ? null : next(bound.value);
  }
  const call = value.kind === 'call' ? facts.calls[value.call] : undefined;
  return call === undefined ? null : (ageOfCall(call) ?? ageInside(call, next));
}

/** `new Date(…)`, `dayjs().subtract(30, 'day').toDate()`: the age is said further in. */
function ageInside({ callee, args }: CallFact, next: (inner: Expression) => string | null): string | null {
  const inner = callee.kind === 'member' ? [callee.object] : [];
  return [...args.map(({ value }) => value), ...inner].map(next).find((age) => age !== null) ?? null;
}

function ageOfCall({ calleeText, args, callee }: CallFact): string | null {
  const [first, second] = args.map(({ value }) => value);
  const sub = /(?:^|\.)sub(Hour|Day|Week|Month|Year)s$/.exec(calleeText)?.[1];
  if (sub !== undefined) return periodOf(textOf(second), sub);
  const method = callee.kind === 'member' ? callee.name : '';
  if (method === 'subtract') return periodOf(textOf(first), textOf(second) ?? '');
  if (method !== 'minus' || first?.kind !== 'object' || first.entries.length !== 1) return null;
  const [entry] = first.entries;
  return entry?.key?.kind === 'text' ? periodOf(textOf(entry.value), entry.key.text) : null;
}

function textOf(value: Expression | undefined): string | null {
  return value?.kind === 'text' ? value.text : null;
}

/** `now() - interval '30 days'`, `datetime('now', '-30 days')`. */
export function ageInStatement(text: string): string | null {
  const found = /(?:interval\s*'?|'-)\s*(\d+)\s*'?\s*(hour|day|week|month|year)s?/i.exec(text);
  return found === null ? null : periodOf(found[1] ?? null, found[2] ?? '');
}

function periodOf(amount: string | null, unit: string): string | null {
  const letter = units[unit.toLowerCase().replace(/s$/, '')];
  if (amount === null || letter === undefined || !/^\d+$/.test(amount)) return null;
  return letter === 'TH' ? `PT${amount}H` : `P${amount}${letter}`;
}

/** Whole days where they come out even, else hours, else seconds; null for what is no time. */
export function periodOfSeconds(seconds: number): string | null {
  if (!Number.isFinite(seconds) || seconds <= 0) return null;
  if (seconds % 86_400 === 0) return `P${String(seconds / 86_400)}D`;
  return seconds % 3600 === 0 ? `PT${String(seconds / 3600)}H` : `PT${String(Math.round(seconds))}S`;
}

/** `30d`, `12h`, or a number of seconds, as Mongoose takes them. */
export function periodOfText(text: string): string | null {
  const [, amount, unit] = /^(\d+)\s*(h|d|w|hours?|days?|weeks?|months?|years?)?$/i.exec(text.trim()) ?? [];
  if (amount === undefined) return null;
  if (unit === undefined) return periodOfSeconds(Number(amount));
  const long: Readonly<Record<string, string>> = { h: 'hour', d: 'day', w: 'week' };
  return periodOf(amount, long[unit.toLowerCase()] ?? unit);
}
