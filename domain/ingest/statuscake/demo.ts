import type { Demo } from '../parsed';

const fields = (Status: 'Up' | 'Down') => ({
  Token: '0123456789abcdef0123456789abcdef', Status, StatusCode: Status === 'Up' ? '200' : '0', URL: 'https://demo.example.com/', IP: '192.0.2.10', Tags: 'demo,web',
  Name: 'Demo alert: website of the demo', Checkrate: '60', TestID: '1000001', Method: 'Website',
});

export const demo: Demo = { firing: () => fields('Down'), resolved: () => fields('Up') };
