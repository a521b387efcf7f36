import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ReceiveMessageCommand, SendMessageCommand, type Message } from '@aws-sdk/client-sqs';
import type { LocalService } from '@bbws/local-aws/service';
import { eventually } from './testing/eventually.ts';
import { makePortal } from './testing/portal.ts';
import { startIsolated } from './testing/start-isolated.ts';

let service: LocalService;
beforeAll(async () => {
  // Retries take up to 40 minutes in all: five seconds here.
  service = await startIsolated({ backend: 'embedded', timeScale: 500 });
});
afterAll(() => service.close());

const queueOf = (functionName: string) => {
  const queue = service.aws.resources.queues[functionName];
  if (!queue) throw new Error(`${functionName} has no queue`);
  return queue;
};

/** Ten messages of the function's dead-letter queue, hidden for a fifth of a second: others come next. */
const someDeadLetters = async (functionName: string): Promise<readonly Message[]> => {
  const { Messages = [] } = await service.aws.clients.sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: queueOf(functionName).deadLetterUrl,
      MaxNumberOfMessages: 10,
      VisibilityTimeout: 100,
      MessageAttributeNames: ['All'],
    }),
  );
  return Messages;
};

/**
 * The message in the function's dead-letter queue whose body includes `text`, as the function put it there. SQS may put
 * another there: so fast is its clock here that a message comes again while it is at work.
 */
const deadLetterWith = (functionName: string, text: string): Promise<Message> =>
  eventually(
    `a dead letter with ${text}`,
    async () => {
      const letters = await someDeadLetters(functionName);
      return letters.find(
        ({ Body, MessageAttributes }) => Body?.includes(text) && MessageAttributes?.['reason'],
      );
    },
    40,
  );

const send = (functionName: string, body: string) =>
  service.aws.clients.sqs.send(
    new SendMessageCommand({ QueueUrl: queueOf(functionName).url, MessageBody: body }),
  );

describe('An order whose cart is wrong', () => {
  test.each([
    ['unknown', 'cart-unknown', 'CART_NOT_FOUND'],
    ['of another tenant', 'cart-other-tenant', 'CART_OF_OTHER_TENANT'],
    ['wrong in its total', 'cart-wrong-sums', 'CART_SUMS_WRONG'],
    ['wrong in a line', 'cart-wrong-line-sums', 'CART_SUMS_WRONG'],
    ['empty', 'cart-no-lines', 'CART_EMPTY'],
    ['of 101 lines', 'cart-101-lines', 'CART_TOO_LARGE'],
  ])(
    '(%s) is rejected; team and customer are told',
    async (_, cartId, code) => {
      const portal = await makePortal(service, `tenant-${cartId}`);

      const { orderId, orderNumber } = await portal.place({ cartId });
      const order = await portal.rejected(orderId);
      const subjects = await eventually('two mails', async () => {
        const mails = await service.aws.mails();
        const own = mails.filter(({ headers }) => headers['X-BBWS-Order-Id'] === orderId);
        return own.length === 2 ? own.map(({ subject }) => subject).toSorted() : undefined;
      });

      expect(order).toMatchObject({ status: 'failed', total: null, rejection: { code } });
      expect(subjects).toEqual([
        `Order Not Placed: ${orderNumber}`,
        `Order Rejected: ${orderNumber}`,
      ]);
    },
    30_000,
  );
});

describe('An order whose cart is hard to get', () => {
  test('is recorded when the Cart API recovers', async () => {
    const portal = await makePortal(service, 'tenant-flaky');

    const { orderId } = await portal.place({ cartId: 'cart-flaky' });

    expect(await portal.recorded(orderId)).toMatchObject({ stage: 'recorded' });
  });

  test('is not lost when it stays so: it waits, and its message is a dead letter that says why', async () => {
    const carts = ['cart-error', 'cart-broken-json', 'cart-huge', 'cart-redirect', 'cart-hangs-up'];
    const portal = await makePortal(service, 'tenant-unlucky');

    // All at once: the five attempts of each take their time.
    const outcomes = await Promise.all(
      carts.map(async (cartId) => {
        const { orderId } = await portal.place({ cartId });
        const letter = await deadLetterWith('record-creator', orderId);
        const { data } = await portal.call('GET', `/v1.0/orders/${orderId}`);
        return {
          isAnnouncement: letter.Body?.includes('order.accepted'),
          reason: letter.MessageAttributes?.['reason']?.StringValue,
          receives: letter.MessageAttributes?.['receiveCount']?.StringValue,
          stage: data['stage'],
        };
      }),
    );

    const waiting = { isAnnouncement: true, reason: 'RETRIES_EXHAUSTED', receives: '5' };
    expect(outcomes).toEqual(carts.map(() => ({ ...waiting, stage: 'accepted' })));
  });
});

describe('A message that is wrong', () => {
  const consumers = ['record-creator', 'pdf', 'internal-notify', 'customer-confirm'];

  test.each(consumers)(
    'in the queue of %s is a dead letter at once, with its reason',
    async (name) => {
      await send(name, `not JSON, for ${name}`);

      const letter = await deadLetterWith(name, `for ${name}`);

      expect(letter.MessageAttributes).toMatchObject({ reason: { StringValue: 'NOT_JSON' } });
    },
  );

  test('that is JSON but no fact is one too', async () => {
    await send('pdf', '{"note":"a stray message"}');

    const letter = await deadLetterWith('pdf', 'a stray message');

    expect(letter.MessageAttributes).toMatchObject({ reason: { StringValue: 'INVALID_MESSAGE' } });
  });

  test('does not hold up the orders beside it', async () => {
    const portal = await makePortal(service, 'tenant-beside');
    await Promise.all(consumers.map((name) => send(name, '{')));

    const { orderId } = await portal.place();

    expect(await portal.invoiced(orderId)).toMatchObject({ stage: 'recorded' });
  });
});
