import type { guard as ko } from '../ko/guard.ts';

/** Words of the guard: verdicts, reasons, warnings about rules, ready-made rules, labels. */

const classes =
  'representative {company numbers} representative_unknown_prefix {unknown company numbers} representative_free {14XXXX numbers} landline {landlines} landline_local {landlines without area code} mobile {mobiles} mobile_unassigned {unused 010 numbers} mobile_legacy {old mobiles (01X)} satellite {satellite phones} m2m {machines} special_subscriber {013 numbers} pc_network {014 numbers} pager {pagers} ums {030 numbers} personal050 {safe numbers (050)} premium {060 premium numbers} voip {internet phones (070)} toll_free {080 numbers} special {special numbers} special_unknown {unknown special numbers} special_with_area {local special numbers} carrier_desk {carriers’ desks} international {international calls} international_kr {Korean numbers from abroad} toll_free_intl {international toll-free} withheld {withheld numbers} unavailable {calls without a number} invalid {impossible numbers} other {this kind of number}';
const categories =
  'loan {loan offer} invest {stock or “reading room”} insurance {insurance} telecom {telecom plan} card {credit card} telemarketing {other telemarketing} realestate {property sale} gambling {gambling} adult {adult} phishing {suspected phishing} callback {callback bait} survey {poll or survey} political {political call} charity {charity or religion} delivery {delivery} bank_card_ins {my bank or insurer} telco_cs {telco service} public {government} medical {medical} school {school} family {family or friends} silent {silent call} fax {fax} other {other}';
const hidden = 'private {withheld number} unavailable {no number} payphone {pay phone} other {hidden number}';

/** What a rule speaks of, from its kind and value. */
const who = `{kind, select, number {{value}} prefix {{value}…} wildcard {{value}} regex {expression {value}} class {{value, select, ${classes}}} country {country {value}} region {{value}} withheld {{value, select, ${hidden}}} name {name {value}} label {{value, select, ${categories}}} group {contacts {value}} list {number list} any {every call} other {{value}}}`;
const often =
  '{often, select, 0 {} other { ({often, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} call within {withinMinutes} min)}}';
const noted = '{hasNote, select, true { Note: {note}} other {}}';
const does = '{action, select, allow {it would ring} flag {it would be flagged} other {it would be blocked}}';

