/** How many letters must be changed, added, dropped or swapped with their neighbour to make one text of the other. */
export function editDistance(a: string, b: string): number {
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const change = at(previous, column - 1) + (a[row - 1] === b[column - 1] ? 0 : 1);
      const drop = at(previous, column) + 1;
      const add = at(current, column - 1) + 1;
      current.push(Math.min(change, drop, add, swap(a, b, row, column, beforePrevious)));
    }
    beforePrevious = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function swap(a: string, b: string, row: number, column: number, beforePrevious: readonly number[]): number {
  const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
  return swapped ? at(beforePrevious, column - 2) + 1 : Infinity;
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
