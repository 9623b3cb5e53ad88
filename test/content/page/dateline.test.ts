import { expect, test } from 'vitest';
import { hasDateline } from '../../../src/content/page/dateline.ts';

test.each([
  'PORT ELLERY (CN) — The ferry sails again.',
  'PORT ELLERY, Upper Coast (CN) - The ferry sails again.',
  'Port Ellery, April 20 — The ferry sails again.',
  'Брэквотер (КН) — Паром снова ходит.',
  'БРЭКВОТЕР, 20 апр — КН. Паром снова ходит.',
  'PORT ELLERY—The ferry sails again.',
  'PORT ELLERY -- "The ferry sails again," said its captain.',
  'Ossery am Meer (kn) Die Fähre fährt wieder.',
  'Puerto Ellery, 20 abr (CN).- El transbordador vuelve a zarpar.',
  'Saint-Ossery (CN) - Le bac repart.',
  '【オセリ＝浜田岬】渡し船が再び動きだした。',
  '（オセリ共同）渡し船が再び動きだした。',
  '海岸通讯社奥塞里4月20日电 渡轮恢复航行。',
  '[오세리=해안뉴스] 여객선이 다시 다닌다.',
  'أوسري (وكالة الساحل) - عادت العبارة إلى الإبحار.',
])('%s begins with a place', (text) => expect(hasDateline(text)).toBe(true));

test.each([
  'The ferry sails again (since Monday) - and nobody knows why.',
  'Ann Lee has answered the letters of the ships.',
  'a ferry — at last.',
  'So-called night ferries have no timetable, and nobody minds.',
  'Singer-pilots of the coast met on the mole.',
  'Thrum — which has one traffic light — voted to keep it.',
  'Ann Lee (Ossery) has answered the letters of the ships.',
  'THRUM --',
  'Die Messe der Boote - SALTMERE war dabei - ist zu Ende.',
  'The Night Ferry - It has no timetable.',
  '灯台の灯（あかり）は手でともされる。',
])('%s does not', (text) => expect(hasDateline(text)).toBe(false));
