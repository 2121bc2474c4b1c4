import * as z from 'zod';
import type { Path } from './yaml-source.js';

type Schema = z.core.$ZodType;

/** The keys that the schema knows at a path, for naming the nearest to a misspelt one. */
export function keysAt(path: Path, whole: Schema): readonly string[] {
  let schema: Schema | null = whole;
  for (const step of path) schema = schema === null ? null : below(unwrap(schema), step);
  const inner = schema === null ? null : unwrap(schema);
  if (inner instanceof z.ZodObject) return Object.keys(inner.shape);
  if (inner instanceof z.ZodRecord && inner.keyType instanceof z.ZodEnum)
    return inner.keyType.options.map(String);
  return [];
}

function below(schema: Schema, step: string | number): Schema | null {
  if (schema instanceof z.ZodArray) return schema.element;
  if (schema instanceof z.ZodObject) return (schema.shape[step] as Schema | undefined) ?? null;
  return null;
}

function unwrap(schema: Schema): Schema {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodNullable
    ? unwrap(schema.unwrap())
    : schema;
}
