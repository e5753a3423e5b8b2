import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { manifest, wrapperJar } from './wrapperJar';

describe('manifest', () => {
  it('keeps every line within 72 bytes and loses nothing', () => {
    const path = `file:/${'a-long-folder/'.repeat(20)}x.jar`;
    const text = manifest({ 'Manifest-Version': '1.0', 'Class-Path': path });
    const lines = text.split('\r\n');
    expect(Math.max(...lines.map((line) => line.length))).toBe(72);
    expect(text.replaceAll('\r\n ', '')).toBe(`Manifest-Version: 1.0\r\nClass-Path: ${path}\r\n\r\n`);
  });
});

describe('wrapperJar', () => {
  it('is a zip that Java reads: it looks for the named class', () => {
    const folder = mkdtempSync(join(tmpdir(), 'rouse jar '));
    const jar = join(folder, 'wrapper.jar');
    writeFileSync(jar, wrapperJar('org.example.NotThere', join(folder, 'empty.jar')));
    let said = '';
    try {
      execFileSync('java', ['-jar', jar], { stdio: 'pipe', encoding: 'utf8' });
    } catch (error) {
      said = String(error);
    } finally {
      rmSync(folder, { recursive: true });
    }
    expect(said).toContain('org.example.NotThere');
    expect(said).toContain('ClassNotFoundException');
  });
});
