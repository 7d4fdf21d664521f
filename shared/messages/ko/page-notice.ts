/** Words of the spoken refusal in the settings. */
export const pageNotice = {
  'notice.ko': '한국어로 거절하고 끊기',
  'notice.ko.about':
    '“이 번호는 광고와 판매 전화를 받지 않습니다. 다시 걸지 마시고, 이 번호를 명단에서 지워 주시기 바랍니다. 고맙습니다.” 하고 말한 다음 끊어요.',
  'notice.en': '영어로 거절하고 끊기',
  'notice.en.about':
    '“This number does not take sales or advertising calls. Please do not call again, and take this number off your list. Thank you.” 하고 영어로 말한 다음 끊어요.',
  'notice.own': '내 녹음을 들려주고 끊기',
  'notice.own.about': '직접 녹음한 WAV 파일을 써요. 전화에서 들리는 소리로 바꿔서 보관해요.',
  'notice.hear': '{name}: 들어 보기',
  'notice.seconds': '{seconds}초',
  'notice.bring': '녹음 파일 고르기',
  'notice.replace': '다른 파일로 바꾸기',
  'notice.remove': '지우기',
  'notice.remove.sure': '녹음을 지울게요',
  'notice.keep': '그만두기',
  'notice.missing': '내 녹음 파일이 없어요. 파일을 고를 때까지 한국어 안내를 들려줘요.',
  'notice.unable.no-voice': '{name}: 소리를 낼 수 없는 모뎀이에요. 안내 없이 바로 끊어요.',
  'notice.unable.looks-on': '{name}: 번호만 보여 주는 장치예요. 전화를 끊지 못하고 안내도 들려줄 수 없어요.',
  'notice.unable.no-sound':
    '{name}: 녹음 파일을 읽지 못했어요. 안내 없이 바로 끊어요. 파일을 다시 골라 주세요.',
  'line.speaks': '거절 안내',
  'line.speaks.ready': '들려줄 수 있어요',
  'line.speaks.no-voice': '이 모뎀은 소리를 못 내요. 그냥 끊어요',
  'line.speaks.no-sound': '녹음을 읽지 못했어요. 그냥 끊어요',
  'notice.refused.kind': '{kind} 파일은 쓸 수 없어요.',
  'notice.refused.not-wav': '소리 파일이 아니에요. WAV 파일을 골라 주세요.',
  'notice.refused.unknown-format': '이 WAV 파일은 읽을 수 없는 방식으로 압축되어 있어요.',
  'notice.refused.how':
    '녹음 앱에서 WAV로 저장하거나, 무료 프로그램 Audacity로 열어서 ‘내보내기 → WAV(PCM 16비트)’로 저장한 뒤 다시 골라 주세요.',
  'notice.refused.empty': '파일에 소리가 들어 있지 않아요.',
  'notice.refused.silent': '아무 소리도 들리지 않아요. 마이크를 켜고 다시 녹음해 주세요.',
  'notice.refused.too-short': '너무 짧아요. 0.5초보다 길게 녹음해 주세요.',
  'notice.refused.too-long': '1분보다 길어요. 짧게 줄여 주세요. 10초쯤이 알맞아요.',
  'notice.refused.too-large': '파일이 48MB보다 커요. 10초쯤으로 줄여 주세요.',
  'notice.refused.kept': '전에 쓰던 녹음은 그대로 있어요.',
} as const;
