import type { ValueTable } from '../openapi.js';
import type { AlternativeRow } from './alternative-rows.js';

/** Where a way to less data does not do what it claims: nobody could ask for it, or it cannot answer what today's call answers. */
export function claimMistakes(rows: readonly AlternativeRow[], known: ValueTable): readonly string[] {
  return rows.flatMap((row) =>
    row.endpoints.flatMap((today) =>
      [
        ...(row.kind === 'switch' ? switchMistakes(row, today, known) : []),
        ...(row.kind === 'endpoint' || row.kind === 'version' ? askMistakes(row, today, known) : []),
        ...(row.kind === 'endpoint' || row.kind === 'version' ? valueMistakes(row, today, known) : []),
      ].map((mistake) => `${today} → ${row.instead}: ${mistake}`),
    ),
  );
}

/** A switch is set where it is told apart: one name with two values, and both such as the parameter takes. */
function switchMistakes(row: AlternativeRow, today: string, known: ValueTable): readonly string[] {
  const [name = '', value = ''] = row.instead.split('=');
  const [where = '', now] = (row.onlyWhere ?? '').split('=');
  const parameter = ['query.', '']
    .map((place) => known.get(today)?.get(`request ${place}${name}`))
    .find(Boolean);
  const takes = (text: string): boolean =>
    parameter?.type !== 'boolean' || text === 'true' || text === 'false';
  return [
    ...(where === name ? [] : [`it is told apart by ${where}, not by ${name}`]),
    ...(now === value ? ['it is what the request says already'] : []),
    ...[value, now ?? value].filter((text) => !takes(text)).map((text) => `${name} does not take ${text}`),
  ];
}

/** What the path of the other endpoint names has to be at hand: in today's request, or in today's answer. */
function askMistakes(row: AlternativeRow, today: string, known: ValueTable): readonly string[] {
  const leaves = [...(known.get(today)?.keys() ?? [])];
  if (leaves.length === 0) return [];
  return [...row.instead.matchAll(/\{(\w+)\}/g)]
    .map(([, name = '']) => name)
    .filter((name) => !leaves.some((leaf) => names(leaf, name)))
    .map((name) => `nothing in today’s call tells the ${name} to ask for`);
}

/** `data.orders[].id` and `request path.order_id` are both an `order_id`. */
function names(leaf: string, name: string): boolean {
  const steps = leaf.replaceAll('[]', '').split('.');
  const last = steps.at(-1) ?? '';
  if (last === name) return true;
  const holder = (steps.at(-2) ?? '').replace(/s$/, '');
  return last === 'id' && `${holder}_id` === name;
}

const telling = /(?:status|state|type|role|platform)$/;

/** A state that today's answer may tell and the other one never does is lost, and nobody is told of it. */
function valueMistakes(row: AlternativeRow, today: string, known: ValueTable): readonly string[] {
  return Object.entries(row.carries).flatMap(([path, other]) => {
    const mine = known.get(today)?.get(path)?.values ?? [];
    const theirs = known.get(row.instead)?.get(other)?.values ?? [];
    if (!telling.test(path) || mine.length === 0 || theirs.length === 0) return [];
    const lost = mine.filter((value) => !theirs.includes(value));
    return lost.length === 0 ? [] : [`${other} never tells ${lost.join(', ')}, which ${path} does`];
  });
}
