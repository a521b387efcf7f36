import { describe, expect, test } from '@jest/globals';
import { makeExpression } from './expression.ts';

describe('an expression', () => {
  test('names an attribute by a placeholder, so that reserved words never matter', () => {
    const x = makeExpression();

    expect(x.path('total')).toBe('#0');

    expect(x.attributes()).toEqual({ ExpressionAttributeNames: { '#0': 'total' } });
  });

  test('names the same attribute by the same placeholder', () => {
    const x = makeExpression();

    expect([x.path('status'), x.path('total'), x.path('status')]).toEqual(['#0', '#1', '#0']);
  });

  test('joins the segments of a document path by dots of its own', () => {
    const x = makeExpression();

    expect(x.path('outbox', 'id.with.dots')).toBe('#0.#1');

    expect(x.attributes().ExpressionAttributeNames).toEqual({
      '#0': 'outbox',
      '#1': 'id.with.dots',
    });
  });

  test('gives each value a placeholder of its own', () => {
    const x = makeExpression();

    expect([x.value(1), x.value(1)]).toEqual([':0', ':1']);

    expect(x.attributes()).toMatchObject({ ExpressionAttributeValues: { ':0': 1, ':1': 1 } });
  });

  test('assigns every field that is defined', () => {
    const x = makeExpression();

    expect(x.assignments({ status: 'paid', paymentDetails: undefined, total: 0 })).toBe(
      '#0 = :0, #1 = :1',
    );

    expect(x.attributes()).toEqual({
      ExpressionAttributeNames: { '#0': 'status', '#1': 'total' },
      ExpressionAttributeValues: { ':0': 'paid', ':1': 0 },
    });
  });

  test('without values carries none, since DynamoDB refuses an empty list', () => {
    const x = makeExpression();
    x.path('PK');

    expect(x.attributes()).not.toHaveProperty('ExpressionAttributeValues');
  });
});
