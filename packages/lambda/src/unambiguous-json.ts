/** Parses JSON in which every name of an object stands once: of two values nobody could say which one was meant. */

/** Strings and the signs that give them their place; everything else of a JSON text does not matter here. */
const token = /"(?:[^"\\]|\\.)*"|[{}[\]:,]/gs;

/** True when an object of this text, which must be JSON, has two members of one name. */
const repeatsName = (text: string): boolean => {
  const open: Set<unknown>[] = [];
  let latest = '';
  for (const [sign] of text.matchAll(token)) {
    if (sign === '{' || sign === '[') open.push(new Set());
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ':') {
      // Escapes are resolved first: "a" and "\u0061" are one name.
      const name: unknown = JSON.parse(latest);
      const names = open.at(-1);
      if (names?.has(name)) return true;
      names?.add(name);
    }
    latest = sign;
  }
  return false;
};

/**
 * The value of a JSON text. Throws `SyntaxError` when it is none, repeats a name, or holds a replacement character: the
 * trace of bytes that were no UTF-8, which a gateway has replaced already.
 */
export const parseUnambiguousJson = (text: string): unknown => {
  const value: unknown = JSON.parse(text);
  if (text.includes('\uFFFD')) throw new SyntaxError('The text was not UTF-8');
  if (repeatsName(text)) throw new SyntaxError('A name stands twice');
  return value;
};
