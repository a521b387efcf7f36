/** Parameters of an operation. */
import type { Route } from '../route.ts';
import { propertiesOf } from './json-schema.ts';

/** Headers as people write them; HTTP does not mind. */
const headerNames: Readonly<Record<string, string>> = {
  'idempotency-key': 'Idempotency-Key',
  'if-match': 'If-Match',
};

export const parametersOf = ({ request }: Route) =>
  (['path', 'query', 'headers'] as const).flatMap((place) => {
    const schemas = request[place];
    if (!schemas) return [];
    return propertiesOf(schemas).map(({ name, required, schema }) => {
      const { description, examples: [example] = [], ...rest } = schema;
      // The default of a parameter is written as text, as it arrives.
      const fallback = rest.type === 'integer' ? Number(rest.default) : rest.default;
      return {
        name: headerNames[name] ?? name,
        in: place === 'headers' ? 'header' : place,
        required,
        description,
        schema: { ...rest, ...(fallback !== undefined && { default: fallback }) },
        ...(example !== undefined && { example }),
      };
    });
  });
