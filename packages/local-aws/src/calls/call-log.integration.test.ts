import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { PutObjectCommand } from '@aws-sdk/client-s3';
import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2';
import { PublishCommand } from '@aws-sdk/client-sns';
import { SendMessageCommand } from '@aws-sdk/client-sqs';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { region } from '../client-env.ts';
import { makeClients } from '../clients.ts';
import { startLocalAws, type LocalAws } from '../local-aws.ts';
import { eventually } from '../testing/eventually.ts';
import { functionKey } from './caller.ts';
import { RecordedCall } from './recorded-call.ts';

let folder: string;
let aws: LocalAws;
beforeAll(async () => {
  folder = await mkdtemp(`${tmpdir()}/calls-`);
  aws = await startLocalAws({ backend: 'embedded' }, { RECORD_CALLS: folder });
});
afterAll(async () => {
  await aws.close();
  await rm(folder, { recursive: true });
});

/** The calls written down, as `action variable`. */
const recorded = async (): Promise<string[]> => {
  const names = await readdir(folder);
  const texts = await Promise.all(names.map((name) => readFile(`${folder}/${name}`, 'utf8')));
  return texts
    .flatMap((text) => text.split('\n').filter((line) => line !== ''))
    .map((line) => v.parse(v.pipe(v.string(), v.parseJson(), RecordedCall), line))
    .map((call) => `${call.function} ${call.action} ${call.resource.variable ?? 'unnamed'}`)
    .toSorted();
};

/** A function that is running here, and clients that sign as it does. */
const introduce = (name: string) => {
  const { tableName, topicArn, ordersBucket, queues } = aws.resources;
  const accessKeyId = functionKey(name, '0123456789abcdef');
  aws.calls?.introduce({
    accessKeyId,
    function: name,
    bundle: '0123456789abcdef',
    variables: {
      DYNAMODB_TABLE_NAME: tableName,
      ORDER_EVENTS_TOPIC_ARN: topicArn,
      QUEUE_URL: queues['pdf']?.url ?? '',
      S3_ORDERS_BUCKET: ordersBucket,
      SES_FROM_ADDRESS: 'test@kimmyai.io',
    },
  });
  const credentials = { accessKeyId, secretAccessKey: 'secret' };
  return {
    accessKeyId,
    clients: makeClients(aws.endpoints, credentials),
    ses: new SESv2Client({ region, credentials, endpoint: aws.endpoints.sesv2 }),
  };
};

const readItem = () =>
  new GetItemCommand({
    TableName: aws.resources.tableName,
    Key: { PK: { S: 'TENANT#tenant-7' }, SK: { S: 'ORDER#1' } },
  });

const invoice = () => ({ Bucket: aws.resources.ordersBucket, Key: 'tenant-7/orders/order_1.pdf' });

describe('The call log', () => {
  test('has what a function asked of each service, once', async () => {
    const { accessKeyId, clients, ses } = introduce('pdf');
    const QueueUrl = aws.resources.queues['pdf']?.url;

    await clients.dynamodb.send(readItem());
    await clients.dynamodb.send(readItem());
    await clients.sns.send(
      new PublishCommand({ TopicArn: aws.resources.topicArn, Message: 'a body of some length' }),
    );
    await clients.sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'work' }));
    await clients.s3.send(new PutObjectCommand({ ...invoice(), Body: 'an invoice' }));
    await ses.send(
      new SendEmailCommand({
        FromEmailAddress: 'test@kimmyai.io',
        Destination: { ToAddresses: ['thandi@example.com'] },
        Content: { Simple: { Subject: { Data: 'S' }, Body: { Text: { Data: 'T' } } } },
      }),
    );
    // A presigned address is used by whoever has it, in the name of the function.
    const { Bucket, Key } = invoice();
    const address = `${aws.endpoints.s3}/${Bucket}/${Key}`;
    const scope = `${accessKeyId}/20261120/af-south-1/s3/aws4_request`;
    const fetched = await fetch(`${address}?X-Amz-Credential=${encodeURIComponent(scope)}`);

    expect(await fetched.text()).toBe('an invoice');
    const expected = [
      'pdf dynamodb:GetItem DYNAMODB_TABLE_NAME',
      'pdf s3:GetObject S3_ORDERS_BUCKET',
      'pdf s3:PutObject S3_ORDERS_BUCKET',
      'pdf ses:SendEmail SES_FROM_ADDRESS',
      'pdf sns:Publish ORDER_EVENTS_TOPIC_ARN',
      'pdf sqs:SendMessage QUEUE_URL',
    ];
    await eventually(recorded, ({ length }) => length >= expected.length);
    expect(await recorded()).toEqual(expected);
    ses.destroy();
  });

  test('has nothing of tests and operators, nor of a function that nobody introduced', async () => {
    const before = await recorded();
    const stranger = makeClients(aws.endpoints, {
      accessKeyId: functionKey('stranger', '0123456789abcdef'),
      secretAccessKey: 'secret',
    });

    await aws.clients.dynamodb.send(readItem());
    await stranger.dynamodb.send(readItem());
    // What comes later is written later: this one is the sign that the others would have been.
    await introduce('get').clients.dynamodb.send(readItem());
    const after = await eventually(recorded, ({ length }) => length > before.length);

    expect(after).toEqual([...before, 'get dynamodb:GetItem DYNAMODB_TABLE_NAME'].toSorted());
  });

  test('is kept by nobody who did not ask for it', async () => {
    const other = await startLocalAws({ backend: 'embedded' }, {});

    expect(other.calls).toBeUndefined();
    await other.close();
  });
});
