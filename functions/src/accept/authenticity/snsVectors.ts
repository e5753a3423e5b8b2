/**
 * For tests only: messages as SNS signs them, made by other programs than the ones they test. The texts to sign were written out by `printf` after AWS's
 * rules (docs.aws.amazon.com/sns/latest/dg/sns-verify-signature-of-message.html), signed by `openssl dgst -sha1|-sha256 -sign` (3.0), and the
 * certificate made by `openssl req -x509`, for tests only and for a hundred years. Its private key was thrown away.
 */
export const certificate = `-----BEGIN CERTIFICATE-----
MIIDIzCCAgugAwIBAgIUYva1NT+iXdY4gk1kjHWhw1Uc9gYwDQYJKoZIhvcNAQEL
BQAwIDEeMBwGA1UEAwwVc25zLmV4YW1wbGUgZm9yIHRlc3RzMCAXDTI2MTEyMTA3
MTUxNVoYDzIxMjYxMDI4MDcxNTE1WjAgMR4wHAYDVQQDDBVzbnMuZXhhbXBsZSBm
b3IgdGVzdHMwggEiMA0GCSqGSIb3DQEBAQUAA4IBDwAwggEKAoIBAQDt2snatqeE
ANpKV9MC3WnnIiIMo5zzuEmgsVT1NejBDW2tbfd29C+uLAZagrVH16lm5yGoHa1m
PGqMksz2v/qCF2GY27SeEJnMwvDUugJP3b3vzaukQmKME2ml6NMU/pGQz9ShxnAu
3EQVFBNwRjj+1OdE0q6hlOieMPhE2kdUX8eqh4o/q6HxwXz/KE900Du1nvCnn4wn
/vgNOEdaKfKyjBkShuLm0ItkJpj09qcG30BAV/ShuJErAel712yDt5glLD0Gtl75
sx8eOQ9Lrhq9ciEEv6y88mUUiWLRXtZhWfRSUdSJ/SjOLyZ/NJu06DYyro5neH8J
MRncOeU9b6fxAgMBAAGjUzBRMB0GA1UdDgQWBBRMoIMN4EF9veafYN/5GYvF5r1t
cjAfBgNVHSMEGDAWgBRMoIMN4EF9veafYN/5GYvF5r1tcjAPBgNVHRMBAf8EBTAD
AQH/MA0GCSqGSIb3DQEBCwUAA4IBAQBkOQlkuysHI+YT7BbCnONMeIjI7NDJbuwW
aJwD3C66DT3pILckTuVC+VQDVHmYD2l9O9xOgsRoxGbJlI8wiMbGiKcFzIGAiaC0
0EPn1W9Z4luvzY3F3uUPT4Hg2h8hjwVhn8j2qkartEW3J7VZhFTBMULT0riTAQ3k
V7x6y7kAmJTowtp4N71VfAXyliLfixrjcYSlWpbZl8dtsQ9j5/RrqGK2/9PdwNeC
PzbALl97IwFX87CV2fyLLpJ2WR2sDgplWJ8R1yxMQlW3Ydc8ieusozXErceHH4xK
6V+parjOMAgsSIr8G7bxsL9/qd9VeJUS1UasjuM2ZhPUP0zWUcW8
-----END CERTIFICATE-----
`;

export const topicArn = 'arn:aws:sns:eu-west-1:123456789012:alarms';
/** When they were published, in ms since epoch. */
export const publishedAt = Date.UTC(2026, 10, 21, 2, 18, 15, 244);
/** A time at which the certificate is valid. */
export const validAt = Date.UTC(2026, 11, 1);

const shared = { TopicArn: topicArn, Timestamp: '2026-11-21T02:18:15.244Z' };
export const certificateUrl = 'https://sns.eu-west-1.amazonaws.com/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem';

