import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import * as v from 'valibot';
import { parseRequest, whereInvalid } from './parse.ts';
import { refusalOf } from './testing/refusal.ts';

const errorsOf = (schema: v.GenericSchema, input: unknown) =>
  refusalOf(() => parseRequest(schema, input)).details.errors ?? [];

describe('a request that fits its schema', () => {
  test('is parsed', () => {
    const schema = v.object({ name: v.pipe(v.string(), v.trim()) });

    const request = parseRequest(schema, { name: ' Thandi ' });

    expect(request).toEqual({ name: 'Thandi' });
  });

  test('does not become an administrator by its prototype', () => {
    const input: unknown = JSON.parse('{"name":"Thandi","__proto__":{"admin":true}}');

    const request = parseRequest(v.object({ name: v.string() }), input);

    expect('admin' in request).toBe(false);
  });
});

describe('a request that does not fit', () => {
  test('is refused as INVALID_REQUEST', () => {
    const schema = v.string();

    const refusal = refusalOf(() => parseRequest(schema, 42));

    expect(refusal.code).toBe('INVALID_REQUEST');
  });

  test('is called a request', () => {
    const schema = v.string();

    const refusal = refusalOf(() => parseRequest(schema, 42));

    expect(refusal.message).toBe('The request is not valid.');
  });

  test('is called by its name when it has one', () => {
    const name = 'query';

    const refusal = refusalOf(() => parseRequest(v.string(), 42, name));

    expect(refusal.message).toBe('The query is not valid.');
  });

  test('is refused with every wrong field', () => {
    const schema = v.object({ one: v.string(), two: v.number(), three: v.boolean() });

    const errors = errorsOf(schema, { one: 1, two: 2, three: 3 });

    expect(errors).toEqual([
      { path: '/one', message: 'must be string' },
      { path: '/three', message: 'must be boolean' },
    ]);
  });

  test('is refused with at most twenty errors', () => {
    const schema = v.array(v.string());

    const errors = errorsOf(schema, Array<number>(1000).fill(1));

    expect(errors.map(({ path }) => path)).toEqual([...Array(20).keys()].map((at) => `/${at}`));
  });

  test.each([
    ['nothing', v.string(), undefined, ''],
    ['the whole', v.string(), 42, ''],
    ['a field', v.object({ a: v.string() }), { a: 1 }, '/a'],
    ['a field of a field', v.object({ a: v.object({ b: v.string() }) }), { a: { b: 1 } }, '/a/b'],
    ['an element', v.array(v.string()), ['', 1], '/1'],
    ['a slash', v.object({ 'a/b': v.string() }), { 'a/b': 1 }, '/a~1b'],
    ['a tilde', v.object({ 'a~b': v.string() }), { 'a~b': 1 }, '/a~0b'],
    ['what looks escaped', v.object({ '~1': v.string() }), { '~1': 1 }, '/~01'],
    ['an empty name', v.object({ '': v.string() }), { '': 1 }, '/'],
  ])('is pointed at as RFC 6901 wants: %s', (_, schema, input, pointer) => {
    const [error] = errorsOf(schema, input);

    expect(error?.path).toBe(pointer);
  });
});

describe('the message', () => {
  test.each([
    ['a missing field', v.object({ a: v.string() }), {}, 'is required'],
    ['a missing whole', v.string(), undefined, 'is required'],
    ['another type', v.object({ a: v.string() }), { a: null }, 'must be string'],
    ['a strict object', v.strictObject({ a: v.string() }), { a: '', b: 1 }, 'is not a known field'],
    ['a bound', v.pipe(v.number(), v.maxValue(5)), 6, 'must be <=5'],
    ['a form without a message', v.pipe(v.number(), v.integer()), 1.5, 'is not valid'],
    ['a form with a message', v.pipe(v.string(), v.email('must be mail')), 'x', 'must be mail'],
    ['the text "undefined"', v.picklist(['a'], 'must be a'), 'undefined', 'must be a'],
  ])('of %s says what is wanted', (_, schema, input, expected) => {
    const [error] = errorsOf(schema, input);

    expect(error?.message).toBe(expected);
  });

  test('never quotes what was received', () => {
    const schemas = [
      v.number(),
      v.boolean(),
      v.object({}),
      v.array(v.string()),
      v.literal('order'),
      v.picklist(['a', 'b']),
      v.union([v.number(), v.boolean()]),
      v.pipe(v.string(), v.email()),
      v.pipe(v.string(), v.url()),
      v.pipe(v.string(), v.regex(/^x$/)),
      v.pipe(v.string(), v.maxLength(1)),
      v.pipe(v.string(), v.isoDate()),
      v.pipe(v.string(), v.creditCard()),
      v.pipe(
        v.string(),
        v.check(() => false),
      ),
    ];
    const secrets = fc
      .tuple(fc.uuid(), fc.constantFrom('', ' but received ', '\n'))
      .map(([one, between]) => `${one}${between}${one}`);

    const messages = (secret: string) =>
      schemas.flatMap((schema) => errorsOf(schema, secret)).map(({ message }) => message);

    fc.assert(
      fc.property(secrets, (secret) => {
        expect(messages(secret).filter((text) => text.includes(secret.slice(0, 36)))).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

describe('an unknown field', () => {
  test.each(['b', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a/b~c'])(
    'is named: %s',
    (name) => {
      const input: unknown = JSON.parse(`{"a":"","${name}":1}`);

      const errors = errorsOf(v.strictObject({ a: v.string() }), input);

      expect(errors).toEqual([
        {
          path: `/${name.replace('~', '~0').replace('/', '~1')}`,
          message: 'is not a known field',
        },
      ]);
    },
  );

  test('is named with its place', () => {
    const schema = v.object({ address: v.strictObject({ city: v.string() }) });

    const errors = errorsOf(schema, { address: { city: 'Cape Town', planet: 'Earth' } });

    expect(errors).toEqual([{ path: '/address/planet', message: 'is not a known field' }]);
  });
});

describe('where something does not fit', () => {
  test('is told by pointer and what is wanted', () => {
    const schema = v.object({ total: v.number(), lines: v.array(v.string()) });

    const { issues = [] } = v.safeParse(schema, { total: 'secret', lines: [1] });

    expect(whereInvalid(issues)).toBe('/total: number; /lines/0: string');
  });

  test('is told by the name of the check when nothing else is known', () => {
    const schema = v.object({
      url: v.pipe(
        v.string(),
        v.check(() => false),
      ),
    });

    const { issues = [] } = v.safeParse(schema, { url: 'secret' });

    expect(whereInvalid(issues)).toBe('/url: check');
  });

  test('is / for the whole', () => {
    const schema = v.object({});

    const { issues = [] } = v.safeParse(schema, 'secret');

    expect(whereInvalid(issues)).toBe('/: Object');
  });

  test('is told for twenty places at most', () => {
    const schema = v.array(v.string());

    const { issues = [] } = v.safeParse(schema, Array<number>(1000).fill(1));

    expect(whereInvalid(issues).split('; ')).toHaveLength(20);
  });
});
