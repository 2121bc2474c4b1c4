import { Argument, Command, Option } from 'commander';
import { exampleHelp, exitCodeHelp, helpConfiguration } from './command-help.js';
import type { ArgumentSpec, CommandSpec, OptionSpec } from '../command-line/command.js';
import { commandTable } from '../commands/table.js';
import type { Host } from '../host/host.js';
import { version } from '../host/about.js';

/** The command line as commander sees it, made from the command table. */
export function createProgram(host: Host, onExit: (code: number) => void): Command {
  const program = new Command('leastscope')
    .description('Which TikTok Shop access scopes and personal data does this code really need?')
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print help')
    .addHelpText('after', () => exitCodeHelp(host.stdout.columns))
    .configureHelp(helpConfiguration(host.stdout.columns))
    .exitOverride()
    .configureOutput({
      writeOut: (text) => host.stdout.write(text),
      writeErr: (text) => host.stderr.write(text),
      outputError: (text, write) => write(text.replace(/^error: /, 'leastscope: ')),
    });
  for (const spec of commandTable) program.addCommand(createCommand(spec, program, host, onExit));
  return program;
}

function createCommand(
  spec: CommandSpec,
  program: Command,
  host: Host,
  onExit: (code: number) => void,
): Command {
  const command = new Command(spec.name)
    .copyInheritedSettings(program)
    .description(spec.summary)
    .addHelpText('after', () => exampleHelp(spec, host.stdout.columns));
  if (spec.argument !== null) command.addArgument(createArgument(spec.argument));
  for (const option of spec.options) command.addOption(createOption(option));
  return command.action(async () => {
    const { run } = await spec.load();
    const argument = command.args.length === 0 ? null : command.args.join(' ');
    onExit(
      await run({ argument, arguments: command.args, options: command.opts(), commands: commandTable }, host),
    );
  });
}

function createArgument(spec: ArgumentSpec): Argument {
  const argument = new Argument(spec.name, spec.summary);
  return spec.choices.length > 0 ? argument.choices(spec.choices) : argument;
}

function createOption(spec: OptionSpec): Option {
  const option = new Option(spec.flags, spec.summary);
  if (spec.repeats === true) {
    option.argParser((value: string, before: readonly string[] | undefined) => [...(before ?? []), value]);
  } else if (spec.choices !== undefined) option.choices(spec.choices);
  if (spec.byDefault !== undefined) option.default(spec.byDefault);
  return option;
}
