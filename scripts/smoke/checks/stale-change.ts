/** A change of a version that is no longer there is refused. */
import { expectAnswer } from '../answer.ts';
import { NotChecked } from '../outcome.ts';
import { noted, type Check } from '../smoke.ts';

export const staleChange: Check = {
  name: 'stale change',
  expects: '412 VERSION_STALE for an old ETag',
  run: async ({ api, user, notes }) => {
    const { id } = noted(notes.recorded, 'a recorded order');
    const answer = await api.call('PUT', `/v1.0/orders/${id}`, {
      token: user.token,
      headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
      body: { status: 'cancelled' },
    });
    if (answer.status === 403)
      throw new NotChecked("the token's groups may not change orders (order_update_groups)");
    expectAnswer(answer, 412, 'VERSION_STALE');
    return undefined;
  },
};
