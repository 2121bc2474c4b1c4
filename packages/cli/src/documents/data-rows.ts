import type { Destination, FieldRead, Outflow } from '@leastscope/analyzer';
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

function pointRow({ part, place, handed, use, via, fileKind }: Point): object {
  return {
    endpoint: part.endpoint,
    kind: part.kind,
    path: part.path,
    categories: part.categories,
    place,
    handed,
    use,
    fileKind,
    via: via.map((step) => ({ ...step.place, note: step.note })),
  };
}

/** For people: where, what, of whose data, from which call. */
export function readColumns(read: FieldRead): Row {
  return [at(read.place), partOf(read), categoriesOf(read), fromOf(read)];
}

export function outflowColumns(outflow: Outflow): Row {
  return [at(outflow.place), deedOf(outflow), partOf(outflow), categoriesOf(outflow), fromOf(outflow)];
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

export function fromOf({ part, use, handed }: Point): string {
  const by = handed === null ? '' : `, handed over at ${at(handed)}`;
  return `of ${part.endpoint} at ${at(use)}${by}`;
}
