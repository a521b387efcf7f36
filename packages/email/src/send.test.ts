import { describe, expect, test } from '@jest/globals';
import { sendMail } from './send.ts';
import { accepted, refused, startSes } from './testing/ses-server.ts';
import { UnsendableMail } from './unsendable-mail.ts';

const from = 'noreply@example.com';
const to = 'thandi.sample@example.com';
const mail = { subject: 'Order 🧡', html: '<p>Hello</p>', text: 'Hello' };

describe('sending a mail', () => {
  test('gives the message id of SES', async () => {
    await using server = await startSes(accepted);

    const sent = await sendMail({ ses: server.ses, from })({ to, mail });

    expect(sent).toEqual({ messageId: 'ses-message-1' });
  });

  test('is a success even when SES names no message id', async () => {
    await using server = await startSes((response) => response.end('{}'));

    const sent = await sendMail({ ses: server.ses, from })({ to, mail });

    expect(sent).toEqual({ messageId: 'not given' });
  });

  test('hands both parts to SES in UTF-8, to one recipient', async () => {
    await using server = await startSes(accepted);

    await sendMail({ ses: server.ses, from })({ to, mail });

    expect(server.requests).toEqual([
      {
        FromEmailAddress: from,
        Destination: { ToAddresses: [to] },
        Content: {
          Simple: {
            Subject: { Data: 'Order 🧡', Charset: 'UTF-8' },
            Body: {
              Html: { Data: '<p>Hello</p>', Charset: 'UTF-8' },
              Text: { Data: 'Hello', Charset: 'UTF-8' },
            },
            Headers: [],
          },
        },
        EmailTags: [],
      },
    ]);
  });

  test('asks for replies to another address when told to', async () => {
    await using server = await startSes(accepted);

    await sendMail({ ses: server.ses, from, replyTo: 'support@example.com' })({ to, mail });

    expect(server.requests).toMatchObject([{ ReplyToAddresses: ['support@example.com'] }]);
  });

  test('is sent under the configuration set that is named', async () => {
    await using server = await startSes(accepted);

    await sendMail({ ses: server.ses, from, configurationSet: 'orders' })({ to, mail });

    expect(server.requests).toMatchObject([{ ConfigurationSetName: 'orders' }]);
  });

  test('carries headers and tags', async () => {
    await using server = await startSes(accepted);

    await sendMail({ ses: server.ses, from })({
      to,
      mail,
      headers: { 'X-BBWS-Order-Id': 'order-1' },
      tags: { mail: 'confirmation' },
    });

    expect(server.requests).toMatchObject([
      {
        Content: { Simple: { Headers: [{ Name: 'X-BBWS-Order-Id', Value: 'order-1' }] } },
        EmailTags: [{ Name: 'mail', Value: 'confirmation' }],
      },
    ]);
  });

  test.each([500, 503, 429])('is tried once when SES answers %d', async (status) => {
    await using server = await startSes(refused(status, 'TooManyRequestsException'));

    await sendMail({ ses: server.ses, from })({ to, mail }).catch(() => undefined);

    expect(server.requests).toHaveLength(1);
  });

  test('fails after 3 s without an answer', async () => {
    await using server = await startSes((response) => setTimeout(() => response.destroy(), 4000));

    const sent = sendMail({ ses: server.ses, from })({ to, mail });

    await expect(sent).rejects.toMatchObject({ name: 'TimeoutError' });
  });
});

describe('a mail is not handed to SES', () => {
  test.each([
    ['two recipients', { to: 'a@example.com,b@example.com' }],
    ['a recipient with a display name', { to: 'Thandi <a@example.com>' }],
    ['a recipient with a line end', { to: 'a@example.com\nBcc: b@example.com' }],
    ['a subject of two lines', { mail: { ...mail, subject: 'Order\r\nBcc: b@example.com' } }],
    ['a subject with a line separator', { mail: { ...mail, subject: 'Order\u2028x' } }],
    ['a header value of two lines', { headers: { 'X-Sample': 'a\r\nBcc: b@example.com' } }],
    ['a header value outside ASCII', { headers: { 'X-Sample': 'a\u2028b' } }],
    ['a header name of two lines', { headers: { 'X-Sample\r\nBcc': 'b@example.com' } }],
    ['a header name with a colon', { headers: { 'Bcc: b@example.com\u0020X': 'a' } }],
  ])('with %s', async (_, changes) => {
    await using server = await startSes(accepted);

    const sent = sendMail({ ses: server.ses, from })({ to, mail, ...changes });

    await expect(sent).rejects.toThrow(UnsendableMail);
    expect(server.requests).toEqual([]);
  });
});
