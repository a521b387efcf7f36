/** Handler of the internal-notify queue. */
import { sqsHandler, type SqsDeps } from '@bbws/lambda/sqs';
import { notifyTeam, type NotifyTeamDeps } from './notify-team.ts';

export type Deps = SqsDeps & NotifyTeamDeps;

export const makeHandler = (deps: Deps) => sqsHandler(deps, notifyTeam(deps));
