/**
 * Where in HTML a template shows its values. Escaping `& < > " '` makes a value safe as text and in a quoted attribute that
 * holds text, and nowhere else: not in a script or a style, not as an address that an order could choose.
 */

const variable = /\{\{[^}]*\}\}/;
const unreadable = /<(style|script)\b[^>]*>[^]*?<\/\1\s*>|<!--[^]*?-->/gi;
const tag = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
const quotedAttribute = /([^\s"'<>/=]+)="([^"]*)"/g;

const textAttributes = ['alt', 'aria-label', 'title', 'content'];
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
  return [
    ...(/<script\b/i.test(html) ? ['a mail has no script'] : []),
    ...hidden
      .filter((part) => variable.test(part))
      .map(() => 'a value in a style, script or comment'),
    ...(markup.match(tag) ?? []).flatMap(problemsOfTag),
  ];
};
