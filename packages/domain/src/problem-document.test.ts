import { describe, expect, test } from '@jest/globals';
import { errorCatalogue } from './error-catalogue.ts';
import { problemDocument } from './problem-document.ts';

const { title, action } = errorCatalogue.ORDER_NOT_FOUND;

describe('the document of an error', () => {
  test('says what is wrong, and then what to do', () => {
    const message = 'There is no order of that id.';

    const document = problemDocument({ code: 'ORDER_NOT_FOUND', message, requestId: 'request-1' });

    expect(document).toEqual({
      type: 'urn:bbws:order-service:error:ORDER_NOT_FOUND',
      title,
      status: 404,
      detail: `There is no order of that id. ${action}`,
      code: 'ORDER_NOT_FOUND',
      requestId: 'request-1',
      success: false,
      error: title,
      message: `There is no order of that id. ${action}`,
    });
  });

  test('says with its title what is wrong when there is no more to say', () => {
    const document = problemDocument({ code: 'ORDER_NOT_FOUND', requestId: 'request-1' });

    expect(document.detail).toBe(`${title}. ${action}`);
  });

  test('names the fields that are wrong', () => {
    const errors = [{ path: '/status', message: 'is required' }];

    const document = problemDocument({ code: 'INVALID_REQUEST', requestId: 'request-1', errors });

    expect(document).toMatchObject({ errors });
  });
});
