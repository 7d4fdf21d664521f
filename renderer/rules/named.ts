import { useQuery } from '@tanstack/react-query';
import type { RuleWho } from '../../shared/rule.ts';
import { listsQuery } from '../lists/lists-data.ts';

/** Who a rule speaks of, with a number list by its name. */
export function useNamed(who: RuleWho): { kind: RuleWho['kind']; value: string } {
  const { data: lists } = useQuery({ ...listsQuery, enabled: who.kind === 'list' });
  if (who.kind !== 'list') return who;
  return { kind: 'list', value: lists?.find(list => String(list.id) === who.value)?.name ?? who.value };
}
