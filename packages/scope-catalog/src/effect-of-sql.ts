const keeps =
  /\b(?:insert\s+(?:or\s+\w+\s+|ignore\s+)?into|replace\s+into|merge\s+into|copy\s+\S+\s+from|update\b[^;]{1,200}?\bset)\b/i;
const takesAway = /\b(?:delete\s+from|truncate|drop\s+table)\b/i;

/**
 * What an SQL statement does with the values it is handed: keeps them, takes rows away, or neither, because it only
 * reads. `effectOfSql('insert into orders values ($1)') === 'store'`.
 */
export function effectOfSql(text: string): 'store' | 'delete' | 'neither' {
  const statement = text.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, ' ');
  if (keeps.test(statement)) return 'store';
  return takesAway.test(statement) ? 'delete' : 'neither';
}
