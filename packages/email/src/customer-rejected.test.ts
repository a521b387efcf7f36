import { describe, expect, test } from '@jest/globals';
import { rejectionFor, RejectionCode } from '@bbws/domain/rejection';
import { aRejectedOrder } from '@bbws/domain/testing/builders';
import { customerRejected } from './customer-rejected.ts';
import { sampleSettings } from './testing/settings.ts';

describe('the mail about a rejected order', () => {
  test('has the order number in its subject', () => {
    const mail = customerRejected(aRejectedOrder(), sampleSettings);

    expect(mail.subject).toBe('Order Not Placed: ORD-20261120-00001');
  });

  test('reads like this', () => {
    const mail = customerRejected(aRejectedOrder(), sampleSettings);

    expect(mail.text).toMatchSnapshot();
  });

  test.each(RejectionCode.options)('gives the reason for %s', (code) => {
    const rejection = rejectionFor(code);

    const mail = customerRejected(aRejectedOrder({ rejection }), sampleSettings);

    expect(mail.text).toContain(rejection.message);
  });

  test('advises to split a cart that is too large', () => {
    const order = aRejectedOrder({ rejection: rejectionFor('CART_TOO_LARGE') });

    const mail = customerRejected(order, sampleSettings);

    expect(mail.text).toContain('Split your cart into several orders of at most 100 lines each.');
  });

  test('has a button to the portal', () => {
    const mail = customerRejected(aRejectedOrder(), sampleSettings);

    expect(mail.html).toContain('<a href="https://portal.example.com"');
  });
});
