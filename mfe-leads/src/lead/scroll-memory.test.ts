import { beforeEach, expect, test } from 'vitest';
import { forgetPlace, listAddress, recallPlace, rememberPlace } from './scroll-memory.ts';

beforeEach(() => sessionStorage.clear());

test('a place is kept by the list’s address, part by part', () => {
  rememberPlace('/leads?stage=new', { offset: 720, active: 'a' });
  rememberPlace('/leads?stage=new', { active: 'b' });
  expect(recallPlace('/leads?stage=new')).toEqual({ offset: 720, active: 'b' });
  expect(recallPlace('/leads')).toEqual({ offset: 0, active: null });
  forgetPlace('/leads?stage=new');
  expect(recallPlace('/leads?stage=new')).toEqual({ offset: 0, active: null });
});

test('what somebody else wrote there is no place', () => {
  for (const text of ['{', '{"offset":-1,"active":null}', '[]']) {
    sessionStorage.setItem('piloto.leads.place /leads', text);
    expect(recallPlace('/leads')).toEqual({ offset: 0, active: null });
  }
});

test('the list and a lead’s page write its address alike', () => {
  expect(listAddress('?q=s%C3%A3o&stage=new')).toBe(listAddress('q=são&stage=new'));
  expect(listAddress('')).toBe('/leads');
});
