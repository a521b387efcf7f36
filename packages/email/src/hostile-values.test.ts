// What customers and carts write reaches the mails: no value may become markup, a template expression or a line of its own.
import { describe, expect, test } from '@jest/globals';
import { aRecordedOrder, aRejectedOrder } from '@bbws/domain/testing/builders';
import fc from 'fast-check';
import { customerConfirmation } from './customer-confirmation.ts';
import { customerRejected } from './customer-rejected.ts';
import { customerStatusUpdate } from './customer-status-update.ts';
import { internalNotification } from './internal-notification.ts';
import type { Mail } from './render.ts';
import { sampleSettings } from './testing/settings.ts';

/** Every mail of an order whose free texts all are `value`, unchecked by any schema: a template must not rely on one. */
const mailsWith = (value: string): readonly Mail[] => {
  const texts = { customerName: value, customerEmail: value };
  const recorded = aRecordedOrder();
  const order = {
    ...recorded,
    ...texts,
    items: recorded.items.map((line) => ({ ...line, productName: value })),
    campaign: {
      campaignCode: value,
      description: value,
      discountPercentage: 5,
      termsConditionsUrl: value,
      fromDate: value,
      toDate: value,
    },
  };
  const rejection = { code: 'CART_EMPTY', message: value } as const;
  const rejected = { ...aRejectedOrder(), ...texts, rejection };
  const change = { status: 'paid', at: recorded.dateCreated } as const;
  return [
    customerConfirmation(order, sampleSettings, { invoiceUrl: value }),
    customerStatusUpdate(order, change, sampleSettings),
    customerRejected(rejected, sampleSettings),
    internalNotification(order, sampleSettings),
    internalNotification(rejected, sampleSettings),
  ];
};

/** All tags of a mail in order, without the values of their attributes. */
const tagsOf = ({ html }: Mail): readonly string[] =>
  (html.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/"[^"]*"/g, '""'));

const linesOf = ({ text }: Mail): number => text.split(/[\n\r\u2028\u2029]/).length;

const markup = fc
  .array(
    fc.constantFrom('<', '>', '"', "'", '&', '<script>', '</td>', '-->', '<!--', ' onclick=', 'a'),
    { minLength: 1 },
  )
  .map((parts) => parts.join(''));
const expressions = fc
  .array(fc.constantFrom('{{', '}}', '{', '}', '#', '/', '^', '&', 'total', 'lines', '=<% %>='), {
    minLength: 1,
  })
  .map((parts) => parts.join(''));
const lineEnds = fc
  .array(fc.constantFrom('\r', '\n', '\u2028', '\u2029', '\u0085', '\v', 'Bcc: x@example.com'), {
    minLength: 1,
  })
  .map((parts) => parts.join(''));

describe('whatever a value holds', () => {
  const harmless = mailsWith('harmless');

  test('the tags of every mail stay the same', () => {
    const values = fc.oneof(markup, expressions, lineEnds, fc.string({ unit: 'binary' }));

    const check = (value: string) => {
      expect(mailsWith(value).map(tagsOf)).toEqual(harmless.map(tagsOf));
    };

    fc.assert(fc.property(values, check));
  });

  test('it is not evaluated as a template expression', () => {
    const values = expressions.map((value) => `{{total}}${value}`);

    const check = (value: string) => {
      for (const mail of mailsWith(value)) expect(mail.text).toContain(value);
    };

    fc.assert(fc.property(values, check));
  });

  test('the text part has no line more', () => {
    const check = (value: string) => {
      expect(mailsWith(value).map(linesOf)).toEqual(harmless.map(linesOf));
    };

    fc.assert(fc.property(lineEnds, check));
  });

  test('the subject is one line', () => {
    const numbers = fc.oneof(lineEnds, fc.string({ unit: 'binary' }));

    const check = (orderNumber: string) => {
      const mail = customerConfirmation({ ...aRecordedOrder(), orderNumber }, sampleSettings);
      expect(mail.subject).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
    };

    fc.assert(fc.property(numbers, check));
  });
});
