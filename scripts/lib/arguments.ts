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
 * @throws UsageError for an unknown option, a missing value or a stray argument
 */
export const readOptions = <const Options extends NonNullable<ParseArgsConfig['options']>>(
  help: string,
  options: Options,
) => parse(help, { options, allowPositionals: false }).values;

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
