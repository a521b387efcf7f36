/** One order for every single fault of a flow, all of them in one world at the same time; one flow after the other. */
import { examineEnd } from '../invariants/final-state.ts';
import { messageWatchers } from '../invariants/watchers.ts';
import { reopen } from '../play/reopen.ts';
import { visit } from '../portal/portal.ts';
import type { Breach } from '../world/history.ts';
import { makeStage } from '../world/stage.ts';
import { openTurnstile } from '../world/turnstile.ts';
import { startWorld, type Defect, type World } from '../world/world.ts';
import { callsOf, makeCase, subjectsOf, type Case } from './cases.ts';
import { flows as everyFlow, type Flow } from './flows.ts';
import { planOf, pointsOf, singleFaults } from './single-faults.ts';

export type ExhaustiveOptions = {
  /** Every flow when missing. */
  readonly flows?: readonly Flow[] | undefined;
  readonly defect?: Defect | undefined;
  /** Told how many milliseconds of simulated time are over, of how many. */
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
};

export type ExhaustiveResult = {
  readonly flows: readonly {
    readonly name: string;
    readonly points: number;
    readonly cases: number;
  }[];
  readonly cases: number;
  /** Cases whose fault was never met: they prove nothing. */
  readonly missed: readonly string[];
  readonly breaches: readonly (Breach & { readonly case: string })[];
  readonly simulatedMs: number;
  readonly realMs: number;
};

const start = Date.parse('2026-11-20T06:00:00Z');
const minute = 60_000;
/** Every retry is over after three hours; in the rest of the time nothing may stir again. */
const length = 6 * 60 * minute;
/** How often progress is told, in simulated time. */
const step = 10 * minute;

// A message to an invocation: a process that dies takes nobody else's message along.
const alone = { batchSize: 1, maximumConcurrency: 10_000, windowMs: 0 };

export const runExhaustive = async (options: ExhaustiveOptions = {}): Promise<ExhaustiveResult> => {
  const startedAt = performance.now();
  const { flows = everyFlow, onProgress } = options;
  const results: FlowResult[] = [];
  for (const [index, flow] of flows.entries())
    results.push(
      await runFlow(flow, options.defect, (done) =>
        onProgress?.(index * length + done, flows.length * length),
      ),
    );
  return {
    flows: results.map(({ name, points, cases }) => ({ name, points, cases })),
    cases: results.reduce((sum, { cases }) => sum + cases, 0),
    missed: results.flatMap(({ missed }) => missed),
    breaches: results.flatMap(({ breaches }) => breaches),
    simulatedMs: flows.length * length,
    realMs: performance.now() - startedAt,
  };
};

type FlowResult = ExhaustiveResult['flows'][number] & Pick<ExhaustiveResult, 'missed' | 'breaches'>;

/** First once without a fault, to learn the points; then once for each fault, all at the same time. */
const runFlow = async (
  flow: Flow,
  defect: Defect | undefined,
  onProgress: (done: number) => void,
): Promise<FlowResult> => {
  const plain = makeCase(flow, 0, start);
  const points = await inWorld({}, [plain], ({ stage }) =>
    Promise.resolve(pointsOf(callsOf(stage.history, plain))),
  );
  const cases = singleFaults(points).map((fault, index) => makeCase(flow, index + 1, start, fault));
  return inWorld({ defect, onProgress }, cases, async (world) => ({
    name: flow.name,
    points: points.length,
    cases: cases.length,
    missed: cases.filter((one) => !wasMet(world, one)).map(({ name }) => name),
    breaches: await breachesOf(world, cases),
  }));
};

const wasMet = ({ stage: { history } }: World, one: Case): boolean =>
  callsOf(history, one).some(
    ({ fault, functionName, operation, about, occurrence }) =>
      fault !== undefined &&
      functionName === one.tried?.functionName &&
      operation === one.tried.operation &&
      about === one.tried.about &&
      occurrence === one.tried.occurrence,
  );

const breachesOf = async (world: World, cases: readonly Case[]) => {
  const names = new Map(cases.map(({ orderId, name }) => [orderId, name]));
  const { breaches } = await examineEnd(world);
  return breaches.map((breach) => ({
    ...breach,
    case: names.get(breach.orderId ?? '') ?? 'unknown',
  }));
};

/** Later requests of one key come half a minute after the one before. */
const nextRequest = 30_000;

const begin = (world: World, { wish, flow, orderId }: Case): void => {
  const deps = { ...world.stage, lambda: world.lambda };
  for (let request = 0; request < (flow.requests ?? 1); request += 1)
    void visit(deps, { ...wish, at: wish.at + request * nextRequest });
  if (flow.reopenedAfter !== undefined)
    void world.stage.clock
      .sleep(flow.reopenedAfter)
      .then(() => reopen(world, wish.tenantId, orderId));
};

const inWorld = async <T>(
  { defect, onProgress }: ExhaustiveOptions,
  cases: readonly Case[],
  look: (world: World) => Promise<T>,
): Promise<T> => {
  const bySubject = new Map(
    cases.flatMap((one) =>
      subjectsOf(one).map(
        ({ subject, about }) => [subject, { about, faults: one.faults }] as const,
      ),
    ),
  );
  const twice = new Set(
    cases.filter(({ flow }) => flow.deliveredTwice).map(({ orderId }) => orderId),
  );
  const stage = makeStage(start, openTurnstile);
  const world = await startWorld({
    seed: 1,
    stage,
    faults: planOf((subject) => bySubject.get(subject)),
    deliveries: ({ subject }) => (twice.has(subject) ? { againAfter: 10_000 } : {}),
    sources: alone,
    // What a container remembers of another order, such as the region that writes, would hide calls from their faults.
    freshContainers: true,
    defect,
    ...messageWatchers,
  });
  try {
    for (const one of cases) begin(world, one);
    for (let over = 0; over < length; over += step) {
      await stage.runUntil(start + over + step);
      onProgress?.(over + step, length);
    }
    return await look(world);
  } finally {
    await world.close();
  }
};
