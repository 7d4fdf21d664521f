import type { number as ko } from '../ko/number.ts';

/** Words for the classes of number and for what was repaired in one. */
export const number = {
  'number.class.landline': 'Landline',
  'number.class.landline.about':
    'A home, shop or office line with an area code. Most sales calls come from such numbers, but so do those of clinics, schools and neighbours: the number alone tells little.',
  'number.class.landline_local': 'Landline (no area code)',
  'number.class.landline_local.about':
    'A landline shown without its area code, usually a call from the same area.',
  'number.class.mobile': 'Mobile',
  'number.class.mobile.about':
    'A mobile phone. Numbers move freely between operators, so the number does not tell which one it is.',
  'number.class.mobile_unassigned': 'Unassigned mobile number',
  'number.class.mobile_unassigned.about':
    'From a block that is not given to mobile phones. The number may be false, so do not call it back.',
  'number.class.mobile_legacy': 'Old mobile (01X)',
  'number.class.mobile_legacy.about':
    '011, 016, 017, 018 and 019 ended with the 2G networks by 2021. A call that shows one today may carry a false number, so be careful.',
  'number.class.satellite': 'Satellite phone',
  'number.class.satellite.about': 'A satellite phone, used at sea or in the mountains. Such calls are rare.',
  'number.class.m2m': 'Device (012)',
  'number.class.m2m.about':
    'Given to devices such as cars and card terminals. People hardly ever call from one.',
  'number.class.special_subscriber': 'Closed group (013)',
  'number.class.special_subscriber.about':
    'Given to particular subscribers only. Such numbers were once used for much spam, so be careful with one you do not know.',
  'number.class.pc_network': 'Data network (014)',
  'number.class.pc_network.about':
    'Once dialled to reach computer networks. It is not a number that calls, so what is shown may be false.',
  'number.class.pager': 'Pager (015)',
  'number.class.pager.about': 'The number of a pager, rarely used today.',
  'number.class.ums': 'Unified messaging (030)',
  'number.class.ums.about': 'A service that takes voice and fax on one number.',
  'number.class.personal050': 'Safe number (050)',
  'number.class.personal050.about':
    'Shown in place of the real number, for deliveries and second-hand sales. It passes to other people in time, so do not block it for long.',
  'number.class.premium': 'Premium rate (060)',
  'number.class.premium.about':
    'An information service with its own charge. Calling back can cost money, so do not call back one you do not know.',
  'number.class.voip': 'Internet phone (070)',
  'number.class.voip.about':
    'A call over the internet. Many numbers are made easily, so sales calls like them; homes and small firms use them as well.',
  'number.class.toll_free': 'Freephone (080)',
  'number.class.toll_free.about':
    'The called party pays; used for opting out of advertising, for example. It is made for receiving calls, so take note when one calls you.',
  'number.class.representative': 'Company number (15XX, 16XX, 18XX)',
  'number.class.representative.about':
    'A number on which a company receives calls. When it calls you, the operator has put it in place of the real one. Banks, couriers and public bodies do so too.',
  'number.class.representative_unknown_prefix': 'Looks like a company number',
  'number.class.representative_unknown_prefix.about':
    'It has the shape of a company number, but the range is not known to be in use. It may be false.',
  'number.class.representative_free': 'Company freephone (14)',
  'number.class.representative_free.about':
    'A six-digit company number where the company pays. It is meant for customers to call.',
  'number.class.special': 'Special number',
  'number.class.special.about':
    'A short number of the emergency services, a public body or an operator. Do not take the shown number alone as proof of who is calling.',
  'number.class.special_unknown': 'Unknown special number',
  'number.class.special_unknown.about':
    'As short as a special number, but it is not known to belong to anyone.',
  'number.class.special_with_area': 'Special number with area code',
  'number.class.special_with_area.about':
    'A special number behind an area code, as the 120 call centres of cities and provinces show it.',
  'number.class.carrier_desk': 'Mobile operator desk',
  'number.class.carrier_desk.about':
    'The service desk of a mobile operator. If you are asked for a password or a code, hang up and call the desk yourself.',
  'number.class.international': 'Call from abroad',
  'number.class.international.about':
    'The call comes from another country. If you know nobody there, you need not answer, and calling back can be expensive.',
  'number.class.international_kr': 'Home number from abroad',
  'number.class.international_kr.about':
    'A Korean number that came in through another country. Fraudsters and callers who want to be called back do this, so be careful.',
  'number.class.toll_free_intl': 'International freephone',
  'number.class.toll_free_intl.about':
    'Called free of charge from Korea to reach a company abroad. It only receives calls, so a call from one is odd.',
  'number.class.withheld': 'Number withheld',
  'number.class.withheld.about':
    'The caller hid the number or used a pay phone. Hiding it is lawful, and only answering tells who it is.',
  'number.class.unavailable': 'No number',
  'number.class.unavailable.about':
    'The network sent no number. The call may have come from abroad or through an old exchange; if this goes on, check that your line has the caller ID service.',
  'number.class.invalid': 'Not a real number',
  'number.class.invalid.about': 'No telephone number looks like this. It is shown as it came.',

  'number.withheld.private': 'Number withheld',
  'number.withheld.unavailable': 'No number',
  'number.withheld.payphone': 'Pay phone',

  'number.note.full-width': 'Full-width digits were turned into plain ones.',
  'number.note.country-code': 'The country code 82 was turned into the form used at home.',
  'number.note.trunk-zero': 'A zero was left after the country code.',
  'number.note.leading-zero-restored': 'The missing zero at the beginning was put back.',
  'number.note.area-code-stripped': 'An area code wrongly put before a company number was taken off.',
  'number.note.carrier-code-stripped': 'The code of a long-distance operator was taken off.',
  'number.note.receiving-number':
    'This number is made for receiving calls; the caller’s own number was replaced.',
  'number.note.unknown-prefix': 'This range is not known to be in use.',
  'number.note.unassigned-block': 'This block is not given to mobile phones.',
  'number.note.unassigned-area': 'This area code is not in use.',
  'number.note.legacy': 'This range is no longer used.',
  'number.note.never-a-caller': 'Nobody can call from this number.',
  'number.note.korean-number-from-abroad': 'A Korean number that came in through another country.',
  'number.note.unknown-country-code': 'No country has this country code.',
  'number.note.all-zero': 'Only zeros. Networks send this when they have no number to show.',
  'number.note.letters': 'There are other characters than digits in it.',
  'number.note.too-long': 'Too long for a telephone number.',
} as const satisfies Record<keyof typeof ko, string>;
