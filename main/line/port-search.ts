import { access } from 'node:fs/promises';
import { findPorts, portNames, stableNameOf } from './find.ts';
import type { FoundPort } from './find.ts';

/** Ports are listed again after so long although their names are the same, ms. */
const lookAgainMs = 4000;
/** Silent or strange ports are left alone for so long, unless they were replugged, ms. */
const refusedMs = 20_000;

export interface PortSearchTools {
  now: () => number;
  /** Looks for ports in another way than the system's own. */
  find: () => (() => Promise<FoundPort[]>) | undefined;
}

/** Knows where a line's modem was, and finds it again under another name. */
export interface PortSearch {
  /** The path to open now: the one that was given, or the one under which the same device came back; null: it is not there. */
  locate: (path: string) => Promise<string | null>;
  /** All ports, and those that may be tried, the modem of before first; null: nothing has come or gone. */
  look: (onlyIfNews: boolean) => Promise<{ ports: FoundPort[]; candidates: FoundPort[] } | null>;
  isSame: (port: FoundPort) => boolean;
  /** It was opened here. */
  opened: (path: string) => void;
  /** A modem was watched here. */
  watched: (port: FoundPort) => void;
  /** Nothing that can be used is here. */
  refuse: (port: FoundPort) => void;
}

export function createPortSearch(tools: PortSearchTools): PortSearch {
  /** Known again after a return: a name that survives a new number, and the last path. */
  let stable: string | null = null;
  let lastPath: string | null = null;
  let seenNames: string | null = null;
  let lookedAt = -Infinity;
  const refusedUntil = new Map<string, number>();

  const find = (): Promise<FoundPort[]> => (tools.find() ?? findPorts)();

  /** Listing ports costs a process on Linux; their names cost nothing, so that it can be looked every second. */
  async function isNews(): Promise<boolean> {
    if (tools.find()) return true;
    const names = await portNames();
    if (names !== null && names === seenNames && tools.now() - lookedAt < lookAgainMs) return false;
    seenNames = names;
    lookedAt = tools.now();
    return true;
  }

  const isSame = (port: FoundPort): boolean =>
    (stable !== null && port.stable === stable) || (lastPath !== null && port.path === lastPath);

  return {
    isSame,
    async locate(path) {
      if (!path.startsWith('/') || (await exists(path))) return path;
      if (stable === null) return null;
      if (stable.startsWith('/')) return (await exists(stable)) ? stable : null;
      if (!(await isNews())) return null;
      return (await find()).find(port => port.stable === stable)?.path ?? null;
    },
    async look(onlyIfNews) {
      if (onlyIfNews && !(await isNews())) return null;
      const ports = await find();
      const here = new Set(ports.map(port => port.path));
      for (const path of refusedUntil.keys()) if (!here.has(path)) refusedUntil.delete(path);
      const candidates = ports
        .filter(port => port.score > 0 && (refusedUntil.get(port.path) ?? 0) < tools.now())
        .sort((a, b) => Number(isSame(b)) - Number(isSame(a)));
      return { ports, candidates };
    },
    opened(path) {
      lastPath = path;
      if (!tools.find())
        void stableNameOf(path).then(name => {
          stable = name ?? stable;
        });
    },
    watched(port) {
      stable = port.stable ?? stable;
    },
    refuse(port) {
      refusedUntil.set(port.path, tools.now() + refusedMs);
    },
  };
}

async function exists(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
