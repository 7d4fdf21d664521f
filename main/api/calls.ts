import { Hono } from 'hono';
import { CallQuery } from '../../shared/history.ts';
import type { House } from './house.ts';
import { checked, problem } from './problem.ts';

/** History: windows of calls by keyset, one call, why it was judged so, and "hang up now". */
export function callRoutes(house: House) {
  return new Hono()
    .get('/', checked('query', CallQuery), context => context.json(house.calls(context.req.valid('query'))))
    .get('/:id', context => {
      const call = house.call(context.req.param('id'));
      return call ? context.json(call) : problem(context, 'not-found');
    })
    .get('/:id/why', context => {
      const why = house.explain(context.req.param('id'));
      return why ? context.json(why) : problem(context, 'not-found');
    })
    .post('/:id/hang-up', context =>
      house.hangUp(context.req.param('id')) ? context.json({ asked: true }) : problem(context, 'call-over'),
    );
}
