const EMAIL = /[\p{L}\d][\p{L}\d._%+-]{0,63}@[\p{L}\d-]{1,63}(?:\.[\p{L}\d-]{1,63}){1,8}/gu;
const PERSONAL_NUMBER = /(?<![\d-])(?:19|20)?\d{6}[-+]?\d{4}(?![\d-])/g;
/** With country code; or area code, sign, number; or a mobile number. Short pairs such as 08-17 (hours) do not match. */
const PHONE = [
  /(?<![\w+])(?:\+|00)46[ \u00a0()-]{0,3}(?:\(0\))?(?:[ \u00a0-]?\d){6,10}(?!\d)/g,
  /(?<![\w.,/:-])0\d{1,3}[ \u00a0]?[-–/](?:[ \u00a0]?\d){5,8}(?![\d-])/g,
  /(?<![\w.,/:-])07[02369](?:[ \u00a0-]?\d){7}(?![\d-])/g,
];

export function emailsIn(text: string): string[] {
  return text.includes("@") ? (text.match(EMAIL) ?? []) : [];
}

/** Telephone numbers as they are written in Sweden. */
export function phoneNumbersIn(text: string): string[] {
  return PHONE.flatMap((pattern) => text.match(pattern) ?? []);
}

/** Personal identity and coordination numbers with a possible date and a right check digit. */
export function personalNumbersIn(text: string): string[] {
  return (text.match(PERSONAL_NUMBER) ?? []).filter(isPersonalNumber);
}

function isPersonalNumber(text: string): boolean {
  const digits = text.replace(/\D/g, "").slice(-10);
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6)) % 60;
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 && hasLuhnDigit(digits);
}

/** Whether the last digit is the check digit that Swedish identity numbers use (modulus 10). */
export function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (const [index, character] of [...digits].reverse().entries()) {
    const digit = Number(character) * (index % 2 === 0 ? 1 : 2);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** The text as it may be shown in a report or log. */
export function withoutPersonalData(text: string): string {
  const found = [...personalNumbersIn(text), ...phoneNumbersIn(text), ...emailsIn(text)];
  return found.reduce((shown, secret) => shown.replaceAll(secret, mask(secret)), text);
}

function mask(secret: string): string {
  const at = secret.indexOf("@");
  return at < 0 ? "…" : `…${secret.slice(at)}`;
}
