import { describe, expect, test } from 'vitest';
import { headsOthers, isNotice } from '../../../src/content/page/notices.ts';

describe('an offer of letters is of the page', () => {
  test.each([
    'The best of the mole, every Monday to your inbox.',
    'Das Beste von der Mole, jeden Montag direkt in dein Postfach.',
    'Le meilleur du môle, chaque lundi dans votre boîte mail.',
    'Lo mejor del muelle, cada lunes en tu correo.',
    'Лучшее с мыса каждый понедельник на вашу почту.',
  ])('%j', (text) => expect(isNotice(text)).toBe(true));
});

test.each(['Otras noticias', 'Autres articles', 'Weitere Beiträge', 'Другие новости', 'أخبار أخرى'])(
  'below %j stand other articles',
  (text) => expect(headsOthers(text)).toBe(true),
);

describe('the form for remarks is of the page', () => {
  test.each([
    'Your email address will not be published. Required fields are marked *',
    'Save my name, email, and website in this browser for the next time I comment.',
    'Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert',
    'Votre adresse e-mail ne sera pas publiée.',
    'Tu dirección de correo electrónico no será publicada.',
    'O seu endereço de e-mail não será publicado.',
    'Il tuo indirizzo email non sarà pubblicato.',
    'Twój adres e-mail nie zostanie opublikowany.',
    'Ваш адрес email не будет опубликован.',
    'メールアドレスが公開されることはありません。',
    '您的邮箱地址不会被公开。',
    'لن يتم نشر عنوان بريدك الإلكتروني.',
  ])('%j', (text) => expect(isNotice(text)).toBe(true));

  test.each([
    'The harbour office publishes no addresses of its goats.',
    'The postman of Thrum has not been seen since Monday, and neither has the mail.',
  ])('%j is none', (text) => expect(isNotice(text)).toBe(false));
});
