import { Hono } from 'hono';
import { z } from 'zod';
import type { NumberList } from '../../shared/history.ts';
import { NumberListDraft } from '../../shared/history.ts';
import type { ListNumberPage } from '../../shared/lists.ts';
import { ListNumberDraft, ListNumberQuery } from '../../shared/lists.ts';
import type { Edited } from './house.ts';
import { checked, problem } from './problem.ts';

/** What of a list is to change; without defaults, which would set back everything that is not named. */
const draft = NumberListDraft.shape;
export const NumberListChange = z
  .object({
    name: draft.name,
    action: draft.action.unwrap(),
    category: draft.category.unwrap(),
    source: draft.source.unwrap(),
    enabled: draft.enabled.unwrap(),
  })
  .partial();
export type NumberListChange = z.infer<typeof NumberListChange>;

/** What the page of number lists needs of the house. null: there is no such list, or no such number. */
export interface NumberLists {
  all(): NumberList[];
  /** A list from elsewhere is fetched at once, behind the answer. */
  add(draft: NumberListDraft): Edited & { list: NumberList };
  change(id: number, change: NumberListChange): (Edited & { list: NumberList }) | null;
  remove(id: number): Edited | null;
  /** Fetched anew; where that fails the list says why, and its last good numbers stay. */
  refresh(id: number): Promise<NumberList | null>;
  numbers(id: number, query: ListNumberQuery): Promise<ListNumberPage | null>;
  addNumber(id: number, draft: ListNumberDraft): Edited | 'list-subscribed' | 'not-a-number' | null;
  /** `number` as ListNumber.number names it. */
  removeNumber(id: number, number: string): Edited | 'list-subscribed' | null;
}

const ListId = z.object({ id: z.coerce.number().int() });
const ListedNumber = ListId.extend({ number: z.string().min(1).max(64) });

/** Lists of numbers: the owner's own, and those fetched from elsewhere. */
export function listRoutes(lists: NumberLists) {
  return new Hono()
    .get('/', context => context.json(lists.all()))
    .post('/', checked('json', NumberListDraft), context =>
      context.json(lists.add(context.req.valid('json')), 201),
    )
    .put('/:id', checked('param', ListId), checked('json', NumberListChange), context => {
      const edited = lists.change(context.req.valid('param').id, context.req.valid('json'));
      return edited ? context.json(edited) : problem(context, 'not-found');
    })
    .delete('/:id', checked('param', ListId), context => {
      const edited = lists.remove(context.req.valid('param').id);
      return edited ? context.json(edited) : problem(context, 'not-found');
    })
    .post('/:id/refresh', checked('param', ListId), async context => {
      const list = await lists.refresh(context.req.valid('param').id);
      return list ? context.json(list) : problem(context, 'not-found');
    })
    .get('/:id/numbers', checked('param', ListId), checked('query', ListNumberQuery), async context => {
      const page = await lists.numbers(context.req.valid('param').id, context.req.valid('query'));
      return page ? context.json(page) : problem(context, 'not-found');
    })
    .post('/:id/numbers', checked('param', ListId), checked('json', ListNumberDraft), context => {
      const edited = lists.addNumber(context.req.valid('param').id, context.req.valid('json'));
      if (typeof edited === 'string') return problem(context, edited);
      return edited ? context.json(edited, 201) : problem(context, 'not-found');
    })
    .delete('/:id/numbers/:number', checked('param', ListedNumber), context => {
      const { id, number } = context.req.valid('param');
      const edited = lists.removeNumber(id, number);
      if (typeof edited === 'string') return problem(context, edited);
      return edited ? context.json(edited) : problem(context, 'not-found');
    });
}
