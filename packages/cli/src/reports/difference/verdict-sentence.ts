import type { Catalog, CategoryId } from '@leastscope/scope-catalog';
import type { StateDifference } from '../../change/state-difference.js';
import { count } from '../../text/words.js';

/**
 * The whole in one line: "+1 scope, 1 sensitive category, 40 connected sellers authorize again". `sellers`: how many sellers
 * are connected; null where nobody says.
 */
export function verdictSentence(
  difference: StateDifference,
  catalog: Pick<Catalog, 'categoryById'>,
  sellers: number | null,
): string {
  const parts = [
    ...scopeParts(difference),
    ...categoryParts(difference, catalog),
    ...difference.authorizeAgain.map((who) => whoAgain(who, sellers)),
    ...partsBelow(difference),
  ];
  return parts.length === 0
    ? 'nothing changes in scopes, data, recipients, stores, retention, answers, exceptions or findings'
    : parts.join(', ');
}

/** What is asked for: requested, or needed and so to be requested. */
function scopeParts({ scopes }: StateDifference): readonly string[] {
  const added = scopes.filter(({ before, after }) => before === 'neither' && after !== 'neither').length;
  const gone = scopes.filter(({ before, after }) => before !== 'neither' && after === 'neither').length;
  const idle = scopes.filter(
    ({ before, after }) => before === 'requested and needed' && after === 'requested, not needed',
  ).length;
  const lacking = scopes.filter(
    ({ before, after }) => before === 'requested and needed' && after === 'needed, not requested',
  ).length;
  return [
    ...(added > 0 ? [`+${count(added, 'scope')}`] : []),
    ...(gone > 0 ? [`-${count(gone, 'scope')}`] : []),
    ...(idle > 0 ? [`${count(idle, 'scope')} no longer needed`] : []),
    ...(lacking > 0 ? [`${count(lacking, 'scope')} missing`] : []),
  ];
}

/** Categories that newly come, are read, kept or sent. */
function categoryParts(
  { categories }: StateDifference,
  { categoryById }: Pick<Catalog, 'categoryById'>,
): readonly string[] {
  const fresh = [...new Set(Object.values(categories).flatMap(({ added }) => added))];
  const isSensitive = (id: CategoryId): boolean =>
    ['sensitive-personal', 'secret'].includes(categoryById.get(id)?.tier ?? '');
  const sensitive = fresh.filter(isSensitive).length;
  const personal = fresh.length - sensitive;
  return [
    ...(sensitive > 0 ? [several(sensitive, 'sensitive category', 'sensitive categories')] : []),
    ...(personal > 0 ? [several(personal, 'personal category', 'personal categories')] : []),
  ];
}

function whoAgain(who: string, sellers: number | null): string {
  if (who !== 'seller' || sellers === null) return `every connected ${who} authorizes again`;
  return `${count(sellers, 'connected seller')} ${sellers === 1 ? 'authorizes' : 'authorize'} again`;
}

function partsBelow(difference: StateDifference): readonly string[] {
  const { recipients, stores, retention, answers, exceptions, findings } = difference;
  return [
    ...signed('+', recipients.added.length, 'recipient'),
    ...signed('-', recipients.dropped.length, 'recipient'),
    ...signed('+', stores.added.length, 'store'),
    ...signed('-', stores.dropped.length, 'store'),
    ...plain(retention.length, 'retention changes', 'retentions change'),
    ...plain(answers.length, 'answer changes', 'answers change'),
    ...signed('+', exceptions.added.length, 'exception'),
    ...signed('-', exceptions.dropped.length, 'exception'),
    ...plain(exceptions.expired.length, 'exception expired', 'exceptions expired'),
    ...plain(findings.brought.length, 'new finding', 'new findings'),
    ...plain(findings.mended.length, 'finding mended', 'findings mended'),
  ];
}

function signed(sign: string, number: number, noun: string): readonly string[] {
  return number === 0 ? [] : [`${sign}${count(number, noun)}`];
}

function plain(number: number, one: string, more: string): readonly string[] {
  return number === 0 ? [] : [several(number, one, more)];
}

function several(number: number, one: string, more: string): string {
  return `${number} ${number === 1 ? one : more}`;
}
