import type { CommandSpec, Completes, OptionSpec } from './command.js';

export type Shell = 'bash' | 'zsh' | 'fish';

/**
 * A completion script made from the command table, so that it never lags behind. Rules, scopes and categories it asks of
 * the program when they are wanted. Libraries for this hand what is being typed to `eval`, or know no files.
 */
export function printCompletion(shell: Shell, commands: readonly CommandSpec[]): string {
  return printers[shell](commands);
}

const printers: Readonly<Record<Shell, (commands: readonly CommandSpec[]) => string>> = { bash, zsh, fish };

function bash(commands: readonly CommandSpec[]): string {
  const names = [...commands.map(({ name }) => name), 'help'].join(' ');
  return `_leastscope() {
  local word="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}"
  if [ "$COMP_CWORD" -eq 1 ] || [ "\${COMP_WORDS[1]}" = help ]; then
    COMPREPLY=($(compgen -W "${names}" -- "$word"))
    return
  fi
  case "\${COMP_WORDS[1]} $before" in
${commands.flatMap(bashValues).join('\n')}
  esac
  case "\${COMP_WORDS[1]}" in
${commands.map((command) => `    ${command.name}) ${bashWords(command)} ;;`).join('\n')}
  esac
}
complete -F _leastscope leastscope
`;
}

/** What may stand behind the options of a command. */
function bashValues({ name, options }: CommandSpec): readonly string[] {
  return options.filter(takesValue).map((option) => {
    const offered = option.choices === undefined ? bashOffer(option.completes) : bashList(option.choices);
    return `    "${name} ${nameOf(option.flags)}") ${offered}; return ;;`;
  });
}

function bashWords(command: CommandSpec): string {
  const { argument, options } = command;
  const flags = [...options.map(({ flags }) => nameOf(flags)), '--help'];
  const offered = argument === null || argument.choices.length > 0 ? ':' : bashOffer(argument.completes);
  const words = bashList([...(argument?.choices ?? []), ...flags]);
  // Options only where one is begun, unless there is nothing else to offer.
  return offered === ':' ? words : `case "$word" in -*) ${words} ;; *) ${offered} ;; esac`;
}

function bashList(words: readonly string[]): string {
  return `COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$word"))`;
}

function bashOffer(completes: Completes | undefined): string {
  switch (completes) {
    case undefined:
      return ':';
    case 'file':
      return 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word"))';
    case 'folder':
      return 'compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -d -- "$word"))';
    default:
      return `COMPREPLY=($(compgen -W "$(leastscope completion ${completes} 2>/dev/null)" -- "$word"))`;
  }
}

/** zsh runs bash completions. */
function zsh(commands: readonly CommandSpec[]): string {
  return `autoload -U +X compinit && compinit\nautoload -U +X bashcompinit && bashcompinit\n${bash(commands)}`;
}

function fish(commands: readonly CommandSpec[]): string {
  const lines = commands.flatMap((command) => {
    const seen = `__fish_seen_subcommand_from ${command.name}`;
    const { argument } = command;
    const words = argument === null ? '' : fishOffer(argument.choices, argument.completes);
    return [
      `complete -c leastscope -f -n __fish_use_subcommand -a ${command.name} -d '${quoted(command.summary)}'`,
      `complete -c leastscope -n '${seen}' ${words === '' ? '-f' : words}`,
      ...command.options.map((option) => `complete -c leastscope -n '${seen}' ${fishOption(option)}`),
    ];
  });
  return `${lines.join('\n')}\n`;
}

function fishOption(option: OptionSpec): string {
  const { flags, summary, choices, completes } = option;
  const value = takesValue(option) ? `-r ${fishOffer(choices ?? [], completes) || '-f'} ` : '';
  return `-l ${nameOf(flags).slice(2)} ${value}-d '${quoted(summary)}'`;
}

function fishOffer(choices: readonly string[], completes: Completes | undefined): string {
  if (choices.length > 0) return `-f -a '${choices.join(' ')}'`;
  if (completes === undefined) return '';
  if (completes === 'file') return '-F';
  if (completes === 'folder') return "-f -a '(__fish_complete_directories)'";
  return `-f -a '(leastscope completion ${completes} 2>/dev/null)'`;
}

function takesValue({ flags }: OptionSpec): boolean {
  return flags.includes('<');
}

/** `--format <format>` → `--format`. */
function nameOf(flags: string): string {
  return flags.split(' ', 1).join('');
}

function quoted(text: string): string {
  return text.replaceAll("'", "\\'");
}
