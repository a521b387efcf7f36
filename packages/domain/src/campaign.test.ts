import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { Campaign, WebAddress } from './campaign.ts';
import { aCampaign } from './testing/builders.ts';

describe('a campaign', () => {
  test.each([0, 12.5, 100])('may give a discount of %p per cent', (discountPercentage) => {
    const campaign = { ...aCampaign(), discountPercentage };

    const accepted = v.is(Campaign, campaign);

    expect(accepted).toBe(true);
  });

  test.each([
    ['discountPercentage', -0.1],
    ['discountPercentage', 100.1],
    ['discountPercentage', Number.NaN],
    ['discountPercentage', '10'],
    ['campaignCode', 'SPRING#26'],
    ['description', 'x'.repeat(501)],
    ['description', 'Pay with 4111 1111 1111 1111'],
    ['fromDate', '2026-02-30'],
    ['toDate', '2026-11-31'],
    ['toDate', undefined],
  ])('is refused when its %s is %p', (field, value) => {
    const campaign = { ...aCampaign(), [field]: value };

    const accepted = v.is(Campaign, campaign);

    expect(accepted).toBe(false);
  });

  test('may last for ever', () => {
    const campaign = { ...aCampaign(), fromDate: '0001-01-01', toDate: '9999-12-31' };

    const accepted = v.is(Campaign, campaign);

    expect(accepted).toBe(true);
  });

  test('is read without the fields that are not known', () => {
    const campaign = { ...aCampaign(), budget: 1_000_000 };

    const read = v.parse(Campaign, campaign);

    expect(read).toEqual(aCampaign());
  });
});

describe('a web address', () => {
  test.each(['https://example.com', 'HTTP://example.com/a?b=c#d', 'https://bücher.example/é'])(
    'may be %s',
    (address) => {
      const accepted = v.is(WebAddress, address);

      expect(accepted).toBe(true);
    },
  );

  test.each([
    '',
    'example.com',
    '/terms',
    '//example.com',
    'https://',
    'https://:443',
    'https://[example.com',
    'ftp://example.com',
    'javascript:alert(1)',
    'javascript://example.com/%0aalert(1)',
    'data:text/html,x',
    ' https://example.com',
    'https://exam\nple.com',
    'https://example.com/a b',
    'https://example.com/\r\nBcc: b@example.com',
    'https://example.com/\u2028',
    'https://example.com/\u202E',
    `https://example.com/${'x'.repeat(2000)}`,
    `https://${'x.'.repeat(200)}example.com/`,
  ])('is not %p', (address) => {
    const accepted = v.is(WebAddress, address);

    expect(accepted).toBe(false);
  });
});
