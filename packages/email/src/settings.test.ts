import { expect, test } from '@jest/globals';
import { nameOf, orderPage } from './settings.ts';

test.each(['https://portal.example.com', 'https://portal.example.com/'])(
  'the page of an order below %s has one slash before each part',
  (root) => {
    const page = orderPage(root, 'order-1');

    expect(page).toBe('https://portal.example.com/orders/order-1');
  },
);

test('a customer is addressed by name', () => {
  const order = { customerName: 'Thandi Sample' };

  const name = nameOf(order);

  expect(name).toBe('Thandi Sample');
});

test('a customer without a name is still greeted', () => {
  const order = {};

  const name = nameOf(order);

  expect(name).toBe('there');
});
