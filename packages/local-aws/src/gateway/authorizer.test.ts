import { beforeAll, describe, expect, test } from '@jest/globals';
import { SignJWT, generateKeyPair } from 'jose';
import { makeTokenIssuer, type TokenIssuer } from '../token-issuer.ts';
import { authorize } from './authorizer.ts';

describe('the authorizer', () => {
  let issuer: TokenIssuer;
  beforeAll(async () => {
    issuer = await makeTokenIssuer(() => Date.UTC(2099, 10, 20, 14, 22));
  });

  test('hands over the claims as texts, as API Gateway does', async () => {
    const token = await issuer.issue({
      tenantId: 'tenant-1',
      groups: ['order-admin', 'finance'],
      subject: 'user-1',
      email: 'thandi@example.com',
    });

    await expect(authorize(issuer, `Bearer ${token}`)).resolves.toEqual({
      iss: issuer.issuer,
      aud: issuer.audience,
      sub: 'user-1',
      token_use: 'id',
      email: 'thandi@example.com',
      'custom:tenantId': 'tenant-1',
      'cognito:groups': 'order-admin,finance',
      iat: 'Fri Nov 20 14:22:00 UTC 2099',
      exp: 'Fri Nov 20 15:22:00 UTC 2099',
    });
  });

  test('takes a token without tenant and groups: that is for the function to judge', async () => {
    const token = await issuer.issue({ omitTenant: true });

    const claims = await authorize(issuer, `Bearer ${token}`);

    expect(claims).not.toHaveProperty('custom:tenantId');
    expect(claims).not.toHaveProperty('cognito:groups');
  });

  test('refuses a token of another issuer', async () => {
    const token = await (await makeTokenIssuer()).issue();

    await expect(authorize(issuer, `Bearer ${token}`)).resolves.toBeUndefined();
  });

  test('refuses a token that has expired', async () => {
    const past = await makeTokenIssuer(() => Date.UTC(2020, 0, 1));
    const token = await past.issue();

    await expect(authorize(past, `Bearer ${token}`)).resolves.toBeUndefined();
  });

  test.each([
    ['from another pool', 'another-pool', 'client', 'id'],
    ['for another client', 'pool', 'another-client', 'id'],
    ['that is no ID token', 'pool', 'client', 'access'],
  ])('refuses a token %s', async (_, iss, audience, tokenUse) => {
    const { privateKey, publicKey } = await generateKeyPair('RS256');
    const token = await new SignJWT({ token_use: tokenUse })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(iss)
      .setAudience(audience)
      .setSubject('user-1')
      .setExpirationTime('1h')
      .sign(privateKey);
    const trusted = { issuer: 'pool', audience: 'client', publicKey };

    await expect(authorize(trusted, `Bearer ${token}`)).resolves.toBeUndefined();
  });

  test.each([undefined, '', 'Bearer', 'Basic dTpw', 'Bearer not.a.token'])(
    'refuses the header %j',
    async (header) => {
      await expect(authorize(issuer, header)).resolves.toBeUndefined();
    },
  );
});
