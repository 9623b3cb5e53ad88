/**
 * The only stylesheet of the pages. It stands in every page (`<style>`), so that a page is one request, and its hash
 * stands in the Content-Security-Policy, so that no other style can. No fonts, no images but one drawn here.
 */
export const STYLESHEET = `
:root {
  color-scheme: light dark;
  --paper: #fcfbf7;
  --panel: #f3f0e8;
  --line: #ddd7ca;
  --ink: #26231e;
  --quiet: #676156;
  --link: #0b5a70;
  --mark: #b4540a;
  --serif: Charter, 'Bitstream Charter', 'Sitka Text', Cambria, 'Noto Serif', Georgia, serif;
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Helvetica Neue', Arial, sans-serif;
  --mono: ui-monospace, 'Cascadia Code', 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b;
    --panel: #1f2226;
    --line: #363a3f;
    --ink: #dfdcd5;
    --quiet: #a19c92;
    --link: #8ccadb;
    --mark: #f0a35e;
  }
}
*, ::before, ::after { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: var(--paper);
  color: var(--ink);
  font: 1.0625rem/1.6 var(--serif);
  overflow-wrap: break-word;
}
a { color: var(--link); text-decoration-thickness: 0.06em; text-underline-offset: 0.18em; }
a:hover { text-decoration-thickness: 0.12em; }
:focus-visible { outline: 3px solid var(--mark); outline-offset: 3px; border-radius: 2px; }
h1, h2, h3 { line-height: 1.22; margin: 0; text-wrap: balance; }
h1 { font-size: clamp(1.75rem, 1.35rem + 1.8vw, 2.375rem); letter-spacing: -0.012em; }
p { margin: 0; }
time { white-space: nowrap; }
.skip { position: absolute; inset-inline-start: -100vw; }
.skip:focus { inset-inline-start: 1rem; top: 0.5rem; background: var(--paper); padding: 0.25rem 0.75rem; }
.top, main, .foot { width: min(100% - 2.5rem, 40rem); margin-inline: auto; }
.wide .top, .wide main, .wide .foot { width: min(100% - 2.5rem, 62rem); }

.top, .foot, .facts, .kind, .tags, .terms, .addresses, .hint, .shelf { font-family: var(--sans); font-size: 0.875rem; }
.top {
  display: flex;
  flex-wrap: wrap;
  justify-content: space-between;
  align-items: baseline;
  gap: 0.25rem 1.5rem;
  padding-block: 1.1rem;
  border-block-end: 1px solid var(--line);
}
.top .brand { font-weight: 700; color: var(--ink); text-decoration: none; font-size: 1rem; }
.top nav { display: flex; flex-wrap: wrap; gap: 0.25rem 1.1rem; }
.wide .top nav:only-child { margin-inline-start: auto; }
.top nav a { text-decoration: none; padding-block: 0.3rem; }
.top a:hover { text-decoration: underline; }
.top [aria-current] { color: var(--ink); font-weight: 600; }
main { padding-block: 2.5rem 3.5rem; }
.foot { border-block-start: 1px solid var(--line); padding-block: 1.25rem 2.5rem; color: var(--quiet); }
.foot p + p { margin-block-start: 0.35rem; }

.kind { color: var(--mark); font-weight: 600; margin-block-end: 0.4rem; }
.kind a { color: inherit; text-decoration: none; }
.kind a:hover { text-decoration: underline; }
.lead { color: var(--quiet); font-size: 1.1875rem; line-height: 1.5; max-width: 40rem; margin-block-start: 0.75rem; text-wrap: pretty; }
.facts { color: var(--quiet); }
.facts a { color: inherit; text-decoration-color: color-mix(in srgb, currentcolor 40%, transparent); }
.facts a:hover { color: var(--link); text-decoration-color: currentcolor; }
.hint { color: var(--quiet); line-height: 1.5; }

.shelf {
  margin-block: 0 0.25rem;
  padding-block-end: 0.5rem;
  border-block-end: 1px solid var(--line);
  color: var(--quiet);
  font-weight: 600;
}
.list .h-entry { padding-block: 1.5rem; }
.list .h-entry + .h-entry { border-block-start: 1px solid var(--line); }
.list h3 { font-size: 1.3125rem; margin-block: 0.3rem 0.4rem; }
.list h3 a { color: inherit; text-decoration: none; }
.list h3 a:hover { color: var(--link); text-decoration: underline; }
.list .tags { margin-block-start: 0.75rem; }
.nothing { color: var(--quiet); padding-block: 1.5rem; }

.tags, .terms, .addresses { list-style: none; margin: 0; padding: 0; }
.tags { display: flex; flex-wrap: wrap; gap: 0.45rem; }
.tags a {
  display: inline-block;
  max-width: 100%;
  padding: 0.1rem 0.65rem;
  border: 1px solid var(--line);
  border-radius: 1rem;
  color: var(--quiet);
  text-decoration: none;
}
.tags a:hover { color: var(--link); border-color: currentcolor; }
.tags .count { font-size: 0.8125rem; opacity: 0.8; margin-inline-start: 0.3rem; }

.subscribe {
  margin-block: 1.75rem 2.75rem;
  padding: 1.1rem 1.25rem 1.2rem;
  background: var(--panel);
  border-radius: 0.5rem;
}
.subscribe h2 { font: 600 1rem/1.4 var(--sans); }
.subscribe h2::before {
  content: '';
  display: inline-block;
  width: 1em;
  height: 1em;
  margin-inline-end: 0.5em;
  vertical-align: -0.12em;
  background: var(--mark);
  --drawing: url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E\
%3Cpath d='M0 1v3a11 11 0 0 1 11 11h3A14 14 0 0 0 0 1zm0 5v3a6 6 0 0 1 6 6h3a9 9 0 0 0-9-9z'/%3E\
%3Ccircle cx='2.1' cy='12.9' r='2.1'/%3E%3C/svg%3E");
  -webkit-mask: var(--drawing) center / contain no-repeat;
  mask: var(--drawing) center / contain no-repeat;
}
.subscribe .hint { margin-block: 0.3rem 0.75rem; }
.addresses { display: grid; gap: 0.45rem; }
.addresses li { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); gap: 0 0.75rem; align-items: baseline; }
.addresses b { font-weight: 600; }
.addresses a { font: 0.8125rem/1.5 var(--mono); overflow-wrap: anywhere; }
@media (max-width: 30rem) {
  .addresses li { grid-template-columns: minmax(0, 1fr); }
}

.columns { display: grid; gap: 2.5rem 4rem; margin-block-start: 2rem; }
.columns > * { min-width: 0; }
@media (min-width: 56rem) {
  .columns { grid-template: auto 1fr / minmax(0, 1fr) 18rem; }
  .columns .list { grid-area: 1 / 1 / span 2; }
  .columns .addresses li { grid-template-columns: minmax(0, 1fr); }
  .columns .addresses a { font-size: 0.75rem; }
}
.columns .subscribe { margin-block: 0; }
.columns aside > * + * { margin-block-start: 2.25rem; }
.columns aside :is(.tags, .hint) { margin-block-start: 0.9rem; }

.terms { columns: 17rem; column-gap: 3rem; margin-block-start: 2rem; }
.terms li {
  break-inside: avoid;
  display: flex;
  gap: 1rem;
  align-items: baseline;
  padding-block: 0.45rem;
  border-block-end: 1px solid var(--line);
}
.terms .name { font: 1.0625rem/1.4 var(--serif); min-width: 0; overflow-wrap: anywhere; }
.terms .name a { text-decoration: none; }
.terms .name a:hover { text-decoration: underline; }
.terms .count { font: 0.8125rem var(--sans); color: var(--quiet); margin-inline-start: 0.35rem; }
.terms .formats { margin-inline-start: auto; white-space: nowrap; font-size: 0.8125rem; }
.terms .formats a { color: var(--quiet); margin-inline-start: 0.4rem; }
.terms .formats a:hover { color: var(--link); }

.article header { margin-block-end: 2rem; }
.article header .facts { margin-block-start: 1.1rem; }
.e-content > * { margin-block: 0 1.15rem; }
.e-content > * > :last-child { margin-block-end: 0; }
.e-content :is(h1, h2, h3, h4, h5, h6) { line-height: 1.25; margin-block: 2.2rem 0.7rem; font-size: 1.125rem; }
.e-content :is(h1, h2) { font-size: 1.4375rem; }
.e-content h3 { font-size: 1.25rem; }
.e-content :is(ul, ol) { padding-inline-start: 1.5rem; }
.e-content li + li { margin-block-start: 0.3rem; }
.e-content blockquote {
  margin-inline: 0;
  padding-inline-start: 1.25rem;
  border-inline-start: 3px solid var(--mark);
  font-style: italic;
}
.e-content blockquote p + p { margin-block-start: 0.75rem; }
.e-content :is(img, video, audio, picture) { max-width: 100%; height: auto; }
.e-content audio { width: 100%; }
.e-content figure { margin-inline: 0; }
.e-content figcaption, .e-content caption { color: var(--quiet); font: 0.875rem/1.5 var(--sans); }
.e-content :is(pre, code, kbd, samp) { font-family: var(--mono); font-size: 0.875em; direction: ltr; }
.e-content :not(pre) > code { background: var(--panel); border-radius: 0.25rem; padding: 0.1em 0.35em; }
.e-content pre { overflow-x: auto; background: var(--panel); border-radius: 0.5rem; padding: 1rem 1.25rem; line-height: 1.5; }
.e-content pre code { font-size: 1em; }
.e-content table {
  display: block;
  width: fit-content;
  max-width: 100%;
  overflow-x: auto;
  border-collapse: collapse;
  font: 0.9375rem/1.5 var(--sans);
}
.e-content :is(th, td) { padding: 0.4rem 0.9rem 0.4rem 0; border-block-end: 1px solid var(--line); vertical-align: top; }
.e-content th { text-align: start; color: var(--quiet); font-weight: 600; }
.e-content hr { border: 0; border-block-start: 1px solid var(--line); margin-block: 2.5rem; }
.about { margin-block-start: 2.75rem; display: grid; gap: 1.75rem; }
.about .shelf { margin-block-end: 0.85rem; }
.about .hint { margin-block-start: 0.75rem; }
.files { margin: 0; padding-inline-start: 1.25rem; font: 0.9375rem/1.6 var(--sans); }

.problem .lead::first-letter { text-transform: uppercase; }
.problem .hint { margin-block-start: 1.5rem; }
@media print {
  .top nav, .skip, .subscribe, .foot { display: none; }
}
`;
