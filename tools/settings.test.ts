import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { BadSetting, parseSettings, readEnvironment } from './settings.ts';

const root = mkdtempSync(join(tmpdir(), 'piloto-settings-'));
afterEach(() => rmSync(join(root, '.env'), { force: true }));

describe('settings', () => {
  test('without any variable are those of the contract', () => {
    expect(parseSettings('/checkout', {})).toEqual({
      appPort: 4100,
      apiPort: 4101,
      home: '/checkout/.piloto',
      databaseUrl: undefined,
      redisUrl: undefined,
      appUrl: 'http://localhost:4100',
      apiUrl: 'http://localhost:4101',
      logFormat: 'text',
    });
  });

  test("public addresses follow the ports, and the API has the app's in one origin", () => {
    expect(parseSettings('/c', { APP_PORT: '5000', API_PORT: '5001' })).toMatchObject({
      appUrl: 'http://localhost:5000',
      apiUrl: 'http://localhost:5001',
    });
    expect(parseSettings('/c', { APP_PORT: '5000' }, { oneOrigin: true }).apiUrl).toBe('http://localhost:5000');
  });

  test.each([
    ['APP_PORT', 'http', '1 to 65535'],
    ['APP_PORT', '0', '1 to 65535'],
    ['API_PORT', '70000', '1 to 65535'],
    ['API_PORT', '41.5', '1 to 65535'],
    ['DATABASE_URL', 'mysql://u:secret@h/d', 'postgresql://'],
    ['DATABASE_URL', 'postgresql://u:secret@h', 'postgresql://'],
    ['REDIS_URL', 'localhost:6379', 'redis://'],
    ['PUBLIC_APP_URL', 'localhost:4100', 'an origin'],
    ['PUBLIC_API_URL', 'https://api.example.com/v1', 'an origin'],
    ['LOG_FORMAT', 'yaml', 'text or json'],
  ])('%s=%s is refused by name, without its value', (name, value, allowed) => {
    const parse = () => parseSettings('/c', { [name]: value });
    expect(parse).toThrow(BadSetting);
    expect(parse).toThrow(new RegExp(`^${name} .*${allowed}`));
    if (value.includes('secret')) expect(parse).not.toThrow('secret');
  });

  test('all bad variables are named at once', () => {
    expect(() => parseSettings('/c', { APP_PORT: 'x', LOG_FORMAT: 'y' })).toThrow(/APP_PORT .*\nLOG_FORMAT /);
  });

  test('one port cannot serve both', () => {
    expect(() => parseSettings('/c', { APP_PORT: '5000', API_PORT: '5000' })).toThrow(
      /APP_PORT and API_PORT are both 5000/,
    );
  });

  test('the .env file is read, the shell wins, an empty value is no value', () => {
    writeFileSync(join(root, '.env'), 'APP_PORT=5000\nAPI_PORT=5001\nDATABASE_URL=\n');
    const env = readEnvironment(root, { API_PORT: '6001' });
    expect(parseSettings(root, env)).toMatchObject({ appPort: 5000, apiPort: 6001, databaseUrl: undefined });
  });
});
