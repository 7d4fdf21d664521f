/** Words of the modem doctor on the line page. */
export const pageDoctor = {
  'doctor.title': '모뎀 진단',
  'doctor.about': '모뎀이 제대로 일하는지 하나씩 살펴봐요. 지금 하는 일을 방해하지 않아요.',
  'doctor.run.modem': '모뎀 살펴보기',
  'doctor.run.call': '시험 전화까지',
  'doctor.run.hang-up': '끊기까지 시험',
  'doctor.waiting': '살펴보고 있어요.',
  'doctor.waiting.call': '지금 휴대전화로 이 번호에 전화를 걸어 주세요. 1분 동안 기다려요.',
  'doctor.failed': '살펴보지 못했어요. 잠시 뒤에 다시 해 주세요.',
  'doctor.ok': '좋음',
  'doctor.bad': '문제',
  'doctor.none': '건너뜀',
  'doctor.wire': '모뎀과 주고받은 말 보기',
  'doctor.transcript': '기록 파일 받기 (번호 가림)',
} as const;
