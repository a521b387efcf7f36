/** Compares the variables of a Mustache template with the view that it will be given. */
import Mustache from 'mustache';

type Tokens = ReturnType<typeof Mustache.parse>;

/** `lines.productName` for a variable inside the section `lines`. Names are looked up in their own section only. */
const pathsUsed = (tokens: Tokens, section = ''): readonly string[] =>
  tokens.flatMap(([type, name, , , inner]) => {
    const path = `${section}${name}`;
    if (type === 'text' || type === '!') return [];
    if (type === 'name') return [path];
    if (Array.isArray(inner))
      return [path, ...pathsUsed(inner, type === '#' ? `${path}.` : section)];
    throw new Error(
      `{{${type}${name}}} is not allowed: every value is escaped, partials are MJML's`,
    );
  });

/**
 * The variables and sections of `template`, each once: `lines`, `lines.productName`.
 * @throws when the template is no Mustache, or holds an unescaped value, a partial or another delimiter
 */
export const variablesOf = (template: string): ReadonlySet<string> =>
  new Set(pathsUsed(Mustache.parse(template)));

/** What is wrong with the variables that are `used`, one sentence each, when those `offered` must be shown, and no others. */
export const differences = (
  used: ReadonlySet<string>,
  offered: ReadonlySet<string>,
): readonly string[] => [
  ...[...used].filter((path) => !offered.has(path)).map((path) => `unknown variable ${path}`),
  ...[...offered].filter((path) => !used.has(path)).map((path) => `missing variable ${path}`),
];

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const pathsOf = (view: unknown, section = ''): readonly string[] =>
  isRecord(view)
    ? Object.entries(view).flatMap(([name, value]) => {
        const path = `${section}${name}`;
        return [path, ...pathsOf(Array.isArray(value) ? value[0] : value, `${path}.`)];
      })
    : [];

/**
 * What is wrong with the variables of `template`, one sentence each; empty when it shows exactly what `view` offers.
 * @param view a complete view: every optional part present, every list with an element
 * @throws when the template is no Mustache, or holds an unescaped value, a partial or another delimiter
 */
export const variableProblems = (template: string, view: object): readonly string[] =>
  differences(variablesOf(template), new Set(pathsOf(view)));
