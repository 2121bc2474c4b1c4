import type {
  Declaration,
  DeclaredClient,
  DeclaredException,
  DeclaredPurpose,
  DeclaredRetention,
  Placed,
} from '../model/declaration.js';
import type { MeaningMistakes } from './meaning-mistakes.js';
import type { DeclarationData, ExceptionData, PurposeData } from './schema.js';
import { toEvidence } from './to-evidence.js';
import { placeOfValue } from './yaml-source.js';
import type { Place } from '../model/place.js';
import type { Path, YamlSource } from './yaml-source.js';

/** Gives validated data its places, and leaves out what was found unusable. */
export function toDeclaration(
  data: DeclarationData,
  source: YamlSource,
  file: string,
  incomplete: readonly string[],
  meaning: MeaningMistakes,
): Declaration {
  const place = (...path: Path) => placeOfValue(source, path);
  const unusable = new Set(meaning.removed.map((path) => JSON.stringify(path)));
  const isUsable = (...path: Path): boolean => !unusable.has(JSON.stringify(path));
  const placed = <T>(section: string, values: readonly T[]): readonly Placed<T>[] =>
    values
      .map((value, index) => ({ value, place: place(section, index), index }))
      .filter(({ index }) => isUsable(section, index))
      .map(({ value, place: at }) => ({ value, place: at }));
  return {
    file,
    app: {
      name: data.app.name,
      type: data.app.type,
      category: data.app.category ?? null,
      markets: data.app.markets ?? [],
      tokens: data.app.tokens ?? [],
      place: data.app.tokens === undefined ? place('app') : place('app', 'tokens'),
    },
    requestedScopes: placed('requestedScopes', data.requestedScopes),
    purposes: data.purposes
      .map((purpose, index) => toPurpose(purpose, ['purposes', index], place, isUsable))
      .filter((_, index) => isUsable('purposes', index, 'id')),
    console: toConsole(data.console, () => place('console')),
    webhooks: placed('webhooks', data.webhooks ?? []),
    deletion:
      data.deletion === undefined
        ? null
        : { handler: { value: data.deletion.handler, place: place('deletion', 'handler') } },
    manualUsage: (data.manualUsage ?? [])
      .map(({ endpoint, purpose = null, where }, index) => ({
        endpoint,
        purpose,
        where,
        place: place('manualUsage', index, 'endpoint'),
      }))
      .filter((_, index) => isUsable('manualUsage', index, 'endpoint')),
    clients: (data.clients ?? [])
      .map(({ call, method = null, path }, index) => toClient(call, method, path, place('clients', index)))
      .filter((_, index) => isUsable('clients', index, 'call')),
    exceptions: (data.exceptions ?? [])
      .map((exception, index) => toException(exception, place('exceptions', index)))
      .filter((_, index) => ['endpoint', 'category'].every((key) => isUsable('exceptions', index, key))),
    rules: data.rules ?? {},
    evidence: toEvidence(data, place),
    incomplete,
  };
}

function toConsole(data: DeclarationData['console'], place: () => Place): Declaration['console'] {
  if (data === undefined) return null;
  const { exported = null, scopes = null, service = null } = data;
  return { service, scopes, exported, place: place() };
}

function toPurpose(
  purpose: PurposeData,
  path: Path,
  place: (...path: Path) => Declaration['app']['place'],
  isUsable: (...path: Path) => boolean,
): DeclaredPurpose {
  const { id, kind, text, code = [], also = [], retention, shareWith = [] } = purpose;
  const { use, seenAt, owner, since, until, instruction, notNarrower = [] } = purpose;
  return {
    id,
    kind,
    text,
    code,
    also: also
      .map((extra, index) => ({ ...extra, place: place(...path, 'also', index) }))
      .filter((_, index) => isUsable(...path, 'also', index, 'category')),
    retention:
      retention === undefined
        ? null
        : toRetention(retention, (...below) => place(...path, 'retention', ...below)),
    shareWith,
    use: use ?? null,
    seenAt: seenAt ?? null,
    owner: owner ?? null,
    since: since ?? null,
    until: until ?? null,
    instruction: instruction ?? null,
    notNarrower: notNarrower.map((one, index) => ({ ...one, place: place(...path, 'notNarrower', index) })),
    place: place(...path),
    places: {
      id: place(...path, 'id'),
      kind: place(...path, 'kind'),
      text: place(...path, 'text'),
      code: purpose.code === undefined ? null : place(...path, 'code'),
    },
  };
}

function toRetention(
  { period, after, onDeauthorization, byCategory = {} }: NonNullable<PurposeData['retention']>,
  place: (...path: Path) => DeclaredRetention['place'],
): DeclaredRetention {
  return {
    period: period ?? null,
    after: after ?? null,
    onDeauthorization: onDeauthorization ?? null,
    byCategory: Object.entries(byCategory).map(([category, one]) => ({
      category,
      period: one.period,
      after: one.after ?? null,
      because: one.because ?? null,
      law: one.law ?? null,
      place: place('byCategory', category),
    })),
    place: place(),
  };
}

export function toException(
  exception: ExceptionData,
  place: DeclaredException['place'],
  batch: number | null = null,
): DeclaredException {
  const { endpoint = null, scope = null, file = null, symbol = null, category = null } = exception;
  const { field = null, recipient = null, store = null, purpose = null, subject = null } = exception;
  const named = { endpoint, scope, file, symbol, category, field, recipient, store, purpose, subject };
  return { ...exception, ...named, batch, place };
}

/** The last colon divides: a module may hold one itself (`node:http:request`). */
function toClient(
  call: string,
  method: number | null,
  path: number,
  place: DeclaredClient['place'],
): DeclaredClient {
  const colon = call.lastIndexOf(':');
  return { module: call.slice(0, colon), export: call.slice(colon + 1), method, path, place };
}
