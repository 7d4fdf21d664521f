import type { LucideIcon } from 'lucide-react';
import { BookUser, ChartColumn, History, Plug, Settings2, ShieldBan } from 'lucide-react';
import type { MessageKey } from '../../shared/messages/index.ts';

interface Place {
  path: string;
  name: MessageKey;
  /** For the bottom bar of a small screen. */
  short: MessageKey;
  icon: LucideIcon;
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
  { path: '/line', name: 'place.line', short: 'place.line', icon: Plug },
  { path: '/settings', name: 'place.settings', short: 'place.settings', icon: Settings2 },
];
