const SENT = 'If this address has an account here, a link to a new password is on its way to it.';

/**
 * Asks the sign-in service to mail a link to a new password. Plain REST, because the SDK is the session's alone and this is
 * one request. Says the same whether the address is known or not: who has an account is nobody's business.
 */
export async function requestPasswordReset(email: string, apiKey: string): Promise<{ sent: boolean; sentence: string }> {
  try {
    const response = await fetch(`https://identitytoolkit.googleapis.com/v1/accounts:sendOobCode?key=${encodeURIComponent(apiKey)}`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ requestType: 'PASSWORD_RESET', email }),
    });
    if (response.ok) return { sent: true, sentence: SENT };
    return resetAnswer(await response.text());
  } catch {
    return { sent: false, sentence: 'No connection to the sign-in service. Look whether you are online, then try again.' };
  }
}

/** What a refusal means; its codes stand in the text of the answer. */
export function resetAnswer(text: string): { sent: boolean; sentence: string } {
  if (/EMAIL_NOT_FOUND/.test(text)) return { sent: true, sentence: SENT };
  if (/INVALID_EMAIL/.test(text)) return { sent: false, sentence: 'This is not an e-mail address.' };
  if (/TOO_MANY_ATTEMPTS|RESET_PASSWORD_EXCEED_LIMIT/.test(text)) return { sent: false, sentence: 'Too many attempts. Wait a minute, then try again.' };
  return { sent: false, sentence: 'The link could not be sent. Try again, or ask an admin for a link.' };
}
