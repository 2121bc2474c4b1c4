import type { CatalogData, EndpointId } from '../types.js';
import type { CatalogProblem } from './problem.js';

interface Shape {
  readonly id: EndpointId;
  /** The method, the number of segments and the first of them: templates that differ here never meet. */
  readonly group: string;
  readonly segments: readonly string[];
}

/**
 * Two templates may match one path only if one of them is the more specific everywhere (`…/search` beside `…/{id}`).
 * Otherwise the order of rows would decide.
 */
export function templateProblems(data: CatalogData): readonly CatalogProblem[] {
  const groups = new Map<string, Shape[]>();
  for (const shape of [...data.endpoints, ...data.legacyEndpoints].map(shapeOf)) {
    groups.set(shape.group, [...(groups.get(shape.group) ?? []), shape]);
  }
  return [...groups.values()].flatMap(ambiguities);
}

function shapeOf({
  id,
  method,
  path,
}: {
  readonly id: EndpointId;
  readonly method: string;
  readonly path: string;
}): Shape {
  const segments = path.split('/').slice(1);
  return { id, group: `${method} ${String(segments.length)} ${segments[0] ?? ''}`, segments };
}

function ambiguities(shapes: readonly Shape[]): readonly CatalogProblem[] {
  return shapes.flatMap((left, at) =>
    shapes
      .slice(at + 1)
      .filter((right) => left.id !== right.id && meet(left, right) && !isOrdered(left, right))
      .map((right) => ({
        kind: 'ambiguous-template' as const,
        row: `endpoint ${left.id}`,
        message: `A path can fit it and ${right.id} equally well.`,
      })),
  );
}

function meet(left: Shape, right: Shape): boolean {
  return left.segments.every((text, at) => {
    const other = right.segments[at] ?? '';
    return text === other || isPlaceholder(text) || isPlaceholder(other);
  });
}

/** One of the two has fixed text wherever the other has it, and somewhere more. */
function isOrdered(left: Shape, right: Shape): boolean {
  const leftOnly = left.segments.some(
    (text, at) => !isPlaceholder(text) && isPlaceholder(right.segments[at] ?? ''),
  );
  const rightOnly = right.segments.some(
    (text, at) => !isPlaceholder(text) && isPlaceholder(left.segments[at] ?? ''),
  );
  return leftOnly !== rightOnly;
}

function isPlaceholder(segment: string): boolean {
  return segment.startsWith('{');
}
