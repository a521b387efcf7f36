import { once } from 'node:events';
import { Duplex } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { answerClientError } from './answer-client-error.ts';

/** A connection whose caller never stops sending. */
const makeConnection = () => {
  const written: string[] = [];
  const socket = new Duplex({
    read: () => undefined,
    write: (chunk: Buffer, _, done) => {
      written.push(chunk.toString());
      done();
    },
  });
  return { socket, written };
};

const unreadable = new Error('Parse Error');

describe('the answer to what is no request', () => {
  test('is a whole response', () => {
    const { socket, written } = makeConnection();

    answerClientError(unreadable, socket);

    const [head = '', body = ''] = written.join('').split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(head).toContain('connection: close');
    expect(head).toContain(`content-length: ${body.length}`);
    expect(JSON.parse(body)).toMatchObject({ status: 400, code: 'MALFORMED_REQUEST' });
  });

  test('is 431 to headers that are too large', () => {
    const { socket, written } = makeConnection();

    answerClientError(
      Object.assign(new Error('Parse Error'), { code: 'HPE_HEADER_OVERFLOW' }),
      socket,
    );

    expect(written.join('')).toMatch(/^HTTP\/1\.1 431 Request Header Fields Too Large\r\n/);
  });

  test('is sent once, and not cut off by what the caller still sends', () => {
    const { socket, written } = makeConnection();

    answerClientError(unreadable, socket);
    answerClientError(unreadable, socket);

    expect(written).toHaveLength(1);
    expect(socket.destroyed).toBe(false);
  });

  test('ends the connection of a caller who goes on', async () => {
    const { socket } = makeConnection();

    answerClientError(unreadable, socket);
    await once(socket, 'close');

    expect(socket.destroyed).toBe(true);
  });
});
