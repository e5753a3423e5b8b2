import { describe, expect, it } from 'vitest';
import { filled, variablesOf } from './filled';

describe('a command is filled', () => {
  it('with plain values as they are, anywhere', () => {
    expect(filled('kubectl -n {{namespace}} logs "{{ pod }}"', { namespace: 'shop', pod: 'checkout-7f9.eu:1' })).toEqual({ text: 'kubectl -n shop logs "checkout-7f9.eu:1"', missing: [] });
  });

  it('and says which names it does not know, each once', () => {
    expect(filled('{{a}} {{b}} {{a}}', { b: 'x' })).toEqual({ text: '{{a}} x {{a}}', missing: ['a'] });
    expect(filled('{{toString}}', {})).toEqual({ text: '{{toString}}', missing: ['toString'] });
  });

  it.each([
    ['$(rm -rf ~)', "'$(rm -rf ~)'"], ["it's; reboot", String.raw`'it'\''s; reboot'`], ['two words', "'two words'"], ['a\\', "'a\\'"],
  ])('with %j quoted, outside of quotes', (value, quoted) => {
    expect(filled('echo {{x}} | cat', { x: value }, 'sh')).toEqual({ text: `echo ${quoted} | cat`, missing: [] });
    expect(filled('grep "it\'s" log && echo {{x}}', { x: value })).toEqual({ text: `grep "it's" log && echo ${quoted}`, missing: [] });
  });

  it.each([
    ['within quotes', 'psql -c "select {{x}}"'], ['within single quotes', "psql -c '{{x}}'"], ['in a comment', 'ls # {{x}}'], ['in a here-document', 'cat <<EOF\n{{x}}\nEOF'],
    ['in a substitution', 'echo `ls {{x}}`'], ['in a quoted substitution', 'echo "$(ls {{x}})"'], ['after a backslash', 'echo \\{{x}}'],
    ['for another machine', 'ssh db systemctl restart {{x}}'], ['for a second shell', 'kubectl exec app -- sh -c {{x}}'], ['for eval', 'eval {{x}}'],
    ['after an apostrophe in a word', "echo don't {{x}}"],
  ])('and leaves what could be a command %s to the reader', (_where, code) => {
    expect(filled(code, { x: '$(reboot)' })).toEqual({ text: code, missing: ['x'] });
  });

  it.each([['-rf', 'rm {{x}}'], ['--output=/etc/passwd', 'curl {{x}}'], ['a\nreboot', 'echo {{x}}'], ['\u001b[201~reboot', 'echo {{x}}'], ['', 'echo {{x}}']])('and leaves %j to the reader', (x, code) => {
    expect(filled(code, { x }).missing).toEqual(['x']);
  });

  it('quotes only for a shell', () => {
    expect(filled('select * from t where name = {{x}}', { x: 'a b' }, 'sql').missing).toEqual(['x']);
    expect(filled('select {{x}}', { x: 'orders' }, 'sql').text).toBe('select orders');
  });

  it('goes on after a comment that has ended', () => expect(filled("# don't\necho {{x}}", { x: 'a b' }).text).toBe("# don't\necho 'a b'"));
});

describe('what an incident knows', () => {
  const incident = { id: 'INC-AAAAAA', serviceName: 'Checkout', severity: 'SEV1' } as const;

  it('is the labels of its alerts that fire, where they agree', () => {
    expect(variablesOf(incident, [
      { status: 'firing', labels: { region: 'eu', pod: 'a', only: 'here' } }, { status: 'firing', labels: { region: 'eu', pod: 'b', incident: 'x' } }, { status: 'resolved', labels: { region: 'us' } },
    ])).toEqual({ region: 'eu', only: 'here', incident: 'INC-AAAAAA', service: 'Checkout', severity: 'SEV1' });
  });

  it('is those of its ended alerts where none fires', () => expect(variablesOf(incident, [{ status: 'resolved', labels: { region: 'us' } }])).toMatchObject({ region: 'us' }));

  it('stays undecided when a third alert agrees with the first of two that differ', () => {
    const alert = (pod: string) => ({ status: 'firing' as const, labels: { pod } });
    expect(variablesOf(incident, [alert('a'), alert('b'), alert('a')])).not.toHaveProperty('pod');
  });
});
