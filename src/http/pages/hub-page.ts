import { type PushReport, shownCallback } from '../../hub/push-report.ts';
import type { Site } from '../../model/site.ts';
import { htmlDocument } from './document.ts';
import { html, type Markup } from './markup.ts';
import { readableDate } from './readable-date.ts';

/** The page that tells an operator how push is doing: counts, then what failed, then who subscribes. English. */
export function hubPage(site: Site, report: PushReport): string {
  const { subscriptions, pending, failing, verifications, newest, failed } = report;
  const total = Object.values(subscriptions).reduce((sum, count) => sum + count, 0);
  const counts = Object.entries(subscriptions).map(([protocol, count]) => html`<li>${protocol}: ${count}</li>`);
  const content = html`<div lang="en" dir="ltr">
<h1>Push</h1>
<p class="lead">${total} subscriptions. ${pending} deliveries wait, ${failing} of them have failed before. ${verifications} requests wait to be confirmed.</p>
<ul>${counts}</ul>
<h2>Failures</h2>
${failed.length === 0 ? html`<p>None.</p>` : html`<ul>${failed.map(failure)}</ul>`}
<h2>Subscriptions</h2>
${newest.length === 0 ? html`<p>None.</p>` : html`<ul>${newest.map(subscription)}</ul>`}
</div>`;
  return htmlDocument({
    site,
    title: `Push – ${site.title}`,
    description: 'Subscriptions and deliveries',
    canonical: undefined,
    feeds: [],
    content,
    layout: 'narrow',
  });
}

const failure = ({ at, what, protocol, topic, callback, status, detail }: PushReport['failed'][number]): Markup =>
  html`<li>${readableDate(at)}: ${what}, ${protocol}, /${topic} to ${shownCallback(callback)}${status === undefined ? '' : `, status ${status}`}${detail === '' ? '' : ` (${detail.replaceAll(callback, shownCallback(callback))})`}</li>`;

const subscription = ({
  protocol,
  topic,
  callback,
  leaseUntil,
  dueAt,
  failures,
}: PushReport['newest'][number]): Markup =>
  html`<li>${protocol}: /${topic} to ${shownCallback(callback)}, ${leaseUntil === undefined ? 'by the settings' : `until ${readableDate(leaseUntil)}`}${dueAt === undefined ? '' : `; a delivery waits until ${readableDate(dueAt)}, ${failures} failures`}</li>`;