export const signedMessages: [string, Record<string, string>][] = [
  ['a notification with a subject, version 1', {
    ...shared, SigningCertURL: certificateUrl, SignatureVersion: '1',
    Type: 'Notification',
    MessageId: '11111111-0000-4000-8000-000000000001',
    Subject: 'ALARM: "checkout 5xx" in EU (Ireland)',
    Message: '{"AlarmName":"checkout 5xx","NewStateValue":"ALARM"}',
    Signature: 'ndZwj8TUcJeNY00sXE+BV6tigbV12jLo7NEpc1xav0tKY1SUs5u4Gn6u4Lb793QVRZdKR7sfMJMbbYGKhNLpKtnaWC25GpPVpGROwUGdALJGg2/pAMYw1et+'
      + 'scN2ToyHG2IF7551xn33sHozebwCfP2LA+dNehOhnCko8UOIzJ3ECv+XC9QH/KYvaTBGsx5jJtwIhevoE1fOb9s2MO/Y9XFqnkfaXRwsA7ilkA2l/mUdEKII'
      + 'YLWBZPH4937g3rWajCmEuLH3Gb89SWFwucvUioKWnMDo4WdYxpX0B8qMQtnd/XeoP2fublYH5NNZtG5Ox+7QGHeyBXAgwvWxPR/Jtw==',
  }],
  ['a notification without a subject, with newlines and emoji, version 2', {
    ...shared, SigningCertURL: certificateUrl, SignatureVersion: '2',
    Type: 'Notification',
    MessageId: '11111111-0000-4000-8000-000000000002',
    Message: 'zwei Zeilen\nmit ünïcode 🔔',
    Signature: '6jjMffDwp7HLpvN1KezVE7Yp/epRZmgUk/cIZ8NVfAr8THYPHHxjxgjCluUr9raMGnJFGVgMDLesDoR5x3jNiXo4hPFb182lorLyEzHFHZgqcn/WvDgGDGlg'
      + 'PQNOIcWiuA66uFPVihvcyYv27btnAdcTx2gTzQcpNdR9ieXimx6Pm74lZ32vOO9M9hhByXT0j6pWxHQVtsHIs1k8Tdqw17eJdP+TGsP1bAvq1DHYleL6ZwCH'
      + 'F9WbPcH2pntWN+zfAG31yuBxV4+2CzZlbrFsVwUcYe78bsjROzcHTv/TUqiVerkilXoRHuzVbdvVsrpdTNsfCzaa4S40dXalo0zEhg==',
  }],
  ['a notification with an empty subject, version 2', {
    ...shared, SigningCertURL: certificateUrl, SignatureVersion: '2',
    Type: 'Notification',
    MessageId: '11111111-0000-4000-8000-000000000003',
    Subject: '',
    Message: 'hello',
    Signature: '5MrOaZUaKuVKisOuDhyKFkct0Y/wOl2XISgBGmRxQFXcMPf8gpgwNsm0+epESvt4n46w5wUj4W7STou3jhFpPHYej90nuzhYo4eBdeOp8udVETMUhSyKVTzz'
      + 'UhlP1xnYJwGFW4t1FMa7tAA/N4ddP7c9/zNGC/c2fGZCmuibNfDrezQf/OZ1wBk1tJYt76EAopq83vSOp4G5CNGmryb6T2JHJWvgO9kHGL0GXJ1a/Kt+30kD'
      + '+M9qwQtpLNfYZlL8h174El7dGCZF+U08SANBq7lqJxwCaluCOq/Ekv3AHHUBRmOtvd0TfHv0BmzSC0OXHaezWQ0wi3EgEMq57MjYLw==',
  }],
  ['a subscription confirmation, version 1', {
    ...shared, SigningCertURL: certificateUrl, SignatureVersion: '1',
    Type: 'SubscriptionConfirmation',
    MessageId: '11111111-0000-4000-8000-000000000004',
    Token: '2336412f37',
    Message: 'You have chosen to subscribe to the topic.',
    SubscribeURL: 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:eu-west-1:123456789012:alarms&Token=2336412f37',
    Signature: 'gx6I9wy07155Regdt/qmvC4TEvxd9hPJHOCelWGHFbhAxexKGv20WA19b+pGhZ9H4FyIXhq3fKG0NIVpW/Z/Xhfzg2sWF6TGmCTDIMDJTX/Pp5UjLtCFfP6x'
      + 'V9UlOCKwu1yuFy8+boTCpbYtPeV62himrFQ/B0fetH+r1saq9w3H46X7zn/5Iqjp9tfbd9weYSxLWzUW9HSGnB+fTfvRkYVc5VqVeELKU1PQ+45CaaIWWxBR'
      + 'zm587ZlHdmz10w0LHPPwvAMmkyGPeUMuf8t3IWGL//Ln2AU2b5Hhchw8LjPgUFLCrk+60Jd+m5KvV11RAwscUSF5R2JW/fTPfvrLZw==',
  }],
  ['an unsubscribe confirmation, version 2', {
    ...shared, SigningCertURL: certificateUrl, SignatureVersion: '2',
    Type: 'UnsubscribeConfirmation',
    MessageId: '11111111-0000-4000-8000-000000000005',
    Token: '2336412f38',
    Message: 'You have chosen to deactivate the subscription.',
    SubscribeURL: 'https://sns.eu-west-1.amazonaws.com/?Action=ConfirmSubscription&TopicArn=arn:aws:sns:eu-west-1:123456789012:alarms&Token=2336412f38',
    Signature: 'TBVUrEt4H0Ze4bV2b/I0ZMalTgiPUSN4GBvtjwWmmf+ckaCkFvzd7fPVsQy8hrT2Rkkoj2WlsSm+xYjckAW4LzWdbmt5pdCs+c7IYggy0/Rp6txdIvdEfpqa'
      + 'Hfyn6326UNrfkU5eIT29vGs8WtBfY0WvO/iSzAXw3GkJjOBP67JclDcDo6YIKf/+ktFl0AR5yDmp3Uoe6UJIAxtaPNHEa2cf0zWpEjCsVDQxCJQjYDsHGCA2'
      + 'o14bFLXhaALhIei46lA6UBin+JAiFO/WkOkSFBZ8ddKNMPUSok0UBm+l25a9pg9wma1M/yDIhQTbXZEJcP84cOGYRJEd2q+FxXC46w==',
  }],
];
