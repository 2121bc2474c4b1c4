import { fieldsOf } from '@leastscope/scope-catalog';
import type { Catalog, CategoryId, EndpointId, Field } from '@leastscope/scope-catalog';
import type { ResponsePart } from '../model/data-flow.js';
import type { Finding } from '../model/finding.js';
import { oncePer } from '../util/once-per.js';
import { isWithin } from '../lookups/response-path.js';
import { personalAmong } from './allowed-data.js';

export interface PersonalCategory {
  readonly category: CategoryId;
  readonly confidence: Finding['confidence'];
}

/**
 * The personal categories of a part of a response. Not those of which the catalog only infers that something in the
 * whole answer may hold them: nobody is accused by that.
 */
export function personalIn(catalog: Catalog, part: ResponsePart): readonly PersonalCategory[] {
  return personalAmong(catalog, part.categories).flatMap((category) => {
    const confidence = confidenceOf(catalog, part, category);
    return confidence === null ? [] : [{ category, confidence }];
  });
}

/** As sure as the surest of them. */
export function surestOf(all: readonly Pick<PersonalCategory, 'confidence'>[]): Finding['confidence'] {
  return all.some(({ confidence }) => confidence === 'sure') ? 'sure' : 'inferred';
}

/** How a message says that the catalog infers what it speaks of. */
export function basisOf(confidence: Finding['confidence']): string {
  return confidence === 'sure' ? '' : ' The catalog infers this; no page of the platform states it.';
}

/** Asked for every part of every answer that is taken. */
function responseFieldsOf(catalog: Catalog, endpoint: EndpointId): readonly Field[] {
  const known = responseFields(catalog);
  const found =
    known.get(endpoint) ?? fieldsOf(catalog, endpoint).filter(({ direction }) => direction === 'response');
  known.set(endpoint, found);
  return found;
}

const responseFields = oncePer<Catalog, Map<EndpointId, readonly Field[]>>(() => new Map());

function confidenceOf(
  catalog: Catalog,
  part: ResponsePart,
  category: CategoryId,
): Finding['confidence'] | null {
  const fields = responseFieldsOf(catalog, part.endpoint);
  const rows = fields.filter((row) => row.category === category && speaksOf(row, part));
  // A field that is known by another name, or by the object around it.
  if (rows.length === 0 && part.kind === 'field' && fields.length > 0) return 'inferred';
  if (rows.length === 0 || rows.some((row) => row.confidence !== 'inferred')) return 'sure';
  return rows.every((row) => row.path.endsWith('*')) ? null : 'inferred';
}

function speaksOf({ path }: Field, part: ResponsePart): boolean {
  if (path.endsWith('*') && part.path.startsWith(path.slice(0, -1))) return true;
  return isWithin(path, part.path);
}
