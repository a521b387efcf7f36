import { describe, expect, test } from '@jest/globals';
import * as v from 'valibot';
import { callerOf } from './caller.ts';
import { GatewayEvent } from './http-request.ts';
import { gatewayEvent, sampleClaims } from './testing/gateway-event.ts';

/** The event of a call with this authorizer, as API Gateway hands it over. */
const eventWith = (authorizer: unknown) => {
  const event = gatewayEvent({ method: 'GET', resource: '/', claims: null });
  return v.parse(GatewayEvent, {
    ...event,
    requestContext: { ...event.requestContext, authorizer },
  });
};

const eventOf = (claims: unknown) => eventWith({ claims });

const refusal = expect.objectContaining({ name: 'DomainError', code: 'TENANT_MISSING' });

const refusalOf = (event: GatewayEvent): unknown => {
  try {
    return callerOf(event);
  } catch (error) {
    return error;
  }
};

describe('the caller', () => {
  test('is the tenant and the subject of the token', () => {
    expect(callerOf(eventOf(sampleClaims))).toEqual({
      tenantId: 'tenant-sample',
      subject: 'user-sample',
      groups: [],
    });
  });

  test.each([
    ['a,b', ['a', 'b']],
    ['order-admin', ['order-admin']],
    ['', []],
    [',', []],
  ])('of the groups "%s" is in %j', (groups, expected) => {
    const event = eventOf({ ...sampleClaims, 'cognito:groups': groups });

    expect(callerOf(event).groups).toEqual(expected);
  });

  test.each([
    ['is missing', undefined],
    ['is empty', ''],
    ['is too long', 'a'.repeat(65)],
    ['holds a key separator', 'tenant#other'],
    ['holds a path', '../other'],
    ['is a list', ['tenant-sample']],
    ['has a line break', 'tenant\n'],
  ])('is refused when the tenant %s', (_, tenantId) => {
    const claims = { ...sampleClaims, 'custom:tenantId': tenantId };

    expect(refusalOf(eventOf(claims))).toEqual(refusal);
  });

  test.each([
    ['has no claims', { claims: null }],
    ['has claims of another kind', { claims: 'tenant-sample' }],
    ['is null', null],
    ['is a text', 'tenant-sample'],
    ['is missing', undefined],
  ])('is refused when the authorizer %s', (_, authorizer) => {
    expect(refusalOf(eventWith(authorizer))).toEqual(refusal);
  });

  test('is refused without a subject, since every change names who made it', () => {
    expect(refusalOf(eventOf({ ...sampleClaims, sub: '' }))).toEqual(refusal);
  });
});
