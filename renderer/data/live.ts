import type { QueryClient } from '@tanstack/react-query';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { LiveEvent } from '../../shared/live.ts';
import type { Call } from '../../shared/call.ts';
import { rememberEnded } from './just-ended.ts';
import type { CallWindows } from './live-cache.ts';
import { fits, statusWithCall, statusWithLine, statusWithTrouble, windowsWithCall } from './live-cache.ts';
import type { CallFilter } from './queries.ts';
import { statusQuery } from './queries.ts';

/** Is the page told of what happens? 'lost': it keeps trying, and shows what it knew. */
export type Connection = 'connecting' | 'open' | 'lost';

/** The stream sends something every 15 s; a silence this long means that the house is gone though the socket is not. */
const silenceMs = 40_000;
const retryMs = [500, 1000, 2000, 4000, 8000] as const;
const invalidateMs = 250;

/** What to ask for anew when the house says that something remembered has changed. */
const affected = {
  rules: ['rules', 'changes', 'caller', 'status', 'learning'],
  numbers: ['calls', 'caller', 'changes', 'rules', 'learning'],
  settings: ['settings', 'status', 'changes', 'notice'],
  contacts: ['contacts', 'calls', 'caller', 'changes'],
  lists: ['lists', 'rules', 'changes'],
  history: ['calls', 'status', 'insight'],
} as const;

/** Follows the house for as long as the page lives: one event stream, every event straight into what the page shows. */
export function useLive(): Connection {
  const queries = useQueryClient();
  const [connection, setConnection] = useState<Connection>('connecting');
  useEffect(() => follow(queries, setConnection), [queries]);
  return connection;
}

/** @returns the way to stop */
export function follow(queries: QueryClient, tell: (connection: Connection) => void): () => void {
  let source: EventSource | null = null;
  let attempt = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  /** The last event seen; a stream opened anew goes on from there. */
  let seenId = '';
  const stale = staleKeys(queries);

  const lost = () => {
    tell('lost');
    clearTimeout(silence);
    // A stream that the browser gave up on is opened again here; one that it is retrying by itself is left to it.
    if (source?.readyState !== EventSource.CLOSED) return;
    clearTimeout(retry);
    retry = setTimeout(open, retryMs[Math.min(attempt++, retryMs.length - 1)]);
  };
  const alive = (message: MessageEvent) => {
    attempt = 0;
    if (message.lastEventId !== '') seenId = message.lastEventId;
    tell('open');
    clearTimeout(silence);
    silence = setTimeout(() => {
      source?.close();
      lost();
    }, silenceMs);
  };
  const open = () => {
    source?.close();
    source = new EventSource(`/api/live${seenId === '' ? '' : `?after=${seenId}`}`);
    source.addEventListener('error', lost);
    source.addEventListener('hello', message => {
      // What happened between the page's first questions and the first word of the stream was told to nobody.
      const isFirst = seenId === '';
      alive(message);
      if (isFirst) void queries.cancelQueries().then(() => queries.invalidateQueries());
    });
    source.addEventListener('beat', alive);
    source.addEventListener('anew', message => {
      alive(message);
      void queries.invalidateQueries();
    });
    source.addEventListener('live', message => {
      alive(message);
      const event = LiveEvent.safeParse(parsed(message.data));
      if (event.success) applyEvent(queries, event.data, stale.add);
    });
  };
  open();
  return () => {
    source?.close();
    clearTimeout(silence);
    clearTimeout(retry);
    stale.stop();
  };
}

/** Brings one event into the page's memory; what cannot be worked out here is asked for again. */
export function applyEvent(queries: QueryClient, event: LiveEvent, ask: (key: string) => void): void {
  switch (event.type) {
    case 'call':
      applyCall(queries, event.call, ask);
      break;
    case 'line':
      askIfUnderWay(queries, 'status', ask);
      queries.setQueryData(statusQuery.queryKey, status => status && statusWithLine(status, event.status));
      // Another modem may speak where this one cannot.
      ask('notice');
      break;
    case 'trouble':
      queries.setQueryData(
        statusQuery.queryKey,
        status => status && statusWithTrouble(status, event.trouble),
      );
      break;
    case 'changed':
      for (const key of affected[event.what]) ask(key);
      break;
  }
}

/** An answer that is on its way may be older than the event, and would undo it: it is asked for again. */
function askIfUnderWay(queries: QueryClient, key: string, ask: (key: string) => void): void {
  if (queries.isFetching({ queryKey: [key] }) > 0) ask(key);
}

function applyCall(queries: QueryClient, call: Call, ask: (key: string) => void): void {
  rememberEnded(queries, call);
  queries.setQueryData(statusQuery.queryKey, status => status && statusWithCall(status, call));
  askIfUnderWay(queries, 'calls', ask);
  for (const [key, windows] of queries.getQueriesData<CallWindows>({ queryKey: ['calls'] })) {
    if (!windows) continue;
    const filter = (key[1] ?? {}) as CallFilter;
    const fitting = fits(filter, call);
    if (fitting === null && call.state === 'ended') ask('calls');
    queries.setQueryData<CallWindows>(key, windowsWithCall(windows, call, fitting));
  }
  ask('status');
  if (call.state === 'ended') {
    ask('caller');
    ask('rules');
    ask('learning');
  }
}

/** Gathers keys to ask for again, so that a burst of events asks once. */
function staleKeys(queries: QueryClient) {
  const keys = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    add: (key: string) => {
      keys.add(key);
      timer ??= setTimeout(() => {
        timer = undefined;
        for (const stale of keys) void queries.invalidateQueries({ queryKey: [stale] });
        keys.clear();
      }, invalidateMs);
    },
    stop: () => clearTimeout(timer),
  };
}

function parsed(text: unknown): unknown {
  try {
    return JSON.parse(String(text));
  } catch {
    return null;
  }
}
