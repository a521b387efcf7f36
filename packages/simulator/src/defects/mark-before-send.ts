/** A defect: a mail is marked done when it is claimed. */
import type { Effect } from '@bbws/dynamo/effect';
import type { OnceDeps } from '@bbws/lambda/once';

export const markBeforeSend = <Deps extends OnceDeps<Effect>>(deps: Deps): Deps => ({
  ...deps,
  claimEffect: async (effect, lease) => {
    const claim = await deps.claimEffect(effect, lease);
    if (claim.outcome === 'claimed') await deps.finishEffect(effect, lease);
    return claim;
  },
});
