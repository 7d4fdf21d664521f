import { runInThisContext } from 'node:vm';
import type { ToScreen, ToStandIn } from './talk.ts';

/** The stand-in's end of the channel to the test. */
export function send(message: ToScreen): void {
  process.send?.(message);
}

type Question = ToStandIn['type'];
type Answerer<Q extends Question> = (question: Extract<ToStandIn, { type: Q }>) => unknown;
type Answerers = { [Q in Question]?: Answerer<Q> };

const answerers: Answerers = {};

export function answer<Q extends Question>(type: Q, answerer: Answerers[Q]): void {
  answerers[type] = answerer;
}

/** Runs a function of a spec here, with what Electron gives to its main process. */
export function answerEvaluate(electron: unknown): void {
  answer('evaluate', ({ source, argument }) => {
    const run = runInThisContext(`(${source})`) as (given: unknown, argument: unknown) => unknown;
    return run(electron, argument);
  });
}

async function replyTo(question: ToStandIn): Promise<void> {
  const answerer = answerers[question.type] as Answerer<Question> | undefined;
  try {
    send({ type: 'answer', question: question.question, value: await answerer?.(question) });
  } catch (error) {
    send({ type: 'failed', question: question.question, message: String(error) });
  }
}

process.on('message', (question: ToStandIn) => void replyTo(question));
process.on('disconnect', () => process.exit());
