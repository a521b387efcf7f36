/** A world as the commands of disaster recovery reach it. */
import { writerKey } from '@bbws/dynamo/keys';
import { tableOf } from '@bbws/dynamo/table';
import { moveWriterFlag, readWriterFlag } from '@bbws/dynamo/writer-flag';
import { queueDepths } from '@bbws/operator/dr/queue-depths';
import type { Region } from '@bbws/operator/dr/region';
import type { Replication } from '../world/replicate.ts';
import type { World } from '../world/world.ts';

export type Operated = {
  readonly name: string;
  readonly world: World;
  /** The region that has what is written here a little later. */
  readonly replica: World;
  readonly copy: Replication['copy'];
};

export const operatedRegion = ({ name, world, replica, copy }: Operated): Region => {
  const { aws, stage } = world;
  const table = tableOf(aws.clients.dynamodb, aws.resources.tableName);
  const queues = Object.entries(aws.resources.queues).map(([of, queue]) => ({
    ...queue,
    name: of,
  }));
  return {
    name,
    readFlag: () => stage.activity.during(readWriterFlag(table)),
    moveFlag: async (move) => {
      const moved = await stage.activity.during(() => moveWriterFlag(table)(move));
      if (moved) void copy(world, replica, { PK: { S: writerKey.PK }, SK: { S: writerKey.SK } });
      return moved;
    },
    queueDepths: () => stage.activity.during(() => queueDepths(aws.clients.sqs, queues)),
  };
};
