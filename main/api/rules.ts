import { Hono } from 'hono';
import { z } from 'zod';
import { NewRule, RuleDraft } from '../../shared/rule.ts';
import type { House } from './house.ts';
import { checked, problem } from './problem.ts';

const RuleId = z.object({ id: z.coerce.number().int() });
const Trial = z.object({ draft: RuleDraft, replaces: z.number().int().nullable().default(null) });

/** What is refused: the owner's rules, ready-made ones, a dry run over past calls, and the lines that always ring. */
export function ruleRoutes(house: House) {
  return new Hono()
    .get('/', context => context.json(house.rules()))
    .get('/templates', context => context.json(house.ruleTemplates()))
    .get('/built-in', context => context.json(house.builtInLines()))
    .post('/', checked('json', NewRule), context =>
      context.json(house.addRule(context.req.valid('json')), 201),
    )
    .post('/templates/:key', context => {
      const edited = house.addTemplate(context.req.param('key'));
      return edited ? context.json(edited, 201) : problem(context, 'not-found');
    })
    .post('/try', checked('json', Trial), context => {
      const { draft, replaces } = context.req.valid('json');
      return context.json(house.tryRule(draft, replaces));
    })
    .put('/:id', checked('param', RuleId), checked('json', RuleDraft), context => {
      const edited = house.changeRule(context.req.valid('param').id, context.req.valid('json'));
      return edited ? context.json(edited) : problem(context, 'not-found');
    })
    .delete('/:id', checked('param', RuleId), context => {
      const edited = house.removeRule(context.req.valid('param').id);
      return edited ? context.json(edited) : problem(context, 'not-found');
    });
}
