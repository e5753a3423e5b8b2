/** Where the tests' stand-ins for paid and remote services listen, and the settings by which the functions find them (tests/fakes/). */
export const fcmPort = 9399;
export const twilioPort = 9398;
export const smtpPort = 9397;
export const outboundPort = 9396;

export const testBorders = {
  ROUSE_FAKE_FCM: `127.0.0.1:${fcmPort}`,
  ROUSE_TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000001', ROUSE_TWILIO_AUTH_TOKEN: 'stand-in-token', ROUSE_TWILIO_FROM: '+15005550006',
  ROUSE_TWILIO_BASE: `http://127.0.0.1:${twilioPort}`, ROUSE_PUBLIC_URL: 'http://127.0.0.1:5050',
  ROUSE_SMTP_URL: `smtp://rouse:stand-in@127.0.0.1:${smtpPort}`, ROUSE_MAIL_FROM: 'Rouse <rouse@rouse.test>',
  ROUSE_FAKE_OUTBOUND: `127.0.0.1:${outboundPort}`,
} as const;
