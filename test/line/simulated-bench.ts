import { onTestFinished } from 'vitest';
import { attachToTty } from '../../main/line/simulated/attach.ts';
import { createExchange } from '../../main/line/simulated/exchange.ts';
import type { Exchange } from '../../main/line/simulated/exchange.ts';
import type { Faults } from '../../main/line/simulated/faults.ts';
import { createSimulatedModem } from '../../main/line/simulated/modem.ts';
import type { SimulatedModem } from '../../main/line/simulated/modem.ts';
import type { PersonalityKey } from '../../main/line/simulated/personalities.ts';
import type { LineOptions } from '../../main/line/line.ts';
import { until, watchLine } from './bench.ts';
import type { Refusal, Watched } from './bench.ts';
import { layPair } from './tty.ts';

export interface SimulatedBench extends Watched {
  modem: SimulatedModem;
  exchange: Exchange;
}

/** A simulated modem and exchange at the other end of a real tty; calls ring four times as fast as real ones. */
export async function simulatedBench(
  key: PersonalityKey,
  faults: Partial<Faults> = {},
  refusal?: Refusal,
  options: Partial<LineOptions> = {},
): Promise<SimulatedBench> {
  const pair = await layPair();
  onTestFinished(() => pair.close());
  const modem = createSimulatedModem(key, { faults });
  const exchange = createExchange(modem, { speed: 4 });
  const attached = attachToTty(pair.modemEnd, modem);
  onTestFinished(() => {
    attached.detach();
    exchange.close();
    modem.close();
  });
  const line: Watched = watchLine(
    pair.computerEnd,
    {
      ...options,
      timings: { watchMs: 1000, commandMs: 1000, ...options.timings },
    },
    refusal,
  );
  await until(() => line.line.status().state === 'watching');
  return { modem, exchange, ...line };
}
