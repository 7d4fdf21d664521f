import { Hono } from 'hono';
import { z } from 'zod';
import { CallerChange } from '../../shared/history.ts';
import type { House } from './house.ts';
import { checked, problem } from './problem.ts';

const Judgement = z.object({ action: z.enum(['allow', 'block']).nullable() });

/** One caller: its story, what can be read from it, the owner's name, label and note for it, and the one-click block or allow. */
export function callerRoutes(house: House) {
  return new Hono()
    .get('/:caller', context => {
      const story = house.caller(context.req.param('caller'));
      return story ? context.json(story) : problem(context, 'not-found');
    })
    .get('/:caller/reading', context => {
      const reading = house.readCaller(context.req.param('caller'));
      return reading ? context.json(reading) : problem(context, 'not-found');
    })
    .put('/:caller', checked('json', CallerChange), context => {
      const edited = house.changeCaller(context.req.param('caller'), context.req.valid('json'));
      return edited ? context.json(edited) : problem(context, 'not-found');
    })
    .post('/:caller/judge', checked('json', Judgement), context => {
      const edited = house.judgeCaller(context.req.param('caller'), context.req.valid('json').action);
      return edited ? context.json(edited) : problem(context, 'not-found');
    });
}
