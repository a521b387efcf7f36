/** Puts faults into the calls of one client and writes down every attempt: the one place where faults come from. */
import type {
  FinalizeRequestMiddleware,
  HandlerExecutionContext,
  InitializeMiddleware,
  MiddlewareStack,
} from '@smithy/types';
import { describeCall } from '../calls/describe-call.ts';
import type { Activity, Work } from '../world/activity.ts';
import type { CallRecord, History } from '../world/history.ts';
import { presentInvocation, type Invocation } from '../world/invocation.ts';
import type { Turnstile } from '../world/turnstile.ts';
import type { VirtualClock } from '../world/virtual-clock.ts';
import { throttled, type ServiceName } from './aws-errors.ts';
import type { FaultPlan } from './fault.ts';
import { never, suffer } from './suffer.ts';

export type InstrumentDeps = {
  readonly clock: VirtualClock;
  readonly turnstile: Turnstile;
  readonly activity: Activity;
  readonly history: History;
  /** Asked for each attempt. */
  readonly plan: FaultPlan;
  /** The order of every receipt handle that a function was given. */
  readonly receipts: ReadonlyMap<string, string>;
  /** How often a function has called an operation about a subject, by these three. */
  readonly occurrences: Map<string, number>;
  /** Told of each attempt that AWS has taken, with the input of the command. */
  readonly onEffect: (operation: string, input: unknown) => void;
};

type Call = Omit<CallRecord, 'at' | 'attempt' | 'fault' | 'took' | 'answered'>;
type Attempts = { readonly work: Work; call?: Call; made: number };

/** From now on the client's calls have the plan's faults in them, and stand in the history. */
export const instrument = <Input extends object, Output extends object>(
  stack: MiddlewareStack<Input, Output>,
  service: ServiceName,
  deps: InstrumentDeps,
): void => {
  const attempts = new WeakMap<HandlerExecutionContext, Attempts>();

  const wholeCall: InitializeMiddleware<Input, Output> = (next, context) => async (args) => {
    const invocation = presentInvocation();
    if (invocation.isDead()) return never();
    const answer = await deps.activity.during((work) => {
      attempts.set(context, { work, made: 0 });
      return Promise.race([next(args), invocation.death.then(() => undefined)]);
    });
    return answer === undefined || invocation.isDead() ? never() : answer;
  };

  const oneAttempt: FinalizeRequestMiddleware<Input, Output> = (next, context) => async (args) => {
    const invocation = presentInvocation();
    const known = attempts.get(context);
    if (!known) throw new Error('An attempt belongs to no call');
    known.call ??= callOf(deps, invocation, context, args.input);
    known.made += 1;
    const { call, made: attempt } = known;
    const { functionName, operation, subject, occurrence } = call;
    const name = [functionName, operation, subject, occurrence, attempt].join(' ');
    await known.work.exceptDuring(() => deps.turnstile.pass(name));
    // It may have ended meanwhile; the SDK of a process that has does not try again either.
    if (invocation.isDead()) return never();
    const fault = deps.plan({ ...call, attempt }, deps.clock.now());
    if (fault) deps.history.disturb(call.invocation, call.subject);
    const record = (took: boolean, answered: boolean) => {
      deps.history.addCall({
        ...call,
        at: deps.clock.now(),
        attempt,
        fault: fault?.kind,
        took,
        answered,
      });
      if (took) deps.onEffect(call.operation, args.input);
    };
    return suffer(
      {
        clock: deps.clock,
        activity: deps.activity,
        work: known.work,
        invocation,
        record,
        refusal: () => throttled(service),
        forgetItem: ({ output }: { readonly output: object }) =>
          Reflect.deleteProperty(output, 'Item'),
      },
      fault,
      // What is under way when its process ends goes on until it has arrived.
      () => deps.activity.during(() => next(args)),
    );
  };

  stack.add(wholeCall, { step: 'initialize', priority: 'high', name: 'simulatedCall' });
  stack.add(oneAttempt, { step: 'finalizeRequest', priority: 'low', name: 'simulatedAttempt' });
};

const callOf = (
  { receipts, occurrences }: InstrumentDeps,
  { id, functionName, about: own }: Invocation,
  { commandName = 'unknown' }: HandlerExecutionContext,
  input: unknown,
): Call => {
  const operation = commandName.replace(/Command$/, '');
  const described = describeCall(input, receipts);
  const about = described.isVague ? { ...described, subject: own ?? described.subject } : described;
  const name = `${functionName} ${operation} ${about.subject}`;
  const occurrence = (occurrences.get(name) ?? 0) + 1;
  occurrences.set(name, occurrence);
  const { subject, tenantId } = about;
  return { invocation: id, functionName, operation, occurrence, subject, tenantId };
};
