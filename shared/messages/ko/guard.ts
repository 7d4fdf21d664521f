/** Words of the guard: verdicts, reasons, warnings about rules, ready-made rules, labels. */

const classes =
  'representative {대표번호} representative_unknown_prefix {모르는 대표번호} representative_free {14XXXX 대표번호} landline {일반전화} landline_local {지역번호 없는 일반전화} mobile {휴대전화} mobile_unassigned {쓰이지 않는 010 번호} mobile_legacy {옛 휴대전화(01X)} satellite {위성전화} m2m {사물통신} special_subscriber {013 번호} pc_network {014 번호} pager {무선호출} ums {030 번호} personal050 {안심번호(050)} premium {060 유료전화} voip {인터넷전화(070)} toll_free {080 번호} special {특수번호} special_unknown {모르는 특수번호} special_with_area {지역 특수번호} carrier_desk {통신사 고객센터} international {국제전화} international_kr {해외를 거친 한국 번호} toll_free_intl {국제 수신자부담} withheld {발신번호 표시제한} unavailable {발신번호 없음} invalid {비정상 번호} other {이 번호대}';
const categories =
  'loan {대출 권유} invest {주식·투자·리딩방} insurance {보험 가입 권유} telecom {통신 가입} card {카드 홍보} telemarketing {텔레마케팅} realestate {부동산·분양} gambling {불법게임·도박} adult {성인·유흥업소} phishing {보이스피싱 의심} callback {전화유도} survey {여론조사·설문} political {선거·정당 홍보} charity {기부·종교} delivery {택배·배달} bank_card_ins {은행·카드·보험사} telco_cs {통신사 고객센터} public {공공기관} medical {병원·약국} school {학교·학원} family {가족·지인} silent {무응답·끊음} fax {팩스} other {기타}';
const hidden =
  'private {발신번호 표시제한} unavailable {발신번호 없음} payphone {공중전화} other {숨긴 번호}';

/** What a rule speaks of, from its kind and value. */
const who = `{kind, select, number {{value}} prefix {{value}…} wildcard {{value}} regex {식 {value}} class {{value, select, ${classes}}} country {국가 {value}} region {{value}} withheld {{value, select, ${hidden}}} name {이름 {value}} label {{value, select, ${categories}}} group {연락처 {value}} list {번호 목록} any {모든 전화} other {{value}}}`;
const often = '{often, select, 0 {} other { ({withinMinutes}분 안에 {often}번째)}}';
const noted = '{hasNote, select, true { 메모: {note}} other {}}';
const does = '{action, select, allow {전화벨이 울려요} flag {주의로 표시돼요} other {차단돼요}}';

