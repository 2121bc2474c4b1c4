import type { Destination, FieldRead, Outflow } from '@leastscope/analyzer';
import { webhookTypeOf } from '@leastscope/scope-catalog';
import { at } from '../text/at.js';
import { visible } from '../text/visible.js';
import type { Row } from '../text/words.js';

type Point = FieldRead | Outflow;

/** For scripts: a part of a response that is read. */
export function readRow(read: FieldRead): object {
  return pointRow(read);
}

/** For scripts: where a part of a response goes. */
export function outflowRow(outflow: Outflow): object {
  const { to, sink, recipient, reason } = outflow;
  return { to, sink, recipient, reason, ...pointRow(outflow) };
}

function pointRow(point: Point): object {
  const { part, place, enteredBy, use, via, fileKind } = point;
  return {
    endpoint: part.endpoint,
    source: webhookTypeOf(part.endpoint) === null ? 'response' : 'webhook',
    kind: part.kind,
    path: part.path,
    categories: part.categories,
    place,
    handed: enteredBy,
    use,
    fileKind,
    via: via.map((step) => ({ ...step.place, note: step.note })),
    possibly: doubtAbout(point),
  };
}

/** For people: where, what is done, with what, of whose data. */
export function pointColumns(point: Point): Row {
  const deed = point.kind === 'read' ? 'read' : deedOf(point);
  return [
    at(point.place),
    deed,
    partOf(point),
    categoriesOf(point),
    `${handedOf(point)}${possiblyOf(point)}`,
  ];
}

/** `stored by prisma.order.create`; of what escapes, why it is not followed. */
export function deedOf({ to, sink, recipient, reason }: Outflow): string {
  if (to === 'escaped') return visible(`not followed: ${reason ?? `it goes to ${sink}`}`);
  return visible(`${deeds[to]} by ${sink}${recipient === null ? '' : ` to ${recipient}`}`);
}

const deeds: Readonly<Record<Exclude<Destination, 'escaped'>, string>> = {
  stored: 'stored',
  logged: 'logged',
  sent: 'sent',
  returned: 'returned',
  serialised: 'serialised',
};

export function partOf({ part: { path, kind } }: Point): string {
  return visible(kind === 'record' ? `${path} (a record)` : path);
}

/** A whole order holds a dozen; scripts get them all. */
const mostNamed = 3;

export function categoriesOf({ part: { categories } }: Point): string {
  if (categories.length === 0) return '-';
  const left = categories.length - mostNamed;
  return left > 1 ? `${categories.slice(0, mostNamed).join(', ')} and ${left} more` : categories.join(', ');
}

export function fromOf(point: Point): string {
  const { part, use, enteredBy } = point;
  const by = enteredBy === null ? '' : `, handed over at ${at(enteredBy)}`;
  return `of ${part.endpoint} at ${at(use)}${by}${possiblyOf(point)}`;
}

function handedOf({ enteredBy }: Point): string {
  return enteredBy === null ? '' : `handed over at ${at(enteredBy)}`;
}

function possiblyOf(point: Point): string {
  const doubt = doubtAbout(point);
  return doubt === null ? '' : ` (possibly: ${doubt})`;
}

/** Why `check` acts on nothing of it; null where it is a fact. */
export function doubtAbout({ isBeyondImports, isCertain }: Point): string | null {
  if (isBeyondImports)
    return 'it comes through code that others use too, and the file does not import the call';
  return isCertain ? null : 'the call is of the first generation, or may be one of several';
}
