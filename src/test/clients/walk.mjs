// What every client does on the demo server: list, read, go on in a list, be told progress, be
// refused, be asked and say no, be asked and say yes. Prints one line for each step.
import assert from 'node:assert/strict';

export function step(name) {
    console.log(`ok ${name}`);
}

/// The id of a user that this walk may change, by its login.
async function userId(call, login) {
    const found = await call('get_user', {user_id: login});
    return found.structuredContent.id;
}

/**
 * @param list all tools, over all pages
 * @param call calls a tool
 * @param answers what the user answers next; the client takes from its front
 * @param questions what the user was asked
 */
export async function walk({list, call, answers, questions, login}) {
    const tools = await list();
    const names = tools.map(tool => tool.name);
    assert.ok(names.includes('list_users') && names.includes('deactivate_user'), names.join());
    assert.deepEqual(names, [...names].sort());
    step('list');

    const first = await call('list_users', {limit: 1});
    assert.equal(first.structuredContent.items.length, 1);
    assert.deepEqual(JSON.parse(first.content[0].text), first.structuredContent);
    const cursor = first.structuredContent.next_cursor;
    const second = await call('list_users', {limit: 1, cursor});
    assert.notEqual(second.structuredContent.items[0].id, first.structuredContent.items[0].id);
    step('page');

    const wrong = await call('get_user', {user_id: 'nobody@example.com'});
    assert.equal(wrong.isError, true);
    await assert.rejects(call('no_such_tool', {}), error => error.code === -32602);
    step('refused');

    const user = await userId(call, login);
    answers.push('decline');
    const refused = await call('deactivate_user', {user_id: user});
    assert.equal(refused.isError, true);
    assert.ok(questions.at(-1).includes(user), questions.at(-1));
    step('no');

    answers.push('accept');
    const done = await call('deactivate_user', {user_id: user});
    assert.notEqual(done.isError, true, JSON.stringify(done));
    step('yes');
}
