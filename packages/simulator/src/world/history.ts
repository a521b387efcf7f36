/** Everything that happened in a simulation, in order. */
import type { PaymentDetails } from '@bbws/domain/payment-details';
import type { FaultKind } from '../faults/fault.ts';

/** One attempt of a call to AWS by a function. */
export type CallRecord = {
  readonly at: number;
  readonly invocation: number;
  readonly functionName: string;
  readonly operation: string;
  /** Id of the order that it is about, or what else it is about. */
  readonly subject: string;
  readonly occurrence: number;
  readonly attempt: number;
  readonly fault?: FaultKind | undefined;
  /** Whose partition, object or message it names; absent for a call that is nobody's. */
  readonly tenantId?: string | undefined;
  /** Whether AWS did what was asked; false as well for a refusal, such as a failed condition. */
  readonly took: boolean;
  /** Whether the function saw the answer. */
  readonly answered: boolean;
};

/** An answer of the API that the portal has seen. */
export type AnswerRecord = {
  readonly at: number;
  readonly operation: 'create' | 'update';
  readonly tenantId: string;
  /** Idempotency key of the order. */
  readonly key: string;
  readonly orderId: string;
  readonly orderNumber?: string | undefined;
  /** The payment details that an acknowledged update asked for. */
  readonly paymentDetails?: PaymentDetails | undefined;
  /** Version and status after an acknowledged update. */
  readonly version?: number | undefined;
  readonly orderStatus?: string | undefined;
};

/** What somebody came to the portal for. */
export type WishRecord = {
  readonly tenantId: string;
  /** Idempotency key of the order. */
  readonly key: string;
  readonly cartId: string;
  /** What its order is to become, one after the other. */
  readonly statuses: readonly string[];
};

/** What became of a message that a function was given. */
export type MessageRecord = {
  readonly at: number;
  readonly invocation: number;
  readonly functionName: string;
  readonly messageId: string;
  readonly subject: string;
  readonly receiveCount: number;
  readonly outcome: 'done' | 'failed' | 'died';
};

export type Rendering = {
  readonly orderId: string;
  readonly version: number;
  /** Hash of the bytes, in hexadecimal. */
  readonly sha256: string;
};

/** A promise that was seen broken. */
export type Breach = {
  readonly invariant: string;
  readonly message: string;
  readonly orderId?: string | undefined;
};

export type History = {
  readonly calls: readonly CallRecord[];
  readonly addCall: (call: CallRecord) => void;
  /** The calls of one invocation about one subject. */
  readonly callsOf: (invocation: number, subject: string) => readonly CallRecord[];
  /** The calls about one subject. */
  readonly callsAbout: (subject: string) => readonly CallRecord[];
  /** Notes that a fault hit that invocation, as far as it is about that subject. */
  readonly disturb: (invocation: number, subject: string) => void;
  readonly isDisturbed: (invocation: number, subject: string) => boolean;
  /** Invocations whose process, or time, ended. */
  readonly deaths: Set<number>;
  /** Every object that was stored, by key, with the hashes of its bytes. */
  readonly stored: Map<string, Set<string>>;
  /** One per visitor, when it came. */
  readonly wishes: WishRecord[];
  readonly answers: AnswerRecord[];
  /** Every invoice that was rendered, by the version of the order that it shows. */
  readonly renderings: Rendering[];
  /** How often the API answered each status; retried requests included. */
  readonly statuses: Map<number, number>;
  readonly messages: MessageRecord[];
  /** Promises that were seen broken while it ran. */
  readonly breaches: Breach[];
};

export const makeHistory = (): History => {
  const calls: CallRecord[] = [];
  const bySubject = new Map<string, CallRecord[]>();
  const disturbed = new Set<string>();
  const callsAbout = (subject: string) => bySubject.get(subject) ?? [];
  return {
    calls,
    addCall: (call) => {
      calls.push(call);
      const own = bySubject.get(call.subject);
      if (own) own.push(call);
      else bySubject.set(call.subject, [call]);
    },
    callsAbout,
    callsOf: (invocation, subject) =>
      callsAbout(subject).filter((call) => call.invocation === invocation),
    disturb: (invocation, subject) => {
      disturbed.add(`${invocation} ${subject}`);
    },
    isDisturbed: (invocation, subject) => disturbed.has(`${invocation} ${subject}`),
    deaths: new Set(),
    stored: new Map(),
    wishes: [],
    answers: [],
    renderings: [],
    statuses: new Map(),
    messages: [],
    breaches: [],
  };
};
