/** What code calls the type of an event, whatever the platform calls it. */
const typeName = /(?:^|_|[a-z])(?:type|Type|TYPE|event|topic)(?:_?id|Id)?$/;

export function isTypeName(name: string): boolean {
  return typeName.test(name);
}
