/** Words for the classes of number and for what was repaired in one. */
export const number = {
  'number.class.landline': '일반전화',
  'number.class.landline.about':
    '지역번호가 있는 집이나 가게, 사무실의 유선전화예요. 광고 전화도 이 번호로 가장 많이 오지만 병원이나 학교, 이웃도 쓰니 번호만 보고 판단하지 마세요.',
  'number.class.landline_local': '일반전화(지역번호 없음)',
  'number.class.landline_local.about': '지역번호 없이 표시된 유선전화예요. 보통은 같은 지역에서 건 전화예요.',
  'number.class.mobile': '휴대전화',
  'number.class.mobile.about':
    '개인이 쓰는 휴대전화예요. 번호이동이 자유로워서 번호만으로는 통신사를 알 수 없어요.',
  'number.class.mobile_unassigned': '없는 휴대전화 번호',
  'number.class.mobile_unassigned.about':
    '휴대전화에 주지 않는 번호대예요. 실제 번호가 아닐 수 있으니 이 번호로 다시 걸지 마세요.',
  'number.class.mobile_legacy': '옛 휴대전화(01X)',
  'number.class.mobile_legacy.about':
    '011, 016, 017, 018, 019 번호는 2G 서비스와 함께 2021년까지 정리됐어요. 지금 이 번호로 걸려 왔다면 거짓 번호일 수 있으니 조심하세요.',
  'number.class.satellite': '위성전화',
  'number.class.satellite.about':
    '위성 휴대전화에 쓰는 번호예요. 배나 산간처럼 전화망이 닿지 않는 곳에서 쓰고, 흔하지 않아요.',
  'number.class.m2m': '사물인터넷(012)',
  'number.class.m2m.about':
    '차량이나 결제 단말기 같은 기기에 주는 번호예요. 사람이 거는 전화에는 거의 쓰지 않아요.',
  'number.class.special_subscriber': '특정 가입자(013)',
  'number.class.special_subscriber.about':
    '정해진 가입자에게만 주는 번호예요. 예전에 스팸에 많이 쓰인 적이 있으니 모르는 번호라면 조심하세요.',
  'number.class.pc_network': '데이터망 접속(014)',
  'number.class.pc_network.about':
    '컴퓨터 통신망에 접속할 때 쓰던 번호예요. 전화를 걸어 오는 번호가 아니라서 거짓 번호일 수 있어요.',
  'number.class.pager': '무선호출(015)',
  'number.class.pager.about': '무선호출기(삐삐) 번호예요. 지금은 드물게 쓰여요.',
  'number.class.ums': '통합메시징(030)',
  'number.class.ums.about': '음성과 팩스를 한 번호로 받는 서비스에 쓰는 번호예요.',
  'number.class.personal050': '안심번호(050)',
  'number.class.personal050.about':
    '배달이나 중고 거래에서 실제 번호 대신 보여 주는 번호예요. 시간이 지나면 다른 사람이 쓰게 되니 오래 차단해 두지 않는 것이 좋아요.',
  'number.class.premium': '유료 정보전화(060)',
  'number.class.premium.about':
    '이용료가 따로 드는 정보전화예요. 다시 걸면 요금이 나올 수 있으니 모르는 번호에는 다시 걸지 마세요.',
  'number.class.voip': '인터넷전화(070)',
  'number.class.voip.about':
    '인터넷으로 거는 전화예요. 여러 번호를 쉽게 만들 수 있어 광고 전화에 많이 쓰이지만, 가정이나 작은 회사도 흔히 써요.',
  'number.class.toll_free': '수신자부담(080)',
  'number.class.toll_free.about':
    '받는 쪽이 요금을 내는 번호로, 광고 수신거부 등에 써요. 원래 받기만 하는 번호라서 이 번호로 걸려 왔다면 눈여겨보세요.',
  'number.class.representative': '대표번호',
  'number.class.representative.about':
    '회사가 전화를 받으려고 쓰는 번호예요. 걸 때 이 번호가 보이면 통신사가 발신번호를 바꿔 보낸 것이고, 은행이나 택배, 공공기관도 써요.',
  'number.class.representative_unknown_prefix': '대표번호와 비슷한 번호',
  'number.class.representative_unknown_prefix.about':
    '대표번호처럼 생겼지만 쓰이는 것으로 확인되지 않은 번호대예요. 거짓 번호일 수 있어요.',
  'number.class.representative_free': '수신자부담 대표번호(14)',
  'number.class.representative_free.about':
    '회사가 요금을 내는 여섯 자리 대표번호예요. 원래는 고객이 거는 번호예요.',
  'number.class.special': '특수번호',
  'number.class.special.about':
    '긴급전화나 공공기관, 통신사가 쓰는 짧은 번호예요. 다만 표시된 번호만으로 그 기관이 걸었다고 믿지는 마세요.',
  'number.class.special_unknown': '알려지지 않은 특수번호',
  'number.class.special_unknown.about': '특수번호처럼 짧지만 어느 기관의 번호인지 확인되지 않았어요.',
  'number.class.special_with_area': '지역 특수번호',
  'number.class.special_with_area.about':
    '지역번호 뒤에 특수번호가 붙은 번호예요. 시청이나 도청의 120 민원 전화가 이렇게 보여요.',
  'number.class.carrier_desk': '통신사 고객센터',
  'number.class.carrier_desk.about':
    '이동통신사 고객센터 번호예요. 비밀번호나 인증번호를 묻는다면 끊고 직접 다시 걸어 확인하세요.',
  'number.class.international': '국제전화',
  'number.class.international.about':
    '외국에서 걸려 온 전화예요. 외국에 아는 사람이 없다면 받지 않아도 되고, 다시 걸면 요금이 많이 나올 수 있어요.',
  'number.class.international_kr': '국제전화로 온 국내 번호',
  'number.class.international_kr.about':
    '한국 번호인데 외국을 거쳐 들어왔어요. 보이스피싱이나 다시 걸게 하려는 전화에 쓰이는 방법이니 조심하세요.',
  'number.class.toll_free_intl': '국제 수신자부담',
  'number.class.toll_free_intl.about':
    '국내에서 외국 회사로 무료로 거는 번호예요. 받기만 하는 번호라서 걸려 왔다면 이상한 일이에요.',
  'number.class.withheld': '발신번호 표시제한',
  'number.class.withheld.about':
    '건 사람이 번호를 숨겼거나 공중전화에서 걸었어요. 번호를 숨기는 것은 법으로 허용되니 누구인지는 받아 봐야 알 수 있어요.',
  'number.class.unavailable': '발신번호 없음',
  'number.class.unavailable.about':
    '전화망이 번호를 보내지 않았어요. 외국이나 오래된 교환기를 거친 전화일 수 있고, 계속 이러면 발신번호표시 서비스에 가입되어 있는지 확인하세요.',
  'number.class.invalid': '비정상 번호',
  'number.class.invalid.about': '전화번호로 쓰이지 않는 모양이에요. 들어온 그대로 보여 드려요.',

  'number.withheld.private': '발신번호 표시제한',
  'number.withheld.unavailable': '발신번호 없음',
  'number.withheld.payphone': '공중전화',

  'number.note.full-width': '전각 숫자를 보통 숫자로 바꿨어요.',
  'number.note.country-code': '앞에 붙은 국가번호 82를 국내 번호로 바꿨어요.',
  'number.note.trunk-zero': '국가번호 뒤에 0이 남아 있었어요.',
  'number.note.leading-zero-restored': '빠진 맨 앞의 0을 되살렸어요.',
  'number.note.area-code-stripped': '대표번호 앞에 잘못 붙은 지역번호를 뺐어요.',
  'number.note.carrier-code-stripped': '앞에 붙은 시외전화 사업자 번호를 뺐어요.',
  'number.note.receiving-number': '전화를 받을 때 쓰는 번호예요. 발신번호를 바꿔 보낸 전화예요.',
  'number.note.unknown-prefix': '쓰이는 것으로 확인되지 않은 번호대예요.',
  'number.note.unassigned-block': '휴대전화에 주지 않은 번호대예요.',
  'number.note.unassigned-area': '아직 쓰지 않는 지역번호예요.',
  'number.note.legacy': '이제는 쓰지 않는 번호대예요.',
  'number.note.never-a-caller': '전화를 걸 수 없는 번호예요.',
  'number.note.korean-number-from-abroad': '한국 번호가 외국을 거쳐 들어왔어요.',
  'number.note.unknown-country-code': '어느 나라의 국가번호도 아니에요.',
  'number.note.all-zero': '0만 있어요. 전화망에 보여 줄 번호가 없을 때 이렇게 보내기도 해요.',
  'number.note.letters': '숫자가 아닌 글자가 섞여 있어요.',
  'number.note.too-long': '전화번호로는 너무 길어요.',
} as const;
