// The colours are those of app/src/theme/tokens.css. Classes of states: o operational, w maintenance (work), d degraded, p partial outage, m major outage.
const style = `:root{color-scheme:light dark;--g:#f6f8fa;--s:#fff;--t:#10202f;--q:#566778;--h:#dde4ea;--a:#0b6bcb;--l:#fff;--o:#117a55;--d:#8a6a00;--p:#b25208;--m:#c62027;--n:#c3ccd5}
@media(prefers-color-scheme:dark){:root{--g:#0b1016;--s:#121a23;--t:#e9eff5;--q:#93a4b5;--h:#243140;--a:#4da3ff;--l:#0b1016;--o:#3dbe8b;--d:#f2c94c;--p:#ff9a3d;--m:#ff5a5f;--n:#3a4a5a}}
*,:before{box-sizing:border-box;margin:0}
body{max-width:46rem;margin:auto;padding:24px 16px 40px;background:var(--g);color:var(--t);font:17px/1.45 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;overflow-wrap:anywhere}
h1{font-size:22px;line-height:1.3}h2{font-size:17px;margin:32px 0 8px}h3{font-size:17px;line-height:1.35;font-weight:600}
p+p{margin-top:8px}ul{list-style:none;padding:0}
a{color:var(--a)}a:focus-visible,button:focus-visible,input:focus-visible{outline:3px solid var(--a);outline-offset:2px}
.q{color:var(--q);font-size:15px}time{font-variant-numeric:tabular-nums;white-space:nowrap}
.k{background:var(--s);border:1px solid var(--h);border-radius:14px;padding:16px;margin-top:12px}
.k>*+*{margin-top:12px}.k>h3+p,.k>h1+p{margin-top:4px}
.z{display:flex;gap:14px;align-items:center;padding:20px 16px;margin-top:16px}.z>*{margin:0!important}.z p:first-child{font-size:22px;font-weight:600;line-height:1.25}.z div>*+*{margin-top:4px}.z .c:before{width:28px;height:28px}
.r{padding:14px 16px}.r+.r{border-top:1px solid var(--h)}.l{padding:0;overflow:hidden}.l>*+*{margin:0}
.y{display:flex;flex-wrap:wrap;gap:2px 12px;justify-content:space-between;align-items:baseline}
.c{display:inline-flex;gap:7px;align-items:center;font-size:15px}.c,.c+.q{vertical-align:bottom}.c:before{content:'';flex:none;width:13px;height:13px;background:currentColor;forced-color-adjust:none}
.o:before{border-radius:50%}.w:before{border-radius:50%;background:none;border:3px solid}.p:before{clip-path:polygon(50% 4%,100% 96%,0 96%)}.m:before{clip-path:polygon(50% 0,100% 50%,50% 100%,0 50%)}
.o{color:var(--o)}.w{color:var(--a)}.d{color:var(--d)}.p{color:var(--p)}.m{color:var(--m)}
.b{display:block;width:100%;height:24px;margin:10px 0 2px;fill:none;stroke:currentColor;stroke-width:3}.b .u{color:var(--n)}.b .h{stroke-width:6;stroke-dasharray:3 1}
.e{display:flex;justify-content:space-between;gap:8px;font-size:13px;font-weight:600;font-variant-numeric:tabular-nums}.e:before,.e:after{color:var(--q);font-weight:400;content:'90 days ago'}.e:after{content:'today'}
.v>li{padding-left:14px;border-left:2px solid var(--h)}.v>li+li{padding-top:14px}.v p+p{margin-top:6px}
.f{display:inline-block;padding:10px 0;min-height:44px;margin-right:24px}
h3 a{display:inline-block;padding:2px 0;min-height:28px;color:inherit;text-decoration-color:var(--q);text-underline-offset:3px}
label{display:block;font-weight:600}input{width:100%;height:48px;margin-top:6px;padding:0 12px;border:1px solid var(--q);border-radius:10px;background:var(--g);color:inherit;font:inherit}
button{width:100%;height:60px;border:0;border-radius:14px;background:var(--a);color:var(--l);font:600 17px system-ui,sans-serif;cursor:pointer}
dt{font-weight:600}dd{margin:0 0 10px}
.g{display:flex;flex-wrap:wrap;gap:4px 16px;margin:16px 0 8px}
form .y{gap:12px}
@media(min-width:40rem){form .y{flex-wrap:nowrap;align-items:end}form .y>:first-child{flex:1}form button{width:auto;height:48px;padding:0 24px;border-radius:10px}}`;

/** The one style of the pages, in each of them: no request more, and nothing else may style them. */
export const styleTag = `<style>${style}</style>`;
/**
 * What these pages may load: their own style, the icon, and nothing else; no script runs, whatever got into them. Hosting puts its own headers in the place of a function's, so
 * firebase.json says the same of `/status`. `connect-src`: Lighthouse asks for robots.txt from within the page, and calls it missing otherwise (GoogleChrome/lighthouse issue 4386).
 */
export const contentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
