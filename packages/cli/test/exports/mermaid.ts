/**
 * What of a diagram is not in the part of Mermaid's grammar that we write. Mermaid itself needs a page and eighty megabytes, too
 * much for every run; its parser takes what passes here.
 */
export function mermaidProblems(text: string): readonly string[] {
  const lines = text.split('\n').filter((line) => line !== '' && !comment.test(line));
  const [head = '', ...body] = lines;
  const unknown = body.filter((line) => !forms.some((form) => form.test(line)));
  return [
    ...(head === 'flowchart LR' ? [] : [`no diagram: ${head}`]),
    ...unknown.map((line) => `no statement: ${line}`),
    ...groupProblems(body),
    ...edgeProblems(body),
  ];
}

const comment = /^%% [^{}]*$/;
/** Closed by a quote alone; a line break is the only markup. */
const label = String.raw`"(?:[^"<>]|<br\/>)+"`;
const shapes = [
  `\\[\\[${label}\\]\\]`,
  `\\[${label}\\]`,
  `\\(\\[${label}\\]\\)`,
  `\\[\\(${label}\\)\\]`,
  `\\{\\{${label}\\}\\}`,
  `\\(${label}\\)`,
];

const group = new RegExp(`^  subgraph \\w+\\[${label}\\]$`);
const end = /^ {2}end$/;
const node = new RegExp(`^ {2,4}(\\w+)(?:${shapes.join('|')})(?::::\\w+)?$`);
const edge = new RegExp(`^  (\\w+) (?:-->|-\\.->)(?:\\|${label}\\|)? (\\w+)$`);
const look = /^ {2}classDef \w+ [\w:,#-]+(?: [\d ]+)?$/;
const forms = [group, end, node, edge, look];

function groupProblems(body: readonly string[]): readonly string[] {
  let depth = 0;
  for (const line of body) {
    if (group.test(line)) depth += 1;
    if (end.test(line)) depth -= 1;
    if (depth < 0 || depth > 1) return ['a group that does not end, or ends twice'];
  }
  return depth === 0 ? [] : ['a group that does not end'];
}

function edgeProblems(body: readonly string[]): readonly string[] {
  const names = body.flatMap((line) => node.exec(line)?.[1] ?? []);
  const ends = body.flatMap((line) => edge.exec(line)?.slice(1) ?? []);
  const twice = names.filter((name, at) => names.indexOf(name) !== at);
  return [
    ...twice.map((name) => `${name} twice`),
    ...ends.filter((name) => !names.includes(name)).map((name) => `no node ${name}`),
  ];
}
