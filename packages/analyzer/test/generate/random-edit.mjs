/**
 * A text as somebody may leave it in the middle of work: a line gone, doubled or moved, a name or a text for another, a
 * log added, an `await` forgotten. Often it does not parse any more.
 */
export function randomEdit(text, random) {
  const pick = (list) => list[Math.floor(random() * list.length)];
  const lines = text.split('\n');
  const [at, other] = [Math.floor(random() * lines.length), Math.floor(random() * lines.length)];
  const kinds = {
    removed: () => lines.toSpliced(at, 1).join('\n'),
    doubled: () => lines.toSpliced(at, 0, lines[at]).join('\n'),
    pushedDown: () => `// changed\n${text}`,
    swapped: () => lines.with(at, lines[other]).with(other, lines[at]).join('\n'),
    logged: () => `${text}\nconsole.log(${pick(declared(text))});\n`,
    renamed: () => exchanged(text, pick, /\b[a-z]\w{3,}\b/g),
    retold: () => exchanged(text, pick, /'[^'\n]{3,}'/g),
    notAwaited: () => text.replace(/await /, ''),
  };
  return pick(Object.values(kinds))();
}

function declared(text) {
  return [...text.matchAll(/\b(?:const|let|function)\s+(\w+)/g)].map(([, name]) => name).concat(['nothing']);
}

/** One of these for another. */
function exchanged(text, pick, pattern) {
  const all = [...text.matchAll(pattern)];
  if (all.length < 2) return text;
  const [one, two] = [pick(all), pick(all)];
  return text.slice(0, one.index) + two[0] + text.slice(one.index + one[0].length);
}
