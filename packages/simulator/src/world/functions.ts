/** The real handlers, joined as on AWS but for their clients, clock and chance. */
import type { SQSClient } from '@aws-sdk/client-sqs';
import * as create from '@bbws/create/assemble';
import { makeHandler as makeCreate, type Deps as CreateDeps } from '@bbws/create/handler';
import * as customerConfirm from '@bbws/customer-confirm/assemble';
import {
  makeHandler as makeCustomerConfirm,
  type Deps as CustomerConfirmDeps,
} from '@bbws/customer-confirm/handler';
import type { RecordedOrder } from '@bbws/domain/order';
import { tableOf, type Table } from '@bbws/dynamo/table';
import * as internalNotify from '@bbws/internal-notify/assemble';
import {
  makeHandler as makeInternalNotify,
  type Deps as InternalNotifyDeps,
} from '@bbws/internal-notify/handler';
import { readEnv } from '@bbws/lambda/env';
import { credentials } from '@bbws/local-aws/client-env';
import type { Runtime } from '@bbws/lambda/start-function';
import * as pdf from '@bbws/pdf/assemble';
import { makeHandler as makePdf, type Deps as PdfDeps } from '@bbws/pdf/handler';
import { renderInvoice } from '@bbws/pdf/invoice/render-invoice';
import * as recordCreator from '@bbws/record-creator/assemble';
import {
  makeHandler as makeRecordCreator,
  type Deps as RecordCreatorDeps,
} from '@bbws/record-creator/handler';
import * as sweeper from '@bbws/sweeper/assemble';
import { makeHandler as makeSweeper, type Deps as SweeperDeps } from '@bbws/sweeper/handler';
import * as update from '@bbws/update/assemble';
import { makeHandler as makeUpdate, type Deps as UpdateDeps } from '@bbws/update/handler';
import type { Activity } from './activity.ts';
import type { FunctionClients } from './clients.ts';

/** No template lies in the bucket: every mail is of the bundled ones, without waiting for a network. */
const templatesBucket = {
  fetch: () => Promise.resolve(new Response(undefined, { status: 404 })),
  timeoutSignal: () => new AbortController().signal,
  credentials,
};

export type LambdaContext = { readonly getRemainingTimeInMillis: () => number };
export type Handler = (event: unknown, context: LambdaContext) => Promise<unknown>;

/** What the functions depend on, by function; a deliberate defect changes one of them. */
export type AllDeps = {
  readonly create: CreateDeps;
  readonly update: UpdateDeps;
  readonly 'record-creator': RecordCreatorDeps;
  readonly pdf: PdfDeps;
  readonly 'internal-notify': InternalNotifyDeps;
  readonly 'customer-confirm': CustomerConfirmDeps;
  readonly sweeper: SweeperDeps;
};
export type FunctionName = keyof AllDeps;
export const functionNames = [
  'create',
  'update',
  'record-creator',
  'pdf',
  'internal-notify',
  'customer-confirm',
  'sweeper',
] as const satisfies readonly FunctionName[];

export type FunctionsDeps = {
  readonly clients: FunctionClients;
  readonly tableName: string;
  readonly runtime: Runtime;
  readonly fetch: typeof fetch;
  readonly activity: Activity;
  /** Told of every invoice that is rendered. */
  readonly onRendered: (order: RecordedOrder, bytes: Uint8Array) => void;
  /** The environment of a function. */
  readonly environmentOf: (name: FunctionName) => Readonly<Record<string, string>>;
  /** Changes for a deliberate defect. */
  readonly alter?: Alterations | undefined;
  readonly replace?: Replacements | undefined;
};

/** Handlers in the place of the real ones, for deliberate defects that no dependency can bring about. */
export type Replacements = { readonly [Name in FunctionName]?: (deps: AllDeps[Name]) => Handler };

export type Alterations = {
  readonly [Name in FunctionName]?: (deps: AllDeps[Name], world: AlteredWorld) => AllDeps[Name];
};
export type AlteredWorld = {
  readonly table: Table;
  /** Writes to it take place whether their conditions hold or not. */
  readonly carelessTable: Table;
  readonly sqs: SQSClient;
  readonly deadLetterQueueOf: (name: FunctionName) => string;
};

/** A fresh container of each function: a handler with a memory of its own. */
export const makeContainers = (deps: FunctionsDeps): Record<FunctionName, () => Handler> => {
  const { clients, runtime, activity, fetch, environmentOf, alter = {}, replace = {} } = deps;
  const { s3, ses, sns, sqs } = clients;
  const table = tableOf(clients.dynamodb, deps.tableName);
  const altered: AlteredWorld = {
    table,
    carelessTable: tableOf(clients.careless, deps.tableName),
    sqs,
    deadLetterQueueOf: (name) => environmentOf(name)['DEAD_LETTER_QUEUE_URL'] ?? '',
  };
  const unchanged = <T>(same: T): T => same;
  const parts = <const Names extends Parameters<typeof readEnv>[1]>(
    name: FunctionName,
    variables: Names,
  ) => ({ env: readEnv(environmentOf(name), variables), runtime, table });
  // Rendering works with timers and threads of its own: it must count as going on.
  const render: typeof renderInvoice = (order, ...rest) =>
    activity.during(async () => {
      const bytes = await renderInvoice(order, ...rest);
      deps.onRendered(order, bytes);
      return bytes;
    });

  return {
    create: () => {
      const own = create.depsOf({ ...parts('create', create.variables), sns });
      return (replace.create ?? makeCreate)((alter.create ?? unchanged)(own, altered));
    },
    update: () => {
      const own = update.depsOf({ ...parts('update', update.variables), sns });
      return (replace.update ?? makeUpdate)((alter.update ?? unchanged)(own, altered));
    },
    'record-creator': () => {
      const own = recordCreator.depsOf({
        ...parts('record-creator', recordCreator.variables),
        sns,
        sqs,
        fetch,
        timeoutSignal: (milliseconds) => {
          const controller = new AbortController();
          void runtime.sleep(milliseconds).then(() => controller.abort());
          return controller.signal;
        },
        credentials,
      });
      return (replace['record-creator'] ?? makeRecordCreator)(
        (alter['record-creator'] ?? unchanged)(own, altered),
      );
    },
    pdf: () => {
      const own = pdf.depsOf({ ...parts('pdf', pdf.variables), renderInvoice: render, s3, sqs });
      return (replace.pdf ?? makePdf)((alter.pdf ?? unchanged)(own, altered));
    },
    'internal-notify': () => {
      const own = internalNotify.depsOf({
        ...parts('internal-notify', internalNotify.variables),
        ...templatesBucket,
        ses,
        sqs,
      });
      return (replace['internal-notify'] ?? makeInternalNotify)(
        (alter['internal-notify'] ?? unchanged)(own, altered),
      );
    },
    'customer-confirm': () => {
      const own = customerConfirm.depsOf({
        ...parts('customer-confirm', customerConfirm.variables),
        ...templatesBucket,
        ses,
        sqs,
      });
      return (replace['customer-confirm'] ?? makeCustomerConfirm)(
        (alter['customer-confirm'] ?? unchanged)(own, altered),
      );
    },
    sweeper: () => {
      const own = sweeper.depsOf({ ...parts('sweeper', sweeper.variables), sns });
      return (replace.sweeper ?? makeSweeper)((alter.sweeper ?? unchanged)(own, altered));
    },
  };
};
