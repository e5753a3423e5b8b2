/** One figure of a card: what it is, itself large, and what says how far to trust it beneath. On a phone they stand under one another, the figures at the end of their lines. */
export function Figure({ title, short, large, beneath, means, id }: { title: string; short?: string; large: string; beneath: string | null; means?: string; id: string }) {
  return (
    <div className="metrics-figure" data-testid={`metrics-${id}`}>
      <dt>{title}{short ? <> <span className="metrics-short">{short}</span></> : null}</dt>
      <dd className="metrics-large">{large}</dd>
      <dd className="metrics-beneath">
        {beneath === null ? null : <span className="metrics-parts">{beneath.split(' · ').map((part, index, all) => <span key={part}>{part}{index < all.length - 1 ? ' ·' : ''}</span>)}</span>}
        {means ? <span className="metrics-means">{means}</span> : null}
      </dd>
    </div>
  );
}
