import { parseArgs } from 'node:util';
import { COMMANDS } from './commands.ts';
import { version } from './office/folders.ts';
import { wantsSupervisor } from './serving/supervised.ts';
import { type Command, EXIT, type Input, UsageError } from './terminal/command.ts';
import { aligned, note, say, sayError } from './terminal/print.ts';

const EXIT_HELP = 'Exit codes: 0 done, 1 failed or faults found, 2 wrong usage.';
const COMMON_HELP = { json: 'print the answer as JSON', help: 'show this help' };

/** Runs the program with the words after its name and gives its exit code. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...rest] = argv;
  if (name === 'help' && rest[0] !== undefined) return main([rest[0], '--help']);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    say(programHelp());
    return name === undefined ? EXIT.usage : EXIT.ok;
  }
  if (name === '--version' || name === '-v' || name === 'version') {
    say(version());
    return EXIT.ok;
  }
  if (name === 'serve' && wantsSupervisor(rest, process.env)) return (await import('./supervise.ts')).supervise(rest);
  const command = await COMMANDS.get(name)?.load();
  if (!command) {
    note(`There is no command "${name}".\n\n${programHelp()}`);
    return EXIT.usage;
  }
  const asJson = rest.includes('--json');
  try {
    const input = inputOf(command, rest);
    if (input.options.help) {
      say(commandHelp(command));
      return EXIT.ok;
    }
    return await command.run(input);
  } catch (error) {
    if (error instanceof UsageError) {
      note(`westgate ${name}: ${error.message}\nUsage: westgate ${name} ${command.usage}`);
      return EXIT.usage;
    }
    sayError(error, asJson);
    if (!asJson) await noteFaults(error);
    return EXIT.failed;
  }
}

/** Lists the faults of a district folder that could not be loaded. */
async function noteFaults(error: unknown): Promise<void> {
  const { faultLines, faultsOf } = await import('./terminal/faults.ts');
  const faults = faultsOf(error);
  if (faults !== null) note(faultLines(faults));
}

function inputOf(command: Command, args: readonly string[]): Input {
  const options = { ...command.options, json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
    return {
      options: Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value.map(String) : value])),
      words: positionals,
    };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function programHelp(): string {
  const commands = [...COMMANDS].map(([name, { about }]) => [name, about]);
  return `Usage: westgate COMMAND …\n\n${aligned(commands, '  ')}\n\nwestgate help COMMAND tells more, westgate --version which this is. ${EXIT_HELP}`;
}

function commandHelp(command: Command): string {
  const options = Object.entries({ ...command.optionHelp, ...COMMON_HELP }).map(([option, about]) => [`--${option}`, about]);
  return `Usage: westgate ${command.name} ${command.usage}\n\n${command.help}\n\n${aligned(options, '  ')}\n\n${EXIT_HELP}`;
}
