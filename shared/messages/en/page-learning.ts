import type { pageLearning as ko } from '../ko/page-learning.ts';

/** Words of what is learned from the owner's calls, on the settings page. */
export const pageLearning = {
  'learning.title': 'Learning from your calls',
  'learning.about': 'Learns from the calls you answer, block and label. On this computer only.',
  'learning.priors':
    'It starts from published statistics of reported spam. The more calls and labels there are, the more it follows your own.',
  'learning.record.none': 'It has watched no calls yet.',
  'learning.record.nothing':
    '{calls, plural, one {# call} other {# calls}} watched. It would have blocked none of them.',
  'learning.record.allRefused':
    'Of {calls, plural, one {# call} other {# calls}} it would have blocked {all, number}, all of which you refused.',
  'learning.record.mixed':
    'Of {calls, plural, one {# call} other {# calls}} it would have blocked {all, number}: {refused, number} that you refused, {wanted, number} that you wanted, {unsaid, number} of which you said nothing.',
  'learning.record.flags': 'It would have flagged {all, number}.',
  'learning.record.since': 'Watching since {day}. Counted as Careful would have done.',
  'learning.on': 'Block and flag by what was learned',
  'learning.on.about':
    'Only for calls that no rule and no contact speaks of. Public and emergency lines are never blocked.',
  'learning.missing': 'It only watches so far. Before it can be turned on:',
  'learning.doubt': 'It is on, but its record so far is not good enough to rely on:',
  'learning.missing.calls': '{count, plural, one {# more call} other {# more calls}} to watch.',
  'learning.missing.blocked':
    '{count, plural, one {# more call} other {# more calls}} that it would have blocked.',
  'learning.missing.wanted':
    'Among those it would have blocked {count, plural, one {is # call} other {are # calls}} that you wanted. There must be none.',
  'learning.caution': 'How careful should it be?',
  'learning.caution.careful': 'Careful',
  'learning.caution.careful.about': 'Blocks only when sure. Least likely to cost you a call you wait for.',
  'learning.caution.balanced': 'Balanced',
  'learning.caution.balanced.about': 'Blocks when somewhat less sure.',
  'learning.caution.eager': 'Eager',
  'learning.caution.eager.about': 'Blocks on suspicion. A call you want may be blocked.',
} as const satisfies Record<keyof typeof ko, string>;
