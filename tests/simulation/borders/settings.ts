/** What a deployment sets, so that every channel is set up. None of it is a secret of anybody. */
export const settings = {
  ROUSE_PUBLIC_URL: 'https://rouse.test', ROUSE_TWILIO_ACCOUNT_SID: 'AC0', ROUSE_TWILIO_AUTH_TOKEN: 'token-of-the-simulation', ROUSE_TWILIO_FROM: '+15005550006',
  ROUSE_SMTP_URL: 'smtps://rouse:password@mail.test', ROUSE_MAIL_FROM: 'Rouse <rouse@rouse.test>',
} as const;
