/** Parts of the document that many operations share. */
import { OrderAnswer } from '../schemas/order.ts';
import { jsonSchema } from './json-schema.ts';

const text = { type: 'string' };

/** RFC 9457, with the fields of the older form beside it (R-API-15). */
const problem = {
  type: 'object',
  description: 'What is wrong, and what to do about it (RFC 9457).',
  required: [
    'type',
    'title',
    'status',
    'detail',
    'code',
    'requestId',
    'success',
    'error',
    'message',
  ],
  properties: {
    type: { ...text, format: 'uri' },
    title: text,
    status: { type: 'integer', minimum: 400, maximum: 599 },
    detail: { ...text, description: 'What is wrong, and what to do about it. May change.' },
    code: { ...text, description: 'Stable: decide by this one.' },
    requestId: { ...text, description: 'Tell it to support.' },
    errors: {
      type: 'array',
      description: 'What is wrong with which field.',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: {
          path: {
            ...text,
            description: 'JSON pointer into the body, path, query or headers (RFC 6901).',
          },
          message: text,
        },
      },
    },
    success: { type: 'boolean', enum: [false] },
    error: { ...text, description: 'The same as title.' },
    message: { ...text, description: 'The same as detail.' },
  },
};

export const components = {
  schemas: { Order: jsonSchema(OrderAnswer).$defs?.['Order'], Problem: problem },
};
