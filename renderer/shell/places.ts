import type { LucideIcon } from 'lucide-react';
import { BookUser, ChartColumn, History, ListChecks, Plug, Settings2, ShieldBan } from 'lucide-react';
import type { MessageKey } from '../../shared/messages/index.ts';

interface Place {
  path: string;
  name: MessageKey;
  /** For the bottom bar of a small screen. */
  short: MessageKey;
  icon: LucideIcon;
  /** On a small screen, the place from whose top this one is reached: its bar has room for six. */
  under?: string;
}

export const historyPlace: Place = {
  path: '/',
  name: 'place.history',
  short: 'place.history.short',
  icon: History,
};

/** Where one can go, in the order of what people do. */
export const places: readonly Place[] = [
  historyPlace,
  { path: '/rules', name: 'place.rules', short: 'place.rules.short', icon: ShieldBan },
  { path: '/insight', name: 'place.insight', short: 'place.insight', icon: ChartColumn },
  { path: '/contacts', name: 'place.contacts', short: 'place.contacts.short', icon: BookUser },
  {
    path: '/lists',
    name: 'place.lists',
    short: 'place.lists.short',
    icon: ListChecks,
    under: '/contacts',
  },
  { path: '/line', name: 'place.line', short: 'place.line', icon: Plug },
  { path: '/settings', name: 'place.settings', short: 'place.settings', icon: Settings2 },
];
