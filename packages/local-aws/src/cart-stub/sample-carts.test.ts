import { describe, expect, test } from '@jest/globals';
import { Cart, checkCart } from '@bbws/domain/cart';
import { TenantId } from '@bbws/domain/identifiers';
import * as v from 'valibot';
import { makeCart } from './cart.ts';
import { sampleCarts } from './sample-carts.ts';

const tenantId = v.parse(TenantId, 'tenant-demo');

describe('the sample cart', () => {
  test.each([...sampleCarts])("%s passes the service's own check", (cartId, contents) => {
    const cart = v.parse(Cart, makeCart({ cartId, tenantId }, contents));

    expect(checkCart(cart, { tenantId, cartId })).toMatchObject({ ok: true });
  });
});
