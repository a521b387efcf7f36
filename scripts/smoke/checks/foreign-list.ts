/** No tenant sees the list of another. */
import { expectAnswer } from '../answer.ts';
import { NotChecked } from '../outcome.ts';
import type { Check, Smoke, User } from '../smoke.ts';

/** Members of order-admin may read what is any tenant's. */
export const mayReadAll = ({ groups }: User): boolean => groups.includes('order-admin');

const listOf = (tenantId: string) => `/v1.0/tenants/${tenantId}/orders`;

const refused = async ({ api }: Smoke, { token }: User, tenantId: string): Promise<void> =>
  expectAnswer(await api.call('GET', listOf(tenantId), { token }), 403, 'TENANT_MISMATCH');

export const foreignList: Check = {
  name: "another tenant's list",
  expects: '403 TENANT_MISMATCH',
  run: async (smoke) => {
    const { user, stranger } = smoke;
    const users = [user, ...(stranger ? [stranger] : [])].filter((one) => !mayReadAll(one));
    if (users.length === 0)
      throw new NotChecked('this token is of order-admin, who may read all: give --other-token');
    for (const one of users)
      await refused(smoke, one, one === user ? 'tenant-of-others' : user.tenantId);
    return users.length > 1 ? 'in both directions' : undefined;
  },
};
