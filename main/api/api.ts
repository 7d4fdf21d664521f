import { Hono } from 'hono';
import { z } from 'zod';
import type { Status } from '../../shared/status.ts';
import { SettingsChange } from '../../shared/settings.ts';
import { callerRoutes } from './callers.ts';
import { callRoutes } from './calls.ts';
import { contactRoutes } from './contacts.ts';
import { doctorRoutes } from './doctor.ts';
import { exportRoutes } from './exports.ts';
import type { House } from './house.ts';
import { importRoutes } from './imports.ts';
import { listRoutes } from './lists.ts';
import type { LiveLog } from './live.ts';
import { liveRoutes } from './live.ts';
import type { LookAround } from './look-around.ts';
import { checked, problem } from './problem.ts';
import { noticeRoutes } from './notice.ts';
import { ruleRoutes } from './rules.ts';

const Pause = z.object({
  minutes: z
    .number()
    .int()
    .min(1)
    .max(24 * 60)
    .nullable(),
});
const Limit = z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) });
const LookAroundChange = z.object({ on: z.boolean() });
const ChangeId = z.object({ id: z.coerce.number().int() });

/** Everything the page can ask of the house, under /api. Pure web standard: Request → Response. */
export function apiRoutes(house: House, live: LiveLog, lookAround: LookAround | null = null) {
  const status = (): Status => ({
    ...house.status(),
    lookAround: lookAround === null ? 'none' : lookAround.house() === null ? 'off' : 'on',
  });
  return new Hono()
    .get('/status', context => context.json(status()))
    .post('/look-around', checked('json', LookAroundChange), async context => {
      if (lookAround === null) return problem(context, 'not-found');
      const { on } = context.req.valid('json');
      await lookAround.set(on);
      return context.json({ on });
    })
    .route('/calls', callRoutes(house))
    .route('/callers', callerRoutes(house))
    .route('/rules', ruleRoutes(house))
    .route('/contacts', contactRoutes(house))
    .route('/lists', listRoutes(house.lists))
    .route('/imports', importRoutes(house.imports))
    .get('/changes', checked('query', Limit), context =>
      context.json(house.changes(context.req.valid('query').limit)),
    )
    .post('/changes/:id/undo', checked('param', ChangeId), context =>
      house.undo(context.req.valid('param').id)
        ? context.json({ undone: true })
        : problem(context, 'not-found'),
    )
    .get('/learning', context => context.json(house.learningRecord()))
    .route('/', exportRoutes(house))
    .get('/settings', context => context.json(house.settings()))
    .put('/settings', checked('json', SettingsChange), context =>
      context.json(house.changeSettings(context.req.valid('json'))),
    )
    .post('/pause', checked('json', Pause), context => {
      house.pause(context.req.valid('json').minutes);
      return context.json(status());
    })
    .get('/ports', async context => context.json(await house.ports()))
    .route('/doctor', doctorRoutes(house.doctor))
    .route('/notice', noticeRoutes(house.notice))
    .route('/live', liveRoutes(live));
}

/** The type of the api for the page's typed client (`hc<Api>('/api')`). */
export type Api = ReturnType<typeof apiRoutes>;
