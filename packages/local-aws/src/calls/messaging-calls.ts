/** Requests of SNS and SQS as IAM sees them. A batch needs the permission of what it repeats. */
import * as v from 'valibot';
import { unknownCall, type Asked, type WireRequest } from './aws-call.ts';

const topicActions = ['Publish', 'PublishBatch'];

export const snsCalls = ({ body }: WireRequest): Asked[] => {
  const fields = new URLSearchParams(body);
  const action = fields.get('Action') ?? 'nothing';
  const name = fields.get('TopicArn');
  if (!topicActions.includes(action) || name === null) return [unknownCall('sns', action)];
  return [{ action: 'sns:Publish', resource: { type: 'topic', name }, context: {} }];
};

const queueActions = [
  'ChangeMessageVisibility',
  'DeleteMessage',
  'GetQueueAttributes',
  'GetQueueUrl',
  'ReceiveMessage',
  'SendMessage',
];

const Input = v.pipe(v.string(), v.parseJson(), v.object({ QueueUrl: v.string() }));

export const sqsCalls = ({ headers, body }: WireRequest): Asked[] => {
  const operation = String(headers['x-amz-target']).replace(/^.*\./, '');
  const action = operation.replace(/Batch$/, '');
  const input = v.safeParse(Input, body);
  if (!queueActions.includes(action) || !input.success) return [unknownCall('sqs', operation)];
  return [
    {
      action: `sqs:${action}`,
      resource: { type: 'queue', name: input.output.QueueUrl },
      context: {},
    },
  ];
};
