import { DeskError, httpStatusOf } from '#shared/rpc/desk-error.ts';
import type { Served } from './router.ts';

/** So many at once; what was used comes back with time. */
export type Allowance = { readonly burst: number; readonly perSecond: number };

export type RateLimits = {
  /** Calls of one session. */
  readonly session: Allowance;
  /** Calls from one address, whatever sessions they claim: invented tokens are no way around. */
  readonly address: Allowance;
  /** Sign-ins, recoveries, set-ups and customers' codes from one address that failed, whatever they tried. */
  readonly failures: Allowance;
};

/**
 * Far above what people at their screens do (a page asks some twenty calls, fast typing ten a second), far below what a runaway
 * script does. Failures: thirty, then six a minute; each name has its own growing delays besides (session.prove).
 */
export const usualLimits: RateLimits = {
  session: { burst: 1000, perSecond: 200 },
  address: { burst: 5000, perSecond: 1000 },
  failures: { burst: 30, perSecond: 0.1 },
};

/** Senders that are remembered at once; the one that was heard longest ago goes first. */
const mostSenders = 1000;

type Buckets = {
  /** Seconds until one more is allowed; 0: now. */
  wait(sender: string): number;
  take(sender: string): void;
};

function buckets({ burst, perSecond }: Allowance, nowMs: () => number): Buckets {
  const kept = new Map<string, { left: number; at: number }>();
  const present = (sender: string): number => {
    const bucket = kept.get(sender);
    return bucket ? Math.min(burst, bucket.left + ((nowMs() - bucket.at) / 1000) * perSecond) : burst;
  };
  return {
    wait: (sender) => Math.max(0, (1 - present(sender)) / perSecond),
    take(sender) {
      const left = present(sender) - 1;
      kept.delete(sender);
      kept.set(sender, { left, at: nowMs() });
      const [oldest] = kept.keys();
      if (kept.size > mostSenders && oldest !== undefined) kept.delete(oldest);
    },
  };
}

/** Forwarded headers are anybody's claim: only the connection's own address counts. */
export type Sender = { readonly address: string; readonly token: string | undefined };

export type CallGuard = {
  /** Why a call is refused before anything of it is read; undefined: it may come in, and was counted. */
  refusal(sender: Sender, name: string): DeskError | undefined;
  /** Tells how a call ended. */
  ended(sender: Sender, name: string, status: number): void;
};

/** Bounds calls by session and address, and failed proofs of who somebody is by address. */
export function callGuard(
  served: Served,
  limits: RateLimits = usualLimits,
  nowMs: () => number = () => performance.now(),
): CallGuard {
  const sessions = buckets(limits.session, nowMs);
  const addresses = buckets(limits.address, nowMs);
  const failures = buckets(limits.failures, nowMs);
  const proving = new Set(
    served.calls
      .filter(
        ({ name, right }) =>
          right === 'open' &&
          (name.startsWith('session.') || name.startsWith('evaluation.')) &&
          name !== 'session.state',
      )
      .map(({ name }) => name),
  );

  return {
    refusal({ address, token }, name) {
      const session = token ?? `without a session: ${address}`;
      const seconds = Math.max(sessions.wait(session), addresses.wait(address));
      if (seconds > 0) return tooMuch('too-many-calls', seconds);
      addresses.take(address);
      sessions.take(session);
      const proofWait = proving.has(name) ? failures.wait(address) : 0;
      return proofWait > 0 ? tooMuch('too-many-failures', proofWait) : undefined;
    },
    ended({ address }, name, status) {
      if (proving.has(name) && status >= 400) failures.take(address);
    },
  };
}

const tooMuch = (reason: 'too-many-calls' | 'too-many-failures', seconds: number): DeskError =>
  new DeskError({ code: 'unavailable', reason, params: { seconds: Math.ceil(seconds) } });

/** A refusal as the calls' own protocol tells errors, so that the page can say it in words. */
export const refusalBody = ({ data }: DeskError): string =>
  JSON.stringify({
    json: { defined: false, code: data.code, status: httpStatusOf[data.code], message: data.code, data },
  });
