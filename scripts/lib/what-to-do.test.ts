import { describe, expect, test } from '@jest/globals';
import { whatToDo, wordsOf } from './what-to-do.ts';

const coded = (error: Error, code: string) => Object.assign(error, { code });

describe('what to do about an error', () => {
  test.each(['ECONNREFUSED', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'])(
    'is known for %s',
    (code) => {
      expect(whatToDo(coded(new Error('connect'), code))).toContain('does `pnpm start` run');
    },
  );

  test.each([new Error('anything'), coded(new Error('no file'), 'ENOENT'), 'ECONNREFUSED'])(
    'is not known for others (%s)',
    (error) => {
      expect(whatToDo(error)).toBeUndefined();
    },
  );
});

describe('the words of an error', () => {
  test.each([
    ['its message', new Error('broken'), 'broken'],
    ['its code, when it has none', coded(new AggregateError([]), 'ECONNREFUSED'), 'ECONNREFUSED'],
    ['its name, when it has neither', new TypeError(''), 'TypeError'],
    ['itself, when it is none', 'broken', 'broken'],
  ])('are %s', (_, error, words) => {
    expect(wordsOf(error)).toBe(words);
  });
});
