import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bracketed, foundInSource } from './source-files.ts';

/** Where a text becomes the value of a field, or goes out: a state and its setters, a write, the clipboard, the value of a field. */
const TAKES =
  /\b(?:useState(?:<[^()]*>)?|useReducer|set[A-Z]?\w*|mutate|mutateAsync|writeText|citationOf)\(|\b(?:value|defaultValue|people)=\{/g;

/** Where a marked text would be held as a value: the names that the sayer gives, and those made from it, in one of the places above. */
function markedValuesIn(code: string): readonly string[] {
  const sayers = [...code.matchAll(/const (\w+) = useSay\(\)/g)].flatMap(([, name]) => name ?? []);
  const made = sayers.flatMap((sayer) =>
    [...code.matchAll(/const (\w+)(?::[^=]+)? = /g)].flatMap(({ 1: name, 0: { length }, index }) => {
      const open = code.indexOf('[', index) === index + length;
      const text = open ? code.slice(index + length, code.indexOf('];', index)) : code.slice(index + length, code.indexOf(';', index));
      return name !== undefined && new RegExp(`\\b${sayer}\\(`).test(text) ? [name] : [];
    }),
  );
  return [...code.matchAll(TAKES)].flatMap(({ 0: { length }, index }) => {
    const held = bracketed(code, index + length - 1);
    return [...sayers.map((each) => `${each}\\b`), ...made.map((each) => `${each}\\b`)].some((each) =>
      new RegExp(`(?<![.\\w])${each}(?!:)`).test(held),
    )
      ? [held.slice(0, 120)]
      : [];
  });
}

test('no value of a field, and nothing that is sent or copied, is a text with the mark of the other language', () => {
  assert.deepEqual(foundInSource(markedValuesIn), []);
});

test('the look-out finds a marked text in a state, a write and a field', () => {
  const held = (body: string) => markedValuesIn(`const say = useSay();\n${body}`).length;
  assert.equal(held("const [fields] = useState({ title: need ? say(need.name) : '' });"), 1);
  assert.equal(held('const [words, setWords] = useState(draftOf(held, say));'), 1);
  assert.equal(held('add.mutate({ title: say(name) });'), 1);
  assert.equal(held('const name = say(title);\nset({ name });'), 1);
  assert.equal(held('<input value={say(name)} />'), 1);
  assert.equal(held('<p>{say(name)}</p>'), 0);
});
