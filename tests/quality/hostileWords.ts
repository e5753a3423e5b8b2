/** Sets a mark that a test looks for: whatever runs it has executed what a stranger wrote. */
const run = "window.__executed=1";

/** What strangers write into titles, labels, names and notes: plain text with markup in it, Markdown with links that lie, and what has got through sanitisers before. */
export const hostileWords: readonly string[] = [
  `<script>${run}</script>`, `<img src=x onerror="${run}">`, `<svg/onload=${run}>`, `<svg><script>${run}</script></svg>`, `"><img src=x onerror=${run}>`, `'-${run}-'`,
  `<iframe srcdoc="<script>parent.__executed=1</script>"></iframe>`, `<a href="javascript:${run}">here</a>`, `<a href="jAvAsCrIpT:${run}">here</a>`, `<a href="java\tscript:${run}">here</a>`,
  `[here](javascript:${run})`, `[here](JaVaScRiPt:${run})`, `[here](data:text/html,<script>opener.__executed=1</script>)`, `[here](vbscript:${run})`, `![x](x" onerror="${run})`, `![x](javascript:${run})`,
  `[https://status.example.com](https://evil.example.net/login)`, `<a href="https://evil.example.net/">https://rouse.example.com/incidents</a>`, `[rouse.example.com](https://evil.example.net)`,
  `<form action="https://evil.example.net"><input name=password><button>Sign in</button></form>`, `<style>*{display:none}</style>`, `<base href="https://evil.example.net/">`, `<meta http-equiv=refresh content="0;url=https://evil.example.net">`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${run}&gt;">`, `<noscript><p title="</noscript><img src=x onerror=${run}>">`, `<details open ontoggle=${run}>`, `<div style="position:fixed;inset:0;background:url(javascript:${run})">x</div>`,
  `<x onclick=${run}>tap</x>`, `<video><source onerror="${run}"></video>`, `<object data="javascript:${run}"></object>`, `<embed src="javascript:${run}">`, `<template><script>${run}</script></template>`, `\`\`\`html\n<script>${run}</script>\n\`\`\``,
  `\u202Etxt.exe\u202C`, `{{constructor.constructor('${run}')()}}`, `\${${run}}`, `<a id="location" name="location">x</a><form id="body" name="forms">`, `&lt;script&gt;${run}&lt;/script&gt;`, `[ref]: javascript:${run}\n\n[here][ref]`, `<javascript:${run}>`, `<https://evil.example.net/a>`,
];
