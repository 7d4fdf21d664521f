/** Words of the doors: the terminal, sign-in, and requests that could not be done. */
export const house = {
  'app.name': 'Ringfence',
  'problem.not-found': '찾을 수 없어요. 이미 지워졌을 수 있어요.',
  'problem.bad-request': '입력한 내용을 이해하지 못했어요. 다시 확인해 주세요.',
  'problem.rule-never-matches':
    '이 규칙에 맞는 전화는 있을 수 없어요. 번호나 고른 값, 끝나는 날을 다시 확인해 주세요.',
  'problem.learning-not-ready':
    '배우기의 기록이 아직 모자라서 켤 수 없어요. 설정의 ‘전화를 보며 배우기’에서 무엇이 더 필요한지 볼 수 있어요.',
  'problem.rule-public-line': '긴급전화와 공공기관 번호는 차단할 수 없어요. 전화벨이 그대로 울려요.',
  'problem.call-over': '이미 끝난 전화예요.',
  'problem.too-large': '파일이 너무 커요. 나누어서 가져와 주세요.',
  'problem.busy': '다른 파일을 가져오는 중이에요. 끝난 뒤에 다시 해 주세요.',
  'problem.list-subscribed': '다른 곳에서 받아 오는 목록이라 번호를 직접 바꿀 수 없어요.',
  'problem.not-a-number': '전화번호로 읽을 수 없어요. 번호를 다시 봐 주세요.',
  'problem.sign-in-needed': '비밀번호를 입력해 주세요.',
  'problem.wrong-password': '비밀번호가 맞지 않아요. 다시 입력해 주세요.',
  'problem.too-many-tries': '여러 번 틀렸어요. 1분 뒤에 다시 해 주세요.',
  'problem.foreign-origin': '다른 사이트에서 온 요청이라 받지 않았어요. 이 컴퓨터의 주소로 직접 열어 주세요.',
  'problem.not-saved': '저장하지 못했어요. 저장 공간을 확인하고 다시 해 주세요. 적은 내용은 그대로 있어요.',
  'problem.unexpected': '예상하지 못한 문제가 생겼어요. 전화는 계속 지키고 있어요. 잠시 뒤에 다시 해 주세요.',
  'console.open': 'Ringfence를 열었어요: {address}',
  'console.demo':
    '가상 전화선으로 보여 드리는 중이에요. 실제 기록과 섞이지 않아요. 끝내려면 Ctrl-C를 누르세요.',
  'console.watching': '{line} · {state}',
  'console.running': 'Ringfence가 이미 실행 중이에요: {address}',
  'console.running.no-page': 'Ringfence가 이미 실행 중이에요 (프로세스 {pid}).',
  'console.stopped': 'Ringfence를 끝냈어요. 기록은 {folder}에 있어요.',
  'console.port-busy': '{port}번 포트를 다른 프로그램이 쓰고 있어요. --port로 다른 번호를 정해 주세요.',
  'console.bad-port':
    '"{port}" 값은 포트 번호가 아니에요. --port 뒤에 0에서 65535 사이의 숫자를 적어 주세요. 0을 적으면 비어 있는 포트를 골라요.',
  'console.no-password':
    '다른 기기에서 열려면 비밀번호가 필요해요. RINGFENCE_PASSWORD로 정하거나 --host 없이 이 컴퓨터에서만 여세요.',
  'console.no-page': '화면 파일이 없어요. npm run build를 먼저 실행해 주세요.',
  'console.unknown-line':
    '알아볼 수 없는 전화선이에요: {line}. 장치 경로(/dev/ttyACM0, COM3), tcp://주소:포트, simulated:이름 가운데 하나로 적어 주세요.',
  'console.unwritable':
    '데이터 폴더 {folder}에 쓸 수 없어요: {error}. 권한을 확인하거나 --data로 다른 폴더를 정해 주세요.',
  'console.no-book': '{folder}에는 아직 기록이 없어요. --data로 데이터 폴더를 정해 주세요.',
  'console.odd-command': '없는 명령이에요: {word}',
  'console.odd-option': '없는 옵션이에요: {option}',
  'console.odd-value': '옵션 값이 빠졌거나 맞지 않아요: {option}',
  'console.odd-word': '여기에는 쓸 수 없는 말이에요: {word}',
  'console.odd-table': '고를 수 있는 표: {tables}',
  'console.no-rule': '그런 규칙이 없어요: {id}',
  'console.no-list': '그런 목록이 없어요: {id}',
  'console.which-rule': '어느 규칙인가요? 규칙의 id를 적어 주세요.',
  'console.odd-limit': '--limit 뒤에는 1 이상의 정수를 적어 주세요. 입력한 값: {limit}',
  'console.file-exists': '{file} 파일이 이미 있어요. 덮어쓰지 않을게요. 다른 이름을 정해 주세요.',
  'console.no-electron': '이 컴퓨터에는 Electron이 없어서, 브라우저에서 여는 Ringfence를 대신 시작해요.',
  'verdict.allow': '울림',
  'verdict.flag': '주의',
  'verdict.block': '차단',
} as const;
