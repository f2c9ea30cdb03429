// SPDX-License-Identifier: MIT
// The exclusions by one engine that npm has: node_peer.mjs ENGINE MODULES FOLDER ROUNDS
// MODULES is the folder with the node_modules in which the engine was installed.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';

const [engine, modules, folder, rounds] = process.argv.slice(2);
const require = createRequire(path.join(modules ?? '.', 'here.js'));
const FAILED = 2, WRONG = 3, ABSENT = 4; // as in peer.h and peers.py
const COLUMNS = 20;

const facts = ['first_time_service_request', 'other_policy_more_suitable', 'other_policy_failed',
  'reopening_request', 'final_decision_given', 'claim_filed_at_court', 'disrepair_claim',
  'letter_of_claim_received', 'service_by_us_or_partners', 'restriction_in_force',
  'restriction_refuses_same_matter', 'same_matter_as_restricted', 'personal_injury_claim',
  'third_party_liability_claim', 'compensation_claim', 'about_policy_content'];

// The eleven exclusions, once, as trees; each engine's own notation is made of them.
const all = (...of) => ({ all: of });
const any = (...of) => ({ any: of });
const not = (of) => ({ not: of });
const exclusions = [
  'first_time_service_request',
  all('other_policy_more_suitable', not('other_policy_failed')),
  any('reopening_request', 'final_decision_given'),
  any('claim_filed_at_court', all('disrepair_claim', 'letter_of_claim_received')),
  not('service_by_us_or_partners'),
  'restriction_in_force',
  any('personal_injury_claim', 'third_party_liability_claim'),
  'compensation_claim',
  'about_policy_content',
  { older: 192 },
  all('restriction_in_force', 'restriction_refuses_same_matter', 'same_matter_as_restricted'),
];

function toJsonLogic(tree) {
  if (typeof tree === 'string') return { var: tree };
  if (tree.all) return { and: tree.all.map(toJsonLogic) };
  if (tree.any) return { or: tree.any.map(toJsonLogic) };
  if (tree.not) return { '!': [toJsonLogic(tree.not)] };
  return { '<': [{ '+': [{ var: 'issue' }, tree.older] }, { var: 'complaint' }] };
}

function toCel(tree) {
  if (typeof tree === 'string') return tree;
  if (tree.all) return `(${tree.all.map(toCel).join(' && ')})`;
  if (tree.any) return `(${tree.any.map(toCel).join(' || ')})`;
  if (tree.not) return `!${toCel(tree.not)}`;
  return `issue + ${tree.older} < complaint`;
}

function versionOf(name) {
  const file = path.join(modules, 'node_modules', name, 'package.json');
  return JSON.parse(fs.readFileSync(file)).version;
}

async function load(name) {
  let file;
  try {
    file = require.resolve(name);
  } catch {
    console.error(`${name} is not installed`);
    process.exit(ABSENT);
  }
  return import(pathToFileURL(file));
}

// Each gives: the package's name, and a function from a case to the truths of the exclusions.
const engines = {
  async 'json-logic-js'() {
    const { default: logic } = await load('json-logic-js');
    const rules = exclusions.map(toJsonLogic);
    const judge = (given) => rules.map((rule) => logic.apply(rule, given));
    return { package: 'json-logic-js', judge };
  },
  async 'json-logic-engine'() {
    const { LogicEngine } = await load('json-logic-engine');
    const logic = new LogicEngine();
    const rules = exclusions.map((tree) => logic.build(toJsonLogic(tree)));
    return { package: 'json-logic-engine', judge: (given) => rules.map((rule) => rule(given)) };
  },
  async 'cel-js'() {
    const { Environment } = await load('@marcbachmann/cel-js');
    const environment = new Environment();
    for (const name of facts) environment.registerVariable(name, 'bool');
    for (const name of ['issue', 'complaint']) environment.registerVariable(name, 'int');
    const rules = exclusions.map((tree) => environment.parse(toCel(tree)));
    const judge = (given) => rules.map((rule) => rule(given));
    return { package: '@marcbachmann/cel-js', bigint: true, judge };
  },
};

function read(name) {
  const bytes = fs.readFileSync(path.join(folder, `${name}.i32`));
  return new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4);
}

if (!rounds || !engines[engine]) {
  console.error(`node_peer.mjs ${Object.keys(engines).join('|')} MODULES FOLDER ROUNDS`);
  process.exit(FAILED);
}
const { package: name, bigint, judge } = await engines[engine]();
const cells = read('cases');
const right = read('excluded');
const cases = Array.from(right, (_, row) => {
  const given = {};
  facts.forEach((fact, i) => { given[fact] = cells[row * COLUMNS + i] === 1; });
  given.issue = cells[row * COLUMNS + facts.length];
  given.complaint = cells[row * COLUMNS + facts.length + 1];
  if (bigint) {
    given.issue = BigInt(given.issue);
    given.complaint = BigInt(given.complaint);
  }
  return given;
});

function bits(given) {
  return judge(given).reduce((found, truth, i) => (truth ? found | (1 << i) : found), 0);
}

cases.forEach((given, row) => {
  const found = bits(given);
  if (found !== right[row]) {
    console.error(`${name}: row ${row} gives ${found}, not ${right[row]}`);
    process.exit(WRONG);
  }
});

function spent(begun) {
  const used = process.cpuUsage(begun);
  return (used.user + used.system) * 1000;
}

let sink = 0;
function round() {
  const begun = process.cpuUsage();
  for (const given of cases) sink ^= bits(given);
  return spent(begun) / cases.length;
}

// As peer.h does it; to warm up, here, is to be compiled, which takes its time.
const begun = process.cpuUsage();
const quick = Number(rounds) === 1;
while (spent(begun) < (quick ? 0 : 3e8)) round();
const measured = process.cpuUsage();
let least = Infinity;
for (let i = 0; i < Number(rounds) || (!quick && i < 1000 && spent(measured) < 3e8); i++) {
  least = Math.min(least, round());
}
console.log(JSON.stringify({ name, version: versionOf(name), nanoseconds: least, sink }));
