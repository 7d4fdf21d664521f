/** Words of what is learned from the owner's calls, on the settings page. */
export const pageLearning = {
  'learning.title': '전화를 보며 배우기',
  'learning.about':
    '어떤 전화를 받고, 차단하고, 무엇이라고 표시했는지 보며 배워요. 이 컴퓨터 안에서만 배워요.',
  'learning.priors':
    '처음에는 공개된 스팸 신고 통계에서 시작해요. 전화가 쌓이고 표시를 남길수록 이 집 전화에 맞춰져요.',
  'learning.record.none': '아직 지켜본 전화가 없어요.',
  'learning.record.nothing': '전화 {calls, number}통을 지켜봤고, 그 가운데 막았을 전화는 없어요.',
  'learning.record.allRefused':
    '전화 {calls, number}통 가운데 {all, number}통을 막았을 거예요. 모두 차단했거나 원치 않는다고 표시하신 번호예요.',
  'learning.record.mixed':
    '전화 {calls, number}통 가운데 {all, number}통을 막았을 거예요. 원치 않는 번호 {refused, number}통, 원하는 번호 {wanted, number}통, 아무 표시도 없는 번호 {unsaid, number}통이에요.',
  'learning.record.flags': '주의 표시는 {all, number}통에 했을 거예요.',
  'learning.record.since': '{day}부터 지켜봤어요. ‘신중하게’를 기준으로 셌어요.',
  'learning.on': '배운 대로 차단하고 주의 표시하기',
  'learning.on.about': '규칙도 연락처도 정하지 않은 전화에만 쓰여요. 공공·긴급 번호는 절대 막지 않아요.',
  'learning.missing': '아직은 지켜보기만 해요. 켜려면 이것이 더 필요해요.',
  'learning.doubt': '켜져 있지만, 지금까지의 기록으로는 믿고 맡기기에 모자라요.',
  'learning.missing.calls': '전화 {count, number}통을 더 지켜봐야 해요.',
  'learning.missing.blocked': '막았을 전화가 {count, number}통 더 있어야 해요.',
  'learning.missing.wanted':
    '막았을 전화에 원하는 번호의 전화 {count, number}통이 섞여 있어요. 한 통도 없어야 해요.',
  'learning.caution': '얼마나 조심할까요?',
  'learning.caution.careful': '신중하게',
  'learning.caution.careful.about': '확실할 때만 막아요. 기다리던 전화를 놓칠 걱정이 가장 적어요.',
  'learning.caution.balanced': '보통',
  'learning.caution.balanced.about': '조금 덜 확실해도 막아요.',
  'learning.caution.eager': '적극적으로',
  'learning.caution.eager.about': '의심스러우면 막아요. 원하는 전화가 막힐 수도 있어요.',
} as const;
