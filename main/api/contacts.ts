import { Hono } from 'hono';
import { z } from 'zod';
import { ContactDraft } from '../../shared/history.ts';
import type { House } from './house.ts';
import { checked, problem } from './problem.ts';

const ContactId = z.object({ id: z.coerce.number().int() });

/** People and places that always ring. */
export function contactRoutes(house: House) {
  return new Hono()
    .get('/', context => context.json(house.contacts()))
    .post('/', checked('json', ContactDraft), context =>
      context.json(house.addContact(context.req.valid('json')), 201),
    )
    .put('/:id', checked('param', ContactId), checked('json', ContactDraft), context => {
      const edited = house.changeContact(context.req.valid('param').id, context.req.valid('json'));
      return edited ? context.json(edited) : problem(context, 'not-found');
    })
    .delete('/:id', checked('param', ContactId), context => {
      const edited = house.removeContact(context.req.valid('param').id);
      return edited ? context.json(edited) : problem(context, 'not-found');
    });
}
