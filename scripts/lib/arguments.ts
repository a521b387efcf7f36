/** Command line arguments: named options or one name, `--help`, and a clear word when something is off. */
import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A mistake in the arguments. Its message says what to do. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

const parse = <const Config extends ParseArgsConfig>(help: string, config: Config) => {
  try {
    if (process.argv.includes('--help')) {
      console.log(help);
      process.exit(0);
    }
    return parseArgs(config);
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
  }
};

/**
 * The options given, parsed by node:util. Prints `help` and ends the process on `--help`.
 * @param args the arguments after those that were read already; all when missing
 * @throws UsageError for an unknown option, a missing value or a stray argument
 */
export const readOptions = <const Options extends NonNullable<ParseArgsConfig['options']>>(
  help: string,
  options: Options,
  args: readonly string[] = process.argv.slice(2),
) => parse(help, { options, args: [...args], allowPositionals: false }).values;

/**
 * The command given first, and the arguments after it. Prints `help` and ends the process on `--help`.
 * @throws UsageError when it is missing or not one of `names`
 */
export const readCommand = <const Name extends string>(
  help: string,
  names: readonly Name[],
): { readonly name: Name; readonly args: readonly string[] } => {
  // Looks at --help alone: every command knows its own options.
  parse(help, { args: [] });
  const [given, ...args] = process.argv.slice(2);
  const name = names.find((one) => one === given);
  if (name !== undefined) return { name, args };
  const wrong = given === undefined ? 'No command is given' : `"${given}" is no command`;
  throw new UsageError(`${wrong}; it must be one of: ${names.join(', ')}.\n\n${help}`);
};

/** The value of a required option. */
export const required = (name: string, value: string | undefined): string => {
  if (value !== undefined) return value;
  throw new UsageError(`--${name} is required.`);
};

/** The value of an option, which must be one of `names` when it is given. */
export const oneOf = <const Name extends string>(
  name: string,
  value: string,
  names: readonly Name[],
): Name => {
  const found = names.find((one) => one === value);
  if (found !== undefined) return found;
  throw new UsageError(`--${name} must be one of ${names.join(', ')}, not "${value}".`);
};

/**
 * The one name given, or `undefined` when there is none. Prints `help` and ends the process on `--help`.
 * @throws UsageError for a name that is not one of `names`, a second one or an option
 */
export const readName = <const Name extends string>(
  help: string,
  names: readonly Name[],
): Name | undefined => {
  const [given, ...more] = parse(help, { allowPositionals: true }).positionals;
  if (given === undefined) return undefined;
  const name = names.find((one) => one === given);
  if (name !== undefined && more.length === 0) return name;
  throw new UsageError(
    `"${[given, ...more].join(' ')}" is not one of: ${names.join(', ')}.\n\n${help}`,
  );
};

/** The value of `--name` as a whole number from `least` to `most`, or `fallback` when it is not given. */
export const wholeNumber = (
  name: string,
  text: string | undefined,
  { least, most, fallback }: { least: number; most: number; fallback: number },
): number => {
  if (text === undefined) return fallback;
  const value = Number(text);
  if (/^\d{1,9}$/.test(text) && value >= least && value <= most) return value;
  throw new UsageError(
    `--${name} must be a whole number from ${String(least)} to ${String(most)}, not "${text}".`,
  );
};
