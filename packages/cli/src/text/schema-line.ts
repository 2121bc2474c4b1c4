/** The first line of a file that editors check by a schema: one of its own, or nothing. */
export function schemaLine(schema: string | null): readonly string[] {
  return schema === null ? [] : [`# yaml-language-server: $schema=${schema}`];
}
