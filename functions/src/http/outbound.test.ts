import { describe, expect, it } from 'vitest';
import { isPrivateAddress, ping } from './outbound';

describe('outbound requests', () => {
  it.each(['127.0.0.1', '10.1.2.3', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1', '0.0.0.0', '224.0.0.1', '255.255.255.255',
    '::1', '::', 'fe80::1', 'fd00::1', 'ff02::1', '::ffff:10.0.0.1', '::ffff:127.0.0.1', '64:ff9b::a00:1'])('refuse %s', (address) => {
    expect(isPrivateAddress(address)).toBe(true);
  });

  it.each(['8.8.8.8', '172.15.255.255', '172.32.0.1', '192.167.1.1', '2001:4860:4860::8888'])('may reach %s', (address) => {
    expect(isPrivateAddress(address)).toBe(false);
  });

  it.each(['https://127.0.0.1:1/', 'https://[::1]:1/', 'https://169.254.169.254/latest/meta-data', 'https://localhost:1/', 'https://2130706433/'])(
    'are refused before a connection: %s', async (url) => {
      await expect(ping(url)).rejects.toThrow(/private address/);
    });
});
