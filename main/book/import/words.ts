import type { Action } from '../../../shared/call.ts';
import type { LabelKey } from '../../../shared/label.ts';
import { labels } from '../../../shared/label.ts';

/** What lists in Korean and English call what is to be done with a number. */
const actions: readonly { action: Action; word: RegExp }[] = [
  { action: 'block', word: /^(block|black|deny|reject|refuse|spam|차단|거부|수신 ?(거부|차단)|스팸)/i },
  { action: 'allow', word: /^(allow|white|permit|pass|safe|허용|수신|안심)/i },
  { action: 'flag', word: /^(flag|warn|grey|gray|주의|의심)/i },
];

/** And what they call what its calls are about; the first that fits counts. */
const categories: readonly { category: LabelKey; words: RegExp }[] = [
  { category: 'phishing', words: /피싱|스미싱|사기|사칭|phish|scam|fraud/i },
  { category: 'loan', words: /대출|\bloans?\b|\bdebt\b/i },
  { category: 'insurance', words: /보험|insurance/i },
  { category: 'invest', words: /주식|투자|코인|리딩|펀드|invest|stock/i },
  { category: 'gambling', words: /도박|게임|로또|카지노|gambl|lotto|casino/i },
  { category: 'adult', words: /성인|유흥|\badult\b/i },
  { category: 'realestate', words: /분양|부동산|real ?estate/i },
  { category: 'survey', words: /여론|설문|조사|survey|\bpoll/i },
  { category: 'political', words: /선거|정당|politic/i },
  { category: 'charity', words: /기부|종교|후원|charity|donation/i },
  { category: 'telecom', words: /통신|휴대폰|인터넷|telecom/i },
  { category: 'card', words: /카드|credit card/i },
  { category: 'callback', words: /원링|전화유도|one.?ring|wangiri/i },
  { category: 'delivery', words: /택배|배달|deliver|parcel/i },
  { category: 'fax', words: /^팩스|^fax/i },
  { category: 'silent', words: /무응답|무음|silent/i },
  { category: 'telemarketing', words: /텔레마케팅|광고|홍보|판촉|telemarket|advert|marketing|sales/i },
];

export function actionOf(text: string): Action | null {
  if (text === '') return null;
  return actions.find(entry => entry.word.test(text.trim()))?.action ?? null;
}

/** Looked up, not parsed: a million cells are asked about, and most are empty. */
const keys: ReadonlyMap<string, LabelKey> = new Map(labels.map(({ key }) => [key, key]));

export function categoryOf(text: string): LabelKey | null {
  if (text === '') return null;
  const known = keys.get(text.trim());
  return known ?? categories.find(entry => entry.words.test(text))?.category ?? null;
}

/** Is it a category's own key, so that nothing is lost by keeping the category alone? */
export function isCategoryKey(text: string): boolean {
  return keys.has(text.trim());
}
