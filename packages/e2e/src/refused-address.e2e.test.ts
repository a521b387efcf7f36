import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { refusing, startSes } from '@bbws/email/testing/ses-server';
import { startLocalAws, type LocalAws } from '@bbws/local-aws/local-aws';
import type { LocalService } from '@bbws/local-aws/service';
import { deadLetterWith } from './testing/dead-letter.ts';
import { eventually } from './testing/eventually.ts';
import { makePortal } from './testing/portal.ts';
import { startIsolated } from './testing/start-isolated.ts';

const refusedAddress = 'nobody.refused@example.com';

// The local SES takes every address: this one refuses the customer's, and takes all others.
let ses: Awaited<ReturnType<typeof startSes>>;
let aws: LocalAws;
let service: LocalService;
beforeAll(async () => {
  ses = await startSes(refusing(refusedAddress));
  const local = await startLocalAws({ backend: 'embedded', timeScale: 100 });
  aws = { ...local, clientEnv: { ...local.clientEnv, AWS_ENDPOINT_URL_SESV2: ses.url } };
  service = await startIsolated({ aws });
});
afterAll(async () => {
  await service.close();
  await aws.close();
  await ses[Symbol.asyncDispose]();
});

/** The mails that were handed to SES for that order, as text. */
const mailsOf = (orderId: string) =>
  ses.requests.map((mail) => JSON.stringify(mail)).filter((mail) => mail.includes(orderId));

describe('An order whose customer’s address SES refuses for good', () => {
  test.each([
    ['recorded', 'cart-rooibos', 'order.recorded'],
    ['rejected', 'cart-wrong-sums', 'order.rejected'],
  ])('(%s) says so, and its message is a dead letter', async (stage, cartId, type) => {
    const portal = await makePortal(service, `tenant-${stage}`);

    const { orderId } = await portal.place({ cartId, customerEmail: refusedAddress });
    const letter = await deadLetterWith(aws, 'customer-confirm', orderId);
    const { data } = await portal.call('GET', `/v1.0/orders/${orderId}`);

    expect(letter.Body).toContain(type);
    expect(letter.MessageAttributes).toMatchObject({ reason: { StringValue: 'MAIL_REFUSED' } });
    expect(JSON.stringify(letter)).not.toContain(refusedAddress);
    expect(data).toMatchObject({
      stage,
      version: 2,
      customerEmailRefusedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    // The team hears of the order all the same.
    await eventually('the internal mail', async () =>
      mailsOf(orderId).some((mail) => mail.includes('orders@example.com')) ? true : undefined,
    );
  });

  test('is changed as any other', async () => {
    const portal = await makePortal(service, 'tenant-changed');
    const { orderId } = await portal.place({ customerEmail: refusedAddress });
    await deadLetterWith(aws, 'customer-confirm', orderId);
    const before = await portal.call('GET', `/v1.0/orders/${orderId}`);

    const { status, data } = await portal.call('PUT', `/v1.0/orders/${orderId}`, {
      body: { status: 'cancelled' },
      headers: { 'If-Match': before.headers.get('etag') ?? '' },
    });

    expect(status).toBe(200);
    expect(data).toMatchObject({
      status: 'cancelled',
      version: 3,
      customerEmailRefusedAt: before.data['customerEmailRefusedAt'],
    });
  });
});

test('An order whose customer gets the mail says nothing of it', async () => {
  const portal = await makePortal(service, 'tenant-reachable');

  const { orderId } = await portal.place();
  await eventually('two mails', async () => mailsOf(orderId).length === 2 || undefined);
  const { data } = await portal.call('GET', `/v1.0/orders/${orderId}`);

  expect(data).not.toHaveProperty('customerEmailRefusedAt');
});