export const guard = {
  'by.public-line': '공공·긴급 번호',
  'by.allow-rule': '허용 규칙',
  'by.contact': '연락처',
  'by.block-rule': '차단 규칙',
  'by.flag-rule': '주의 규칙',
  'by.mode': '지킴 방식',
  'by.list': '번호 목록',
  'by.learned': '배운 판단',
  'by.class-default': '번호 종류',
  'by.pause': '일시 멈춤',
  'by.doubtful': '불확실한 번호',

  'reason.public-line': '{nameKo}',
  'reason.public-line.long':
    '{nameKo}, {digits} 번호라서 어떤 규칙으로도 차단하지 않아요. 번호가 맞아도 건 사람이 그곳이라는 증거는 아니에요.',
  'reason.rule.allow': `허용 규칙: ${who}`,
  'reason.rule.allow.long': `내 허용 규칙: ${who}${often}.${noted}`,
  'reason.rule.flag': `주의 규칙: ${who}`,
  'reason.rule.flag.long': `내 주의 규칙: ${who}${often}.${noted}`,
  'reason.rule.block': `차단 규칙: ${who}`,
  'reason.rule.block.long': `내 차단 규칙: ${who}${often}.${noted}`,
  'reason.contact': '연락처: {name}',
  'reason.contact.long': '연락처에 있는 번호예요: {name}',
  'reason.mode.contacts': '연락처만 받기',
  'reason.mode.contacts.long': '지금은 연락처와 허용한 번호만 울리게 해 두었어요.',
  'reason.mode.night': '밤에는 연락처만',
  'reason.mode.night.long': '{from}부터 {to}까지는 연락처와 허용한 번호만 울리게 해 두었어요.',
  'reason.line.looks-on': '끊을 수 없는 장치',
  'reason.line.looks-on.long': '번호만 보여 주는 장치라 끊지 못하고 표시만 했어요.',
  'reason.mode.watch': '지켜보기만',
  'reason.mode.watch.long': '지켜보기만 하도록 해 두어서 끊지 않고 표시만 했어요.',
  'reason.paused': '잠시 멈춤',
  'reason.paused.long':
    '차단을 멈춰 둔 동안 온 전화라서 울리게 했어요. {until, time, short}에 다시 시작해요.',
  'reason.doubtful': '번호가 불확실함',
  'reason.doubtful.long':
    '번호가 전화선에서 깨져서 들어왔어요. 다른 사람의 번호일 수 있어서 차단하지 않아요.',
  'reason.list.allow': '허용 목록: {name}',
  'reason.list.allow.long': '허용 목록에 있는 번호예요: {name}',
  'reason.list.flag': '주의 목록: {name}',
  'reason.list.flag.long': `주의 목록에 있는 번호예요: {name}{category, select, none {} other { ({category, select, ${categories}})}}`,
  'reason.list.block': '차단 목록: {name}',
  'reason.list.block.long': `차단 목록에 있는 번호예요: {name}{category, select, none {} other { ({category, select, ${categories}})}}`,
  'reason.class.allow': `{class, select, ${classes}}`,
  'reason.class.allow.long': `막을 까닭을 찾지 못했어요. 번호 종류: {class, select, ${classes}}`,
  'reason.class.flag': `주의할 번호 종류: {class, select, ${classes}}`,
  'reason.class.flag.long': `이 종류의 모르는 번호는 주의로 표시하도록 설정했어요: {class, select, ${classes}}`,
  'reason.class.block': `차단할 번호 종류: {class, select, ${classes}}`,
  'reason.class.block.long': `이 종류의 모르는 번호는 차단하도록 설정했어요: {class, select, ${classes}}`,
  'reason.label': `내 표시: {label, select, ${categories}}`,
  'reason.label.long': `이 번호에 직접 붙인 표시가 있어요: {label, select, ${categories}}`,
  'reason.korean-from-abroad': '해외를 거친 한국 번호',
  'reason.korean-from-abroad.long':
    '한국 번호가 국제전화로 들어왔어요. 다시 걸게 하려는 미끼일 수 있으니 바로 다시 걸지 마세요.',

  'reason.learned.block': '원치 않는 전화 {percent}%',
  'reason.learned.block.long':
    '이 전화선의 기록을 보면 원치 않는 전화일 가능성이 {percent}%예요. 배운 판단이 차단했어요.',
  'reason.learned.flag': '원치 않는 전화 {percent}%',
  'reason.learned.flag.long':
    '이 전화선의 기록을 보면 원치 않는 전화일 가능성이 {percent}%예요. 차단할 만큼 확실하지 않아 주의로 표시했어요.',
  'reason.learned.allow': '익숙한 전화',
  'reason.learned.allow.long': '받아 온 전화라서 울리게 했어요. 원치 않는 전화일 가능성은 {percent}%예요.',
  'reason.learned.unsure': '원치 않는 전화 {percent}%',
  'reason.learned.unsure.long': '배운 판단으로는 원치 않는 전화일 가능성이 {percent}%라서 막지 않았어요.',
  'reason.learned.watching': '원치 않는 전화 {percent}% (지켜보는 중)',
  'reason.learned.watching.long':
    '배우는 중이라 판단에 쓰지 않았어요. 지금까지 배운 것으로는 원치 않는 전화일 가능성이 {percent}%예요.',
  'reason.learned.caller-bad': '전에 원치 않던 번호',
  'reason.learned.caller-bad.long': '이 번호의 전화를 전에 {count}번 원치 않는 전화로 표시하거나 차단했어요.',
  'reason.learned.caller-good': '전에 반가웠던 번호',
  'reason.learned.caller-good.long': '이 번호의 전화를 전에 {count}번 원하는 전화로 표시하거나 허용했어요.',
  'reason.learned.caller-known': '받은 적 있는 번호',
  'reason.learned.caller-known.long':
    '이 번호의 전화를 전에 {count}번 받았고, 원치 않는 전화로 표시한 적이 없어요.',
  'reason.learned.caller-quiet': '전에도 온 번호',
  'reason.learned.caller-quiet.long':
    '이 번호의 전화가 {days}일 동안 {count}번 왔고, 원치 않는 전화로 표시한 적이 없어요.',
  'reason.learned.caller-unanswered': '받지 않던 번호',
  'reason.learned.caller-unanswered.long': '이 번호의 전화가 전에 {count}번 왔지만 받지 않았어요.',
  'reason.learned.near-bad': '비슷한 번호 {count}건',
  'reason.learned.near-bad.long': '끝자리만 다른 번호에서 온 전화 {count}건이 원치 않는 전화였어요.',
  'reason.learned.near-good': '비슷한 번호가 반가웠음',
  'reason.learned.near-good.long': '끝자리만 다른 번호에서 온 전화 {count}건이 원하는 전화였어요.',
  'reason.learned.near-many': '비슷한 번호 여럿',
  'reason.learned.near-many.long':
    '끝자리만 다른 번호 {count}개가 잇달아 걸어 왔어요. 한 곳에서 번호를 바꿔 가며 거는 모습이에요.',
  'reason.learned.range-bad': '{range}… 번호대',
  'reason.learned.range-good': '{range}… 번호대는 괜찮았음',
  'reason.learned.range-bad.long':
    '{range}… 로 시작하는 번호 {calls}곳 가운데 {bad}곳쯤이 원치 않는 전화였어요.',
  'reason.learned.range-good.long':
    '{range}… 로 시작하는 번호 {calls}곳 가운데 {bad}곳쯤만 원치 않는 전화였어요.',
  'reason.learned.area-bad': '{range}… 에서 원치 않는 전화가 많음',
  'reason.learned.area-good': '{range}… 에서 원하는 전화가 많음',
  'reason.learned.area-bad.long':
    '모르는 번호 가운데 {range}… 로 시작하는 번호는 {percent}%쯤이 원치 않는 전화예요.',
  'reason.learned.area-good.long':
    '모르는 번호 가운데 {range}… 로 시작하는 번호는 {percent}%쯤만 원치 않는 전화예요.',
  'reason.learned.contact': '연락처에 있음',
  'reason.learned.contact.long': '연락처에 있는 번호라서 원하는 전화로 봤어요.',
  'reason.learned.class-bad': `원치 않는 전화가 많은 종류`,
  'reason.learned.class-bad.long': `이 전화선에 오는 모르는 번호 가운데 이 종류는 {percent}%쯤이 원치 않는 전화예요: {class, select, ${classes}}`,
  'reason.learned.class-good': `원하는 전화가 많은 종류`,
  'reason.learned.class-good.long': `이 전화선에 오는 모르는 번호 가운데 이 종류는 {percent}%쯤만 원치 않는 전화예요: {class, select, ${classes}}`,
  'reason.learned.hour-bad': '권유 전화가 많은 때',
  'reason.learned.hour-bad.long': '이 전화선에는 {hour}시쯤 원치 않는 전화가 많이 와요.',
  'reason.learned.hour-good': '권유 전화가 드문 때',
  'reason.learned.hour-good.long': '이 전화선에는 {hour}시쯤 원치 않는 전화가 드물어요.',
  'reason.learned.short-rings': '금세 끊던 번호',
  'reason.learned.short-rings.long':
    '이 번호는 전에 벨이 한두 번 울리면 끊었어요. 다시 걸게 하려는 전화일 수 있어요.',
  'reason.learned.list-bad': '목록에 있는 번호',
  'reason.learned.list-bad.long': '원치 않는 번호 목록에 있어요.',
  'reason.learned.list-good': '허용 목록에 있는 번호',
  'reason.learned.list-good.long': '허용 목록에 있어요.',

  'reason.would.rule-off': '규칙을 끄면',
  'reason.would.rule-off.long': `이 규칙을 끄면 ${does}: ${who}`,
  'reason.would.allow': '이 번호를 허용하면',
  'reason.would.allow.long': `이 번호를 허용하면 ${does}.`,
  'reason.would.block': '이 번호를 차단하면',
  'reason.would.block.long': `이 번호를 차단하면 ${does}.`,
  'reason.would.contact': '연락처에 넣으면',
  'reason.would.contact.long': `연락처에 넣으면 ${does}.`,
  'reason.would.contact-gone': '연락처에서 빼면',
  'reason.would.contact-gone.long': `연락처에서 빼면 ${does}.`,
  'reason.would.lists-off': '번호 목록을 끄면',
  'reason.would.lists-off.long': `이 번호가 든 목록을 끄면 ${does}.`,
  'reason.would.mode-normal': '지킴 방식을 보통으로 하면',
  'reason.would.mode-normal.long': `지킴 방식을 보통으로 바꾸면 ${does}.`,
  'reason.would.pause-over': '멈춤이 끝나면',
  'reason.would.pause-over.long': `잠시 멈춤이 끝나면 ${does}.`,
  'reason.would.certain': '번호가 온전하면',
  'reason.would.certain.long': `번호가 온전하게 들어오면 ${does}.`,
  'reason.would.learning-on': '배운 판단을 켜면',
  'reason.would.learning-on.long': `배운 판단을 켜면 ${does}.`,
  'reason.would.learning-off': '배운 판단을 끄면',
  'reason.would.learning-off.long': `배운 판단을 끄면 ${does}.`,
  'reason.would.class-default': '번호 종류의 기본값을 바꾸면',
  'reason.would.class-default.long': `이 번호 종류의 기본값을 울림으로 바꾸면 ${does}.`,

  'ruleWarning.no-digits': '번호가 없어서 이 규칙에 맞는 전화는 있을 수 없어요. 숫자를 적어 주세요.',
  'ruleWarning.broken-expression': '식에 잘못된 곳이 있어서 이 규칙은 아무 일도 하지 않아요: {value}',
  'ruleWarning.expression-not-digits':
    '전화번호는 숫자로만 맞춰 봐요. 이 식에는 숫자가 아닌 것이 있어서 맞는 전화가 있을 수 없어요: {value}. 하이픈과 빈칸을 빼 주세요.',
  'ruleWarning.no-such-country': '이런 국가 부호는 없어요: {value}. CN, US 같은 두 글자로 골라 주세요.',
  'ruleWarning.no-such-region': '이런 지역은 없어요: {value}. 서울, 경기 같은 이름으로 골라 주세요.',
  'ruleWarning.no-such-label': '이런 표시는 없어요: {value}. 다른 표시를 골라 주세요.',
  'ruleWarning.no-such-list': '이 번호 목록은 이제 없어요. 다른 목록을 골라 주세요.',
  'ruleWarning.no-such-number':
    '이런 번호로는 전화가 오지 않아요: {value}. 앞자리만 적었다면 "이 번호로 시작" 규칙으로 바꿔 주세요.',
  'ruleWarning.contacts-first': '연락처의 전화는 언제나 울려요. 이 규칙은 연락처를 막지 못해요.',
  'ruleWarning.is-contact': '연락처에 있는 번호라서 계속 울려요: {name}. 막으려면 연락처에서 빼 주세요.',
  'ruleWarning.expired': '이미 끝난 규칙이에요. 기한을 늘려 주세요.',
  'ruleWarning.duplicate': `같은 규칙이 이미 있어요: ${who}`,
  'ruleWarning.redundant': `다른 규칙이 이미 같은 일을 해요: ${who}`,
  'ruleWarning.shadowed': `다른 규칙이 먼저 정해서 이 규칙은 쓰일 일이 없어요: ${who}`,
  'ruleWarning.contradicts': `반대로 정한 규칙이 있어요: ${who}. 허용이 차단보다, 차단이 주의보다 먼저예요.`,
  'ruleWarning.silences': `이 규칙을 더하면 다른 규칙은 쓰일 일이 없어져요: ${who}`,
  'ruleWarning.public-line':
    '공공·긴급 번호 {count}개가 이 규칙에 들어가요({nameKo} 등). 그 번호는 막지 않고 계속 울려요.',
  'ruleWarning.public-line-only': '{nameKo} 번호는 차단할 수 없어요. 전화벨이 그대로 울려요.',
  'ruleWarning.public-lines-only':
    '모두 긴급전화와 공공기관 번호라서 차단할 수 없어요. 전화벨이 그대로 울려요.',
  'ruleWarning.too-broad': '거의 모든 전화가 이 규칙에 들어가요. 병원, 학교, 택배 전화도 막힐 수 있어요.',
  'ruleWarning.number-reused':
    '050 번호는 여러 사람이 돌려 써요. 30일쯤 뒤에 끝나는 규칙으로 하는 편이 좋아요.',

  'template.representative.title': '대표번호 모두 차단',
  'template.representative.about':
    '1588, 1644, 1899 같은 대표번호를 차단해요. 은행과 병원도 쓰는 번호라서, 필요한 곳은 허용 규칙이나 연락처에 넣어 주세요. 1566-1188 같은 공공 번호는 막지 않아요.',
  'template.overseas.title': '국제전화 차단',
  'template.overseas.about':
    '001, 002, 009 등으로 들어오는 국제전화를 차단해요. 해외에 가족이 있다면 먼저 연락처에 넣어 주세요.',
  'template.overseas-bait.title': '해외를 거친 한국 번호 차단',
  'template.overseas-bait.about':
    '006 82 10처럼 한국 번호가 국제전화로 들어오는 것을 차단해요. 한 번 울리고 끊어 다시 걸게 하는 수법에 쓰여요.',
  'template.premium.title': '060 유료전화 차단',
  'template.premium.about': '다시 걸면 요금이 많이 나오는 060 번호를 차단해요.',
  'template.voip-night.title': '밤에는 070 차단',
  'template.voip-night.about': '밤 9시부터 아침 8시까지 인터넷전화(070)를 차단해요. 낮에는 울려요.',
  'template.ads-night.title': '밤 광고 전화 차단',
  'template.ads-night.about':
    '밤 9시부터 아침 8시까지 대표번호, 070, 080을 차단해요. 이 시간의 광고 전화는 따로 동의를 받아야 해요(정보통신망법 제50조 제3항, 2026-11-25 기준).',
  'template.withheld.title': '번호를 숨긴 전화 차단',
  'template.withheld.about':
    '발신번호 표시제한 전화를 언제나 차단해요. 병원이나 상담소가 번호를 숨기고 거는 때도 있어요.',
  'template.withheld-night.title': '밤에는 번호를 숨긴 전화 차단',
  'template.withheld-night.about': '밤 10시부터 아침 7시까지 발신번호 표시제한 전화를 차단해요.',
  'template.invalid.title': '있을 수 없는 번호 차단',
  'template.invalid.about':
    '쓰이지 않는 번호대나 자릿수가 맞지 않는 번호를 차단해요. 거짓으로 꾸민 번호가 많아요.',
  'template.toll-free.title': '080 번호 차단',
  'template.toll-free.about': '080은 받는 번호예요. 이 번호로 걸려 오는 전화는 광고가 많아요.',
  'template.third-call.title': '한 시간에 세 번째면 차단',
  'template.third-call.about': '같은 대표번호나 070 번호가 한 시간 안에 세 번째로 걸면 차단해요.',
  'template.second-rings.title': '5분 안에 다시 걸면 울림',
  'template.second-rings.about':
    '같은 번호가 5분 안에 다시 걸면 급한 일로 보고 울려요. 다른 차단 규칙보다 먼저예요.',
  'template.holidays.title': '쉬는 날 광고 전화 차단',
  'template.holidays.about': '토요일, 일요일, 공휴일에 오는 대표번호와 070을 차단해요.',
  'template.unavailable.title': '번호 없는 전화 주의',
  'template.unavailable.about':
    '번호가 오지 않은 전화를 주의로 표시해요. 해외나 오래된 교환기에서 온 전화일 수 있어요.',

  'guess.marketing': '권유 전화로 보여요.',
  'guess.leaked':
    '번호가 다른 곳에 넘어갔을 수 있어요. 어디서 번호를 알았는지 물어볼 권리가 있어요(개인정보 보호법 제20조, 2026-11-25 기준).',
  'guess.customer': '전에도 받으신 곳의 전화로 보여요. 거래가 있거나 아는 곳일 수 있어요.',

  'label.loan': '대출 권유',
  'label.invest': '주식·투자·리딩방',
  'label.insurance': '보험 가입 권유',
  'label.telecom': '통신 가입(인터넷·TV·휴대폰)',
  'label.card': '카드 홍보',
  'label.telemarketing': '텔레마케팅(기타)',
  'label.realestate': '부동산·분양',
  'label.gambling': '불법게임·도박·로또',
  'label.adult': '성인·유흥업소',
  'label.phishing': '보이스피싱 의심',
  'label.callback': '전화유도(원링)',
  'label.survey': '여론조사·설문',
  'label.political': '선거·정당 홍보',
  'label.charity': '기부·종교',
  'label.delivery': '택배·배달',
  'label.bank_card_ins': '은행·카드·보험사(기존 거래)',
  'label.telco_cs': '통신사 고객센터',
  'label.public': '공공기관',
  'label.medical': '병원·약국',
  'label.school': '학교·학원',
  'label.family': '가족·지인',
  'label.silent': '무응답·끊음',
  'label.fax': '팩스',
  'label.unknown': '모르는 번호',
} as const;
