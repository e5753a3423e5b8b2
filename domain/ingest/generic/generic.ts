import type { Parsed, ParseHints, Source } from '../parsed';
import { connect } from './connect';
import { demo } from './demo';
import { mappedParse } from './mapped';
import { recognised } from './recognise';

/** By the integration's own mapping where it has one, else by what the body itself looks like. */
function parse(body: unknown, { mapping }: ParseHints): Parsed {
  return mapping === null ? recognised(body) : mappedParse(body, mapping);
}

export const generic: Source = {
  name: 'generic', label: 'Anything that sends JSON', maxBytes: 512 * 1024, parse, whenBusy: 503, signature: null, demo, connect,
};
