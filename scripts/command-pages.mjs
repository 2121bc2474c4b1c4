// A page for each command of the terminal program, made from the table that help and completion are made from.
import { commandTable } from '../packages/cli/dist/commands/table.js';

/** File name in docs/commands → its text. */
export function commandPages() {
  const pages = commandTable.map((command) => [`${command.name}.md`, pageOf(command)]);
  return new Map([...pages, ['README.md', indexOf()]]);
}

function indexOf() {
  const rows = commandTable.map(
    ({ name, summary }) => `- [\`leastscope ${name}\`](${name}.md): ${plain(summary)}`,
  );
  return `# Commands

${rows.join('\n')}

Each takes \`--help\`. Exit codes and formats: [In CI](../ci.md).
`;
}

function pageOf({ name, summary, argument, options, examples }) {
  const usage = [
    'leastscope',
    name,
    ...(options.length > 0 ? ['[options]'] : []),
    ...(argument === null ? [] : [argument.name]),
  ];
  return `# leastscope ${name}

${sentence(summary)}

\`\`\`sh
${usage.join(' ')}
\`\`\`
${argument === null ? '' : `\n\`${argument.name}\`: ${plain(argument.summary)}${choicesOf(argument)}.\n`}${options.length === 0 ? '' : `\n## Options\n\n${options.map(optionOf).join('\n')}\n`}
## Examples

\`\`\`sh
${examples.map(({ line, says }) => `${line}   # ${says}`).join('\n')}
\`\`\`

All commands: [Commands](README.md).
`;
}

function optionOf(option) {
  const { flags, summary, byDefault } = option;
  const standard = byDefault === undefined ? '' : `; otherwise \`${byDefault}\``;
  return `- \`${flags}\`: ${plain(summary)}${option.repeats ? '' : choicesOf(option)}${standard}`;
}

function choicesOf({ choices = [] }) {
  return choices.length === 0 ? '' : ` (${choices.map((choice) => `\`${choice}\``).join(', ')})`;
}

function sentence(text) {
  return `${text.slice(0, 1).toUpperCase()}${plain(text.slice(1))}.`;
}

/** As text of Markdown. */
function plain(text) {
  return text.replace(/[<>*_[\]]/g, (sign) => `\\${sign}`);
}
