/** Whether a region may change orders: of two regions that write, the later takes the other's change with it (docs/adr/0019). */
import type { WriterFlag } from '@bbws/dynamo/writer-flag';
import { Refusal } from '../refusal.ts';
import { nobody } from './region.ts';

/**
 * Holds where no flag is set: then every region writes.
 * @param flag as this region's replica says
 * @throws Refusal naming the region that writes, or saying that a move is under way
 */
export const refuseElsewhere = (flag: WriterFlag | undefined, region: string): void => {
  if (!flag || flag.region === region) return;
  throw new Refusal(
    flag.region === nobody
      ? 'Nobody writes: the writer is being moved. End that first: pnpm dr status'
      : `${region} does not write: the flag says ${flag.region}. What is changed here may be lost, or take a newer change with it. Set AWS_REGION=${flag.region}.`,
  );
};
