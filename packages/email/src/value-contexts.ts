/**
 * Where in HTML a template shows its values. Escaping `& < > " '` makes a value safe as text and in a quoted attribute that
 * holds text, and nowhere else: not in a script or a style, not as an address that an order could choose.
 */

const variable = /\{\{[^}]*\}\}/;
const unreadable = /<(style|script)\b[^>]*>[^]*?<\/\1\s*>|<!--[^]*?-->/gi;
const tag = /<[a-z/!](?:"[^"]*"|'[^']*'|[^"'<>])*>/gi;
const quotedAttribute = /([^\s"'<>/={}]+)="([^"]*)"/g;
/** What may run in a reader that does not take it away. */
const runs = /<(?:script|iframe|object|embed)\b|[\s/"']on\w+\s*=|javascript:/i;

const textAttributes = ['alt', 'aria-label', 'title'];
/** Names of variables that hold an address made by ourselves, and the one that holds an address of ours to write to. */
const ownAddress = /^\{\{\s*(?:\w*Url|url)\s*\}\}$|^mailto:\{\{\s*supportAddress\s*\}\}$/;
const ownClass = /^[\w\s-]*\{\{\s*tone\s*\}\}[\w\s-]*$/;

const isSafe = (attribute: string, value: string): boolean => {
  if (textAttributes.includes(attribute)) return true;
  if (attribute === 'href') return ownAddress.test(value);
  return attribute === 'class' && ownClass.test(value);
};

const problemsOfTag = (source: string): readonly string[] => {
  const unsafe: string[] = [];
  const rest = source.replace(quotedAttribute, (_, name: string, value: string) => {
    if (variable.test(value) && !isSafe(name.toLowerCase(), value))
      unsafe.push(`${name}="${value}" would show a value where it is not safe`);
    return '';
  });
  return variable.test(rest) ? [...unsafe, `a value stands outside quotes in ${source}`] : unsafe;
};

/** What is wrong with the places at which `html` shows values, one sentence each; empty when each is safe. */
export const contextProblems = (html: string): readonly string[] => {
  const hidden = html.match(unreadable) ?? [];
  const markup = html.replace(unreadable, '');
  const tags = markup.match(tag) ?? [];
  const isClosed =
    !/<(?:style|script)\b|<!--/i.test(markup) && !markup.replace(tag, '').includes('<');
  return [
    ...(/<script\b/i.test(html) || tags.some((source) => runs.test(source))
      ? ['a mail has no script']
      : []),
    ...(isClosed ? [] : ['a tag, a style or a comment that does not end']),
    ...hidden
      .filter((part) => variable.test(part))
      .map(() => 'a value in a style, script or comment'),
    ...tags.flatMap(problemsOfTag),
  ];
};
