import { findEndpoints, intendedEndpoints, webhookTypeOf } from '@leastscope/scope-catalog';
import type { Catalog, HttpMethod } from '@leastscope/scope-catalog';
import type { DeclarationMistake } from '../model/declaration.js';
import type { PartialData, PurposeData } from './schema.js';
import { placeOfValue } from './yaml-source.js';
import { controlSlips } from './control-slips.js';
import { didYouMean } from './nearest.js';
import type { Slip } from './slip.js';
import type { Path, YamlSource } from './yaml-source.js';

export interface MeaningMistakes {
  readonly mistakes: readonly DeclarationMistake[];
  /** Values that fit the schema and still cannot be used. */
  readonly removed: readonly Path[];
}

/** What the schema cannot know: names that must exist in the catalog or elsewhere in the file, and only once. */
export function findMeaningMistakes(
  data: PartialData,
  source: YamlSource,
  catalog: Catalog,
): MeaningMistakes {
  const purposes = data.purposes ?? [];
  const slips = [
    ...duplicates(data.requestedScopes ?? [], (index) => ['requestedScopes', index], 'scope'),
    ...duplicates(
      purposes.map(({ id }) => id),
      (index) => ['purposes', index, 'id'],
      'purpose',
    ),
    ...duplicates(
      (data.recipients ?? []).map(({ id }) => id),
      (index) => ['recipients', index, 'id'],
      'recipient',
    ),
    ...duplicates(
      (data.storage ?? []).map(({ id }) => id),
      (index) => ['storage', index, 'id'],
      'store',
    ),
    ...duplicates(data.webhooks ?? [], (index) => ['webhooks', index], 'webhook'),
    ...purposes.flatMap((purpose, index) => purposeSlips(purpose, ['purposes', index], data, catalog)),
    ...(data.storage ?? []).flatMap(({ holds = [] }, index) =>
      holds.flatMap((category, at) => categorySlip(category, ['storage', index, 'holds', at], catalog)),
    ),
    ...(data.recipients ?? []).flatMap(({ receives = [] }, index) =>
      receives.flatMap((category, at) =>
        categorySlip(category, ['recipients', index, 'receives', at], catalog),
      ),
    ),
    ...(data.manualUsage ?? []).flatMap((manual, index) =>
      manualSlips(manual, ['manualUsage', index], data, catalog),
    ),
    ...controlSlips(data),
    ...(data.clients ?? []).flatMap(({ call }, index) => clientSlip(call, ['clients', index, 'call'])),
    ...(data.exceptions ?? []).flatMap(({ category }, index) =>
      category === undefined ? [] : categorySlip(category, ['exceptions', index, 'category'], catalog),
    ),
    ...(data.exceptions ?? []).flatMap(({ endpoint, rule }, index) =>
      endpoint === undefined || rule === 'unknown-endpoint' || webhookTypeOf(endpoint) !== null
        ? []
        : endpointSlip(endpoint, ['exceptions', index, 'endpoint'], catalog),
    ),
  ];
  return {
    mistakes: slips.map(({ path, message, help }) => ({ message, help, place: placeOfValue(source, path) })),
    removed: slips.filter((slip) => slip.isUnusable).map((slip) => slip.path),
  };
}

function duplicates(
  values: readonly (string | number)[],
  pathOf: (index: number) => Path,
  noun: string,
): readonly Slip[] {
  return values.flatMap((value, index) => {
    if (values.indexOf(value) === index) return [];
    const message = `The ${noun} \`${value}\` stands here twice.`;
    return [{ path: pathOf(index), message, help: 'Remove one of the two.', isUnusable: true as const }];
  });
}

function purposeSlips(
  purpose: PurposeData,
  path: Path,
  data: PartialData,
  catalog: Catalog,
): readonly Slip[] {
  const kind = catalog.purposeByKind.get(purpose.kind);
  const unknownKind = {
    path: [...path, 'kind'],
    message: `There is no kind of purpose \`${purpose.kind}\` in the catalog.`,
    help: didYouMean(catalog.purposeByKind.keys(), purpose.kind, 'The catalog lists the kinds.'),
  };
  const also = (purpose.also ?? []).flatMap(({ category }, index) =>
    categorySlip(category, [...path, 'also', index, 'category'], catalog),
  );
  const kept = Object.keys(purpose.retention?.byCategory ?? {}).flatMap((category) =>
    categorySlip(category, [...path, 'retention', 'byCategory', category], catalog),
  );
  const narrower = (purpose.notNarrower ?? []).flatMap(({ endpoint }, index) =>
    endpointSlip(endpoint, [...path, 'notNarrower', index, 'endpoint'], catalog),
  );
  const known = data.recipients?.map(({ id }) => id) ?? null;
  const shared = (purpose.shareWith ?? []).flatMap((id, index): readonly Slip[] => {
    // Recipients are optional; only a list that is there can lack one.
    if (known === null || known.includes(id)) return [];
    const help = didYouMean(known, id, 'Describe it under `recipients`.');
    return [
      {
        path: [...path, 'shareWith', index],
        message: `There is no recipient \`${id}\` under \`recipients\`.`,
        help,
      },
    ];
  });
  return [...(kind === undefined ? [unknownKind] : []), ...also, ...kept, ...narrower, ...shared];
}

export function categorySlip(category: string, path: Path, catalog: Catalog): readonly Slip[] {
  if (catalog.categoryById.has(category)) return [];
  const message = `There is no category \`${category}\` in the catalog.`;
  const help = didYouMean(catalog.categoryById.keys(), category, 'The catalog lists the categories.');
  return [{ path, message, help, isUnusable: true }];
}

function manualSlips(
  manual: { readonly endpoint: string; readonly purpose?: string | undefined },
  path: Path,
  data: PartialData,
  catalog: Catalog,
): readonly Slip[] {
  const endpoint = endpointSlip(manual.endpoint, [...path, 'endpoint'], catalog);
  // Without a readable list no purpose can be called unknown.
  const ids = data.purposes?.map(({ id }) => id);
  if (ids === undefined || manual.purpose === undefined || ids.includes(manual.purpose)) return endpoint;
  const message = `There is no purpose \`${manual.purpose}\` under \`purposes\`.`;
  const help = didYouMean(ids, manual.purpose, 'Use the id of a declared purpose.');
  return [...endpoint, { path: [...path, 'purpose'], message, help }];
}

function endpointSlip(text: string, path: Path, catalog: Catalog): readonly Slip[] {
  const parts = /^(GET|POST|PUT|PATCH|DELETE)\s+(\/\S+)$/.exec(text.trim());
  if (parts === null) {
    const message = `"${text}" is not an endpoint.`;
    return [{ path, message, help: 'Write method and path: `GET /order/202507/orders`.', isUnusable: true }];
  }
  const method = parts[1] as HttpMethod;
  const where = parts[2] ?? '';
  if (findEndpoints(catalog, method, where) !== null) return [];
  const nearest = intendedEndpoints(catalog, method, where)[0];
  const help = nearest === undefined ? 'Compare with the Partner Center.' : `Did you mean \`${nearest.id}\`?`;
  return [{ path, message: `\`${text}\` is unknown to this catalog.`, help }];
}

function clientSlip(call: string, path: Path): readonly Slip[] {
  if (/^.+:[^:\s]+$/.test(call)) return [];
  const message = `"${call}" names no module and export.`;
  return [
    {
      path,
      message,
      help: 'Write them with a colon between: `#platform/http:ttsRequest`.',
      isUnusable: true,
    },
  ];
}