export const guard = {
  'by.public-line': 'Public line',
  'by.allow-rule': 'Allow rule',
  'by.contact': 'Contact',
  'by.block-rule': 'Block rule',
  'by.flag-rule': 'Flag rule',
  'by.mode': 'Mode',
  'by.list': 'Number list',
  'by.learned': 'Learned',
  'by.class-default': 'Kind of number',
  'by.pause': 'Paused',
  'by.doubtful': 'Doubtful number',

  'reason.public-line': '{nameEn}',
  'reason.public-line.long':
    'The number is {digits}, {nameEn}, which no rule can block. A matching number is no proof of who is calling.',
  'reason.rule.allow': `Allow rule: ${who}`,
  'reason.rule.allow.long': `Your allow rule: ${who}${often}.${noted}`,
  'reason.rule.flag': `Flag rule: ${who}`,
  'reason.rule.flag.long': `Your flag rule: ${who}${often}.${noted}`,
  'reason.rule.block': `Block rule: ${who}`,
  'reason.rule.block.long': `Your block rule: ${who}${often}.${noted}`,
  'reason.contact': 'Contact: {name}',
  'reason.contact.long': 'The number is in your contacts: {name}',
  'reason.mode.contacts': 'Contacts only',
  'reason.mode.contacts.long': 'Only contacts and callers you allowed ring at the moment.',
  'reason.mode.night': 'Contacts only at night',
  'reason.mode.night.long': 'From {from} to {to}, only contacts and callers you allowed ring.',
  'reason.line.looks-on': 'cannot hang up',
  'reason.line.looks-on.long':
    'The device on this line only shows numbers, so the call was flagged instead of refused.',
  'reason.mode.watch': 'Watching only',
  'reason.mode.watch.long': 'You chose to watch only, so the call was shown and not hung up on.',
  'reason.paused': 'Paused',
  'reason.paused.long': 'Blocking was paused, so the call rang. It starts again at {until, time, short}.',
  'reason.doubtful': 'Number damaged',
  'reason.doubtful.long':
    'The number arrived damaged on the line. It might belong to somebody else, so the call is not blocked.',
  'reason.list.allow': 'Allow list: {name}',
  'reason.list.allow.long': 'The number is on an allow list: {name}',
  'reason.list.flag': 'Flag list: {name}',
  'reason.list.flag.long': `The number is on a flag list: {name}{category, select, none {} other { ({category, select, ${categories}})}}`,
  'reason.list.block': 'Block list: {name}',
  'reason.list.block.long': `The number is on a block list: {name}{category, select, none {} other { ({category, select, ${categories}})}}`,
  'reason.class.allow': `{class, select, ${classes}}`,
  'reason.class.allow.long': `Nothing spoke for refusing it. Kind of number: {class, select, ${classes}}`,
  'reason.class.flag': `Flagged kind: {class, select, ${classes}}`,
  'reason.class.flag.long': `You chose to flag unknown numbers of this kind: {class, select, ${classes}}`,
  'reason.class.block': `Blocked kind: {class, select, ${classes}}`,
  'reason.class.block.long': `You chose to block unknown numbers of this kind: {class, select, ${classes}}`,
  'reason.label': `Your label: {label, select, ${categories}}`,
  'reason.label.long': `You gave this number a label: {label, select, ${categories}}`,
  'reason.korean-from-abroad': 'Korean number from abroad',
  'reason.korean-from-abroad.long':
    'A Korean number came in as an international call. It may be bait to make you call back.',

  'reason.learned.block': '{percent}% unwanted',
  'reason.learned.block.long':
    'Going by the calls on this line, it is {percent}% likely to be unwanted. Learning blocked it.',
  'reason.learned.flag': '{percent}% unwanted',
  'reason.learned.flag.long':
    'Going by the calls on this line, it is {percent}% likely to be unwanted: not certain enough to block, so it was flagged.',
  'reason.learned.allow': 'Familiar call',
  'reason.learned.allow.long':
    'You have taken these calls before, so it rang. It is {percent}% likely to be unwanted.',
  'reason.learned.unsure': '{percent}% unwanted',
  'reason.learned.unsure.long': 'Learning finds it {percent}% likely to be unwanted and did nothing.',
  'reason.learned.watching': '{percent}% unwanted (watching)',
  'reason.learned.watching.long':
    'Learning only watches for now. From what it has learned, the call is {percent}% likely to be unwanted.',
  'reason.learned.caller-bad': 'Unwanted before',
  'reason.learned.caller-bad.long':
    'You marked or blocked calls from this number as unwanted {count, plural, one {once} other {# times}}.',
  'reason.learned.caller-good': 'Welcome before',
  'reason.learned.caller-good.long':
    'You marked or allowed calls from this number as wanted {count, plural, one {once} other {# times}}.',
  'reason.learned.caller-known': 'Answered before',
  'reason.learned.caller-known.long':
    'You answered this number {count, plural, one {once} other {# times}} and never marked it as unwanted.',
  'reason.learned.caller-quiet': 'Called before',
  'reason.learned.caller-quiet.long':
    'This number called {count, plural, one {once} other {# times}} in {days, plural, one {# day} other {# days}}, and you never marked it as unwanted.',
  'reason.learned.caller-unanswered': 'Unanswered before',
  'reason.learned.caller-unanswered.long':
    'This number called {count, plural, one {once} other {# times}} before and was not answered.',
  'reason.learned.near-bad': '{count, plural, one {# similar number} other {# similar numbers}}',
  'reason.learned.near-bad.long':
    '{count, plural, one {# call} other {# calls}} from numbers that differ only in the last digits were unwanted.',
  'reason.learned.near-good': 'Similar number was welcome',
  'reason.learned.near-good.long':
    '{count, plural, one {# call} other {# calls}} from numbers that differ only in the last digits were wanted.',
  'reason.learned.near-many': 'Many similar numbers',
  'reason.learned.near-many.long':
    '{count, plural, one {# number} other {# numbers}} that differ only in the last digits called one after another, as one caller does that keeps changing numbers.',
  'reason.learned.range-bad': 'Range {range}…',
  'reason.learned.range-good': 'Range {range}… was fine',
  'reason.learned.range-bad.long':
    'Of {calls, plural, one {# caller} other {# callers}} beginning with {range}…, about {bad} were unwanted.',
  'reason.learned.range-good.long':
    'Of {calls, plural, one {# caller} other {# callers}} beginning with {range}…, only about {bad} were unwanted.',
  'reason.learned.area-bad': '{range}… often unwanted',
  'reason.learned.area-good': '{range}… mostly wanted',
  'reason.learned.area-bad.long':
    'Of unknown callers beginning with {range}…, about {percent}% are unwanted.',
  'reason.learned.area-good.long':
    'Of unknown callers beginning with {range}…, only about {percent}% are unwanted.',
  'reason.learned.contact': 'In contacts',
  'reason.learned.contact.long': 'The number is in your contacts, so the call counts as wanted.',
  'reason.learned.class-bad': 'Kind that is often unwanted',
  'reason.learned.class-bad.long': `Of unknown callers on this line, about {percent}% of this kind are unwanted: {class, select, ${classes}}`,
  'reason.learned.class-good': 'Kind that is mostly wanted',
  'reason.learned.class-good.long': `Of unknown callers on this line, only about {percent}% of this kind are unwanted: {class, select, ${classes}}`,
  'reason.learned.hour-bad': 'Time of many sales calls',
  'reason.learned.hour-bad.long': 'Around {hour}:00 this line gets many unwanted calls.',
  'reason.learned.hour-good': 'Time of few sales calls',
  'reason.learned.hour-good.long': 'Around {hour}:00 this line gets few unwanted calls.',
  'reason.learned.short-rings': 'Gave up quickly',
  'reason.learned.short-rings.long':
    'This number hung up after one or two rings before. It may be bait to make you call back.',
  'reason.learned.list-bad': 'On a list',
  'reason.learned.list-bad.long': 'The number is on a list of unwanted numbers.',
  'reason.learned.list-good': 'On an allow list',
  'reason.learned.list-good.long': 'The number is on an allow list.',

  'reason.would.rule-off': 'Rule off',
  'reason.would.rule-off.long': `Without this rule ${does}: ${who}`,
  'reason.would.allow': 'Number allowed',
  'reason.would.allow.long': `If you allow this number, ${does}.`,
  'reason.would.block': 'Number blocked',
  'reason.would.block.long': `If you block this number, ${does}.`,
  'reason.would.contact': 'In contacts',
  'reason.would.contact.long': `As a contact, ${does}.`,
  'reason.would.contact-gone': 'Out of contacts',
  'reason.would.contact-gone.long': `If it were no contact, ${does}.`,
  'reason.would.lists-off': 'Lists off',
  'reason.would.lists-off.long': `Without the lists that hold this number, ${does}.`,
  'reason.would.mode-normal': 'Normal mode',
  'reason.would.mode-normal.long': `In normal mode, ${does}.`,
  'reason.would.pause-over': 'After the pause',
  'reason.would.pause-over.long': `Once the pause is over, ${does}.`,
  'reason.would.certain': 'With an undamaged number',
  'reason.would.certain.long': `If the number arrives undamaged, ${does}.`,
  'reason.would.learning-on': 'Learning on',
  'reason.would.learning-on.long': `If you turn learning on, ${does}.`,
  'reason.would.learning-off': 'Learning off',
  'reason.would.learning-off.long': `If you turn learning off, ${does}.`,
  'reason.would.class-default': 'Other default',
  'reason.would.class-default.long': `If this kind of number rings by default, ${does}.`,

  'ruleWarning.no-digits': 'The rule holds no number, so no call can match it. Please write digits.',
  'ruleWarning.broken-expression': 'The expression is not valid, so the rule does nothing: {value}',
  'ruleWarning.expression-not-digits':
    'Numbers are compared by their digits alone, and this expression needs something else: {value}. Leave out dashes and spaces.',
  'ruleWarning.no-such-country': 'There is no country code {value}. Choose two letters such as CN or US.',
  'ruleWarning.no-such-region': 'There is no region {value}. Choose one from the list.',
  'ruleWarning.no-such-label': 'There is no label {value}. Choose another one.',
  'ruleWarning.no-such-list': 'That number list is gone. Choose another one.',
  'ruleWarning.no-such-number':
    'No call can come from this number: {value}. If you wrote only its beginning, choose “begins with”.',
  'ruleWarning.contacts-first': 'Contacts always ring. This rule can’t stop them.',
  'ruleWarning.is-contact':
    'The number is a contact and keeps ringing: {name}. Remove the contact to block it.',
  'ruleWarning.expired': 'The rule has expired. Give it a later end.',
  'ruleWarning.duplicate': `You already have this rule: ${who}`,
  'ruleWarning.redundant': `Another rule already does this: ${who}`,
  'ruleWarning.shadowed': `Another rule always decides first, so this one does nothing: ${who}`,
  'ruleWarning.contradicts': `Another rule says the opposite: ${who}. Allow comes before block, and block before flag.`,
  'ruleWarning.silences': `With this rule, another one would do nothing any more: ${who}`,
  'ruleWarning.public-line':
    '{count, plural, one {# emergency or public line matches} other {# emergency and public lines match}} this rule ({nameEn}, for one). They keep ringing.',
  'ruleWarning.public-line-only': '{nameEn} can’t be blocked. It keeps ringing.',
  'ruleWarning.public-lines-only':
    'All of these are emergency and public lines, which can’t be blocked. They keep ringing.',
  'ruleWarning.too-broad': 'Nearly every call matches. Clinics, schools and deliveries may be refused too.',
  'ruleWarning.number-reused':
    '050 numbers are passed from person to person. A rule that ends in about 30 days is safer.',

  'template.representative.title': 'Block all company numbers',
  'template.representative.about':
    'Blocks 1588, 1644, 1899 and the like. Banks and clinics use them too, so allow those you need or add them to contacts. Public desks such as 1566-1188 are not blocked.',
  'template.overseas.title': 'Block international calls',
  'template.overseas.about':
    'Blocks calls that come in with 001, 002, 009 and so on. If you have family abroad, add them to contacts first.',
  'template.overseas-bait.title': 'Block Korean numbers from abroad',
  'template.overseas-bait.about':
    'Blocks calls such as 006 82 10, a Korean number that comes in from abroad. One ring to make you call back is a known trick.',
  'template.premium.title': 'Block 060 premium numbers',
  'template.premium.about': 'Blocks 060 numbers, which are expensive to call back.',
  'template.voip-night.title': 'Block 070 at night',
  'template.voip-night.about': 'Blocks internet phones (070) from 21:00 to 08:00. They ring by day.',
  'template.ads-night.title': 'Block sales calls at night',
  'template.ads-night.about':
    'Blocks company numbers, 070 and 080 from 21:00 to 08:00, when advertising needs a separate consent (Network Act, article 50(3), as of 2026-11-25).',
  'template.withheld.title': 'Block withheld numbers',
  'template.withheld.about':
    'Always blocks callers who hide their number. Clinics and counsellors sometimes do.',
  'template.withheld-night.title': 'Block withheld numbers at night',
  'template.withheld-night.about': 'Blocks callers who hide their number from 22:00 to 07:00.',
  'template.invalid.title': 'Block impossible numbers',
  'template.invalid.about':
    'Blocks numbers of unused ranges or with the wrong length. Many of them are forged.',
  'template.toll-free.title': 'Block 080 numbers',
  'template.toll-free.about': '080 is for being called. Calls that show it are mostly advertising.',
  'template.third-call.title': 'Block the third call in an hour',
  'template.third-call.about':
    'Blocks a business or 070 number that calls for the third time within an hour.',
  'template.second-rings.title': 'Calling again within 5 minutes rings',
  'template.second-rings.about':
    'A number that calls again within 5 minutes is taken as urgent and rings, before any block rule.',
  'template.holidays.title': 'Block sales calls on days off',
  'template.holidays.about': 'Blocks company numbers and 070 on Saturdays, Sundays and public holidays.',
  'template.unavailable.title': 'Flag calls without a number',
  'template.unavailable.about':
    'Flags calls that came without a number. They may come from abroad or from an old exchange.',

  'guess.marketing': 'Looks like a sales call.',
  'guess.leaked':
    'Your number may have been passed on. You may ask where they got it (Personal Information Protection Act, article 20, as of 2026-11-25).',
  'guess.customer':
    'Looks like somebody you have taken calls from: a firm you deal with, or someone you know.',

  'label.loan': 'Loan offer',
  'label.invest': 'Stock or “reading room”',
  'label.insurance': 'Insurance',
  'label.telecom': 'Telecom plan',
  'label.card': 'Credit card',
  'label.telemarketing': 'Other telemarketing',
  'label.realestate': 'Property sale',
  'label.gambling': 'Gambling or lotto',
  'label.adult': 'Adult',
  'label.phishing': 'Suspected phishing',
  'label.callback': 'One-ring callback bait',
  'label.survey': 'Poll or survey',
  'label.political': 'Political call',
  'label.charity': 'Charity or religion',
  'label.delivery': 'Delivery',
  'label.bank_card_ins': 'My bank or insurer',
  'label.telco_cs': 'Telco service',
  'label.public': 'Government',
  'label.medical': 'Medical',
  'label.school': 'School',
  'label.family': 'Family or friends',
  'label.silent': 'Silent or hung up',
  'label.fax': 'Fax tone',
  'label.unknown': 'Unknown',
} satisfies Record<keyof typeof ko, string>;
