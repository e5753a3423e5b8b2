import { expect, it } from 'vitest';
import { bareTags } from './bareTags';

it.each([
  ['<details open><summary>More</summary>', '<details><summary>More</summary>'],
  ['<br/>', '<br>'],
  ['<img src=x onerror="alert(1)">', '<img>'],
  ['<img/onerror=alert(1)//src=x>', '<img>'],
  ['<a href="javascript:x" title=">">y</a>', '<a>">y</a>'],
  ['<div onclick=x', '&lt;div onclick=x'],
  ['<img onerror=x <b>', '&lt;img onerror=x <b>'],
  ['a <!-- note --> b <!-- never ends', 'a  b '],
  ['<?php ?><!DOCTYPE html>', '&lt;?php ?>&lt;!DOCTYPE html>'],
  ['1 < 2', '1 &lt; 2'],
])('%s → %s', (html, bare) => {
  expect(bareTags(html)).toBe(bare);
});
