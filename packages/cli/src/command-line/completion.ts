import type { CommandSpec, OptionSpec } from './command.js';

export type Shell = 'bash' | 'zsh' | 'fish';

/** A completion script made from the command table, so that it never lags behind. */
export function printCompletion(shell: Shell, commands: readonly CommandSpec[]): string {
  return printers[shell](commands);
}

const printers: Readonly<Record<Shell, (commands: readonly CommandSpec[]) => string>> = { bash, zsh, fish };

function bash(commands: readonly CommandSpec[]): string {
  const names = commands.map((command) => command.name).join(' ');
  return `_leastscope() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${names}" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]} $before" in
${choicesOf(commands)
  .map(
    ({ command, option, choices }) =>
      `    "${command} ${option}") COMPREPLY=($(compgen -W "${choices.join(' ')}" -- "$word")); return ;;`,
  )
  .join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${commands.map((command) => `    ${command.name}) COMPREPLY=($(compgen -W "${wordsOf(command).join(' ')}" -- "$word")) ;;`).join('\n')}
  esac
}
complete -o default -F _leastscope leastscope
`;
}

/** zsh runs bash completions. */
function zsh(commands: readonly CommandSpec[]): string {
  return `autoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`;
}

function fish(commands: readonly CommandSpec[]): string {
  const lines = commands.flatMap((command) => {
    const seen = `__fish_seen_subcommand_from ${command.name}`;
    const argument = command.argument?.choices ?? [];
    return [
      `complete -c leastscope -f -n __fish_use_subcommand -a ${command.name} -d '${quoted(command.summary)}'`,
      ...(argument.length > 0 ? [`complete -c leastscope -f -n '${seen}' -a '${argument.join(' ')}'`] : []),
      ...command.options.map((option) => `complete -c leastscope -n '${seen}' ${fishOption(option)}`),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function fishOption({ flags, summary, choices }: OptionSpec): string {
  const value = choices === undefined ? (flags.includes('<') ? '-r ' : '') : `-x -a '${choices.join(' ')}' `;
  return `-l ${nameOf(flags).slice(2)} ${value}-d '${quoted(summary)}'`;
}

function choicesOf(
  commands: readonly CommandSpec[],
): readonly { readonly command: string; readonly option: string; readonly choices: readonly string[] }[] {
  return commands.flatMap((command) =>
    command.options.flatMap(({ flags, choices }) =>
      choices === undefined ? [] : [{ command: command.name, option: nameOf(flags), choices }],
    ),
  );
}

function wordsOf(command: CommandSpec): readonly string[] {
  return [
    ...command.options.map(({ flags }) => nameOf(flags)),
    ...(command.argument?.choices ?? []),
    '--help',
  ];
}

/** `--format <format>` → `--format`. */
function nameOf(flags: string): string {
  return flags.split(' ', 1).join('');
}

function quoted(text: string): string {
  return text.replaceAll("'", "\\'");
}
