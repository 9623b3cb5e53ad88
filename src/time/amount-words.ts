import type { Lexeme } from './lex.ts';

/** Behind a number with a dot they make it an amount: `20 April 2021 1.05 USD` holds no clock. */
const amountWords = new Set(
  'usd eur gbp inr chf cad aud jpy cny pln sek nok dkk euro euros dollar dollars pounds percent million billion bn km kg'.split(
    ' ',
  ),
);

/** True when the word makes an amount of the number before it. */
export const isAmountWord = (lexeme: Lexeme | undefined): boolean => amountWords.has(lexeme?.text ?? '');
