/** Who asks: a person with a browser, or a program? */

/** How much the range of media types that fits best is wanted, from 0 to 1. */
const wish = (accept: string, type: string): number => {
  const [kind = ''] = type.split('/');
  const weights = new Map(
    accept.split(',').map((range) => {
      const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
      const q = parameters.find((parameter) => parameter.startsWith('q='));
      return [name, q === undefined ? 1 : Number(q.slice('q='.length))] as const;
    }),
  );
  return weights.get(type) ?? weights.get(`${kind}/*`) ?? weights.get('*/*') ?? 0;
};

/** True when an `Accept` header (RFC 9110) wants HTML more than JSON. One that does not care gets JSON. */
export const prefersHtml = (accept = ''): boolean =>
  wish(accept, 'text/html') >
  Math.max(wish(accept, 'application/problem+json'), wish(accept, 'application/json'));
