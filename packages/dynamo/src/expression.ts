/** Builds DynamoDB expressions with placeholders for every name and value, so that reserved words never matter. */

/** Collects the names and values of one request's expressions. */
export const makeExpression = () => {
  const names = new Map<string, string>();
  const values: Record<string, unknown> = {};

  const name = (segment: string): string => {
    const placeholder = names.get(segment) ?? `#${String(names.size)}`;
    names.set(segment, placeholder);
    return placeholder;
  };
  /** Document path of an attribute: `path('outbox', id)` is outbox[id]. */
  const path = (...segments: readonly string[]): string => segments.map(name).join('.');

  const value = (content: unknown): string => {
    const placeholder = `:${String(Object.keys(values).length)}`;
    values[placeholder] = content;
    return placeholder;
  };

  return {
    path,
    value,
    /** `a = 1, b = 2` for every field that is not undefined. */
    assignments: (fields: Readonly<Record<string, unknown>>): string =>
      Object.entries(fields)
        .filter(([, content]) => content !== undefined)
        .map(([field, content]) => `${path(field)} = ${value(content)}`)
        .join(', '),
    /** What the request carries beside its expressions. */
    attributes: () => ({
      ExpressionAttributeNames: Object.fromEntries(
        [...names].map(([segment, placeholder]) => [placeholder, segment]),
      ),
      ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    }),
  };
};
