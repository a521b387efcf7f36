import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseUnambiguousJson } from './unambiguous-json.ts';

describe('Unambiguous JSON', () => {
  test('is parsed like any other', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseUnambiguousJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test.each([
    '{"a":1,"a":2}',
    '{"a":1,"\\u0061":2}',
    '{"x":[{"b":{},"c":[],"b":1}]}',
    '{"a":{"a":1},"a":1}',
    '{"__proto__":1,"__proto__":2}',
  ])('is not %s, in which a name stands twice', (text) => {
    expect(() => parseUnambiguousJson(text)).toThrow('A name stands twice');
  });

  test.each(['{"a":{"a":1}}', '[{"a":1},{"a":1}]', '{"a":"a","b":"{\\"a\\":1,\\"a\\":2}"}'])(
    'is %s, in which names stand once in each object',
    (text) => {
      expect(parseUnambiguousJson(text)).toEqual(JSON.parse(text));
    },
  );

  test('holds no replacement character', () => {
    expect(() => parseUnambiguousJson('{"name":"Tha\uFFFDndi"}')).toThrow('not UTF-8');
  });

  test('is JSON', () => {
    expect(() => parseUnambiguousJson('{"a":')).toThrow(SyntaxError);
  });
});
